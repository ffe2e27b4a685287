/** What the measurements share: the running product, who is signed in, the browser, the options, and where to print. */
import type { Browser, BrowserContext } from "playwright-core";
import type { Options } from "./options.ts";
import type { Product } from "./product.ts";

/** Signed-in accounts: five who read, two of whom may also enter for every org unit. */
export type People = { context: BrowserContext; readers: string[]; editors: string[] };

export type World = {
  options: Options;
  product: Product;
  browser: Browser;
  people: People;
  distDir: string;
  /** Scratch folder, removed at the end. */
  home: string;
  print: (text: string) => void;
};

/** The organisation, the year that is read and the year that is open in the demo. */
export const org = "aleris";
export const readYear = 2023;
export const openYear = 2024;

/** Pages and exports of the demo that are measured, by their printed name. */
export function pagesOf(entryOrgUnit: string): Record<string, string> {
  return {
    dashboard: `/${org}/dashboard/${readYear}`,
    KPI: `/${org}/kpis/scope-2-location`,
    report: `/${org}/reports/${readYear}`,
    "entry sheet": `/${org}/entry/${openYear}/${encodeURIComponent(entryOrgUnit)}`,
  };
}

export const exports: Record<string, string> = Object.fromEntries(["csv", "json", "xlsx"].map((kind) => [kind, `/${org}/reports/${readYear}/export/${kind}`]));
