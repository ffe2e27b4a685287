/** An organisation of a test's own whose five years are open, and its controller; and the appendix that was printed of the same figures. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { formatDecimal } from "../../lib/number/format";
import { unitLabel } from "../../lib/unit-of-measure/model";
import { demoRows, demoUrl } from "./demo-facts";

export type OpenYears = { slug: string; email: string; password: string };

/** Makes the organisation and its controller. */
export async function openYears(): Promise<OpenYears> {
  const slug = `proeve-${randomBytes(4).toString("hex")}`;
  const made = { slug, email: `${slug}@tests.example`, password: "kaffe under trappen 7" };
  const args = ["--import", "tsx", "tests/e2e/load-open-years.ts", demoUrl(), slug, made.email, made.password];
  await promisify(execFile)(process.execPath, args);
  return made;
}

/** Signs in by the form. */
export async function signInAs(page: Page, { email, password }: Pick<OpenYears, "email" | "password">): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Adgangskode").fill(password);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Opens a sheet and waits until its grid listens. */
export async function openSheet(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("table[role=grid]")).toHaveAttribute("data-ready", "true");
}

type Value = string | { men: string; women: string };
type Indicator = {
  code: string;
  name: { da: string };
  unit: string;
  footnote?: string;
  target2024: { printed: string };
  values: Record<string, Value>;
};
const facts = JSON.parse(readFileSync("prisma/facts/aleris-2023.json", "utf8")) as { indicators: Indicator[] };
const years = [2023, 2022, 2021, 2020, 2019];

/** A figure as the report prints it. */
function printed(value: Value): string {
  if (typeof value === "object") return `${value.men}/${value.women}`;
  if (value === "not-reported") return "–";
  if (value === "pending" || value === "discontinued") return "-";
  return formatDecimal(value, "da");
}

/** The 43 rows of the printed appendix: name, unit of measure, target and five years, the newest first. */
export const appendix = facts.indicators.map(({ code, name, unit, target2024, values, footnote }, index) => ({
  code,
  // Some names carry the mark of a footnote, glued to them as in the print.
  name: footnote && index % 2 ? `${name.da} ${index % 9}` : name.da,
  unit: unitLabel(unit, "da", "long"),
  target: target2024.printed,
  figures: years.map((year) => printed(values[year]!)),
}));

/** The appendix as a spreadsheet puts it on the clipboard: a heading, then a line for each KPI. */
export function appendixBlock(newestFirst = true): string[][] {
  const order = <Item>(items: Item[]) => (newestFirst ? items : items.toReversed());
  return [
    ["Nøgletal", "Enhed", "Mål 2024", ...order(years.map(String))],
    ...appendix.map(({ name, unit, target, figures }) => [name, unit, target, ...order(figures)]),
  ];
}

/** Puts a block on the browser's own clipboard, as text and as a table, and pastes it. */
export async function paste(page: Page, block: string[][]): Promise<void> {
  await page.evaluate(async (rows) => {
    const html = document.createElement("table");
    for (const row of rows) {
      const line = html.insertRow();
      for (const text of row) line.insertCell().textContent = text;
    }
    const text = rows.map((row) => row.join("\t")).join("\r\n");
    const blob = (type: string, of: string) => new Blob([of], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html.outerHTML) }),
    ]);
  }, block);
  await page.keyboard.press("Control+V");
}

/** What an organisation has stored, as "code year": its status and figure. */
export async function storedIn(slug: string): Promise<Map<string, string>> {
  const rows = await demoRows<{ cell: string; said: string }>(
    `select k.code || ' ' || v.year as cell, concat_ws(' ', v.status::text, trim_scale(v.amount)::text, trim_scale(v.men)::text) as said
     from "YearlyValue" v join "Kpi" k on k.id = v."kpiId" join "Organisation" o on o.id = v."organisationId"
     where o.slug = $1 and v.status is not null`,
    [slug],
  );
  return new Map(rows.map(({ cell, said }) => [cell, said]));
}
