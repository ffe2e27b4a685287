import { afterAll, beforeAll } from "vitest";
import type { YearView } from "@/lib/figure/model";
import { getYearView } from "@/lib/figure/queries";
import type { Locale } from "@/lib/language/model";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

/** The demo in a database of the test file's own, loaded before the first test, and Aleris' years as its readers see them. */
export function demoWorld() {
  const demo = {} as TestDatabase & { aleris: string };
  beforeAll(async () => {
    Object.assign(demo, await freshDatabase());
    await loadDemo(demo.ownerUrl);
    demo.aleris = (await demo.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } })).id;
  }, 60_000);
  afterAll(() => demo.close());

  const yearOf = (year: number, locale: Locale) => getYearView(demo.aleris, "1", year, locale);
  return { demo, yearOf };
}

/** A KPI of a year as its readers see it. */
export const kpiOf = (view: YearView, code: string) => view.kpis.find((row) => row.code === code)!;
