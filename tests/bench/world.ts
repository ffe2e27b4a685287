/** What the measurements share: the running product, who is signed in, the browser, the options, and where to print. */
import type { Browser, BrowserContext } from "playwright-core";
import type { Options } from "./options.ts";
import type { Product } from "./product.ts";

/** Signed-in accounts: four who read, two of whom may also enter for every org unit. */
export type People = { context: BrowserContext; readers: string[]; editors: string[] };

export type World = {
  options: Options;
  product: Product;
  browser: Browser;
  people: People;
  /** Paths of the pages that are measured, by their printed name. */
  pages: Pages;
  distDir: string;
  /** Scratch folder, removed at the end. */
  home: string;
  print: (text: string) => void;
};

/** The organisation, the year that is read and the year that is open in the demo. */
export const org = "aleris";
export const readYear = 2023;
export const openYear = 2024;

export type Pages = Record<"dashboard" | "KPI" | "report" | "entry sheet", string>;

/** The pages of the demo that are measured. */
export function pagesOf(entryOrgUnit: string): Pages {
  return {
    dashboard: `/${org}/dashboard/${readYear}`,
    KPI: `/${org}/kpis/electricity`,
    report: `/${org}/reports/${readYear}`,
    "entry sheet": `/${org}/entry/${openYear}/${encodeURIComponent(entryOrgUnit)}`,
  };
}

/** The exports that are measured, as the pages; the PDF has a table of its own. */
export const exports: Record<string, string> = Object.fromEntries(
  ["csv", "json", "xlsx"].map((kind) => [kind, `/${org}/reports/${readYear}/export/${kind}`]),
);
