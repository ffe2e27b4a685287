/** Files as a spreadsheet program saves them, not as we think it does: written by LibreOffice 7.4 with Danish formats. */
import { readFileSync } from "node:fs";
import type { Client } from "pg";
import { expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { kindOf } from "@/lib/import/file/model";
import { mutated } from "@/tests/fixtures/import/mutation";
import { doubleHead } from "@/tests/fixtures/import/shapes";
import { workbook } from "@/tests/fixtures/import/workbook";
import { confirm, lines, preview, type ImportWorld } from "./import-world";
import { importing } from "./importing";

let database: PrismaClient;
let client: Client;
let world: () => Promise<ImportWorld>;
importing("saved", (made) => ({ database, client, world } = made));

const saved = (name: string) => readFileSync(`tests/fixtures/import/files/${name}`);

it("merged headings, formulas and their errors, Danish formats, a raised mark, a hidden row, descending years", async () => {
  const found = await preview(client, await world(), "libreoffice.xlsx", saved("libreoffice.xlsx"));
  expect(await lines(client, found.id)).toEqual([
    "C5 electricity nord 2024 719.5 added",
    "D5 electricity nord 2023 700.0005 added",
    "E5 electricity nord 2022 refused approximate",
    "F5 electricity syd 2024 1 added",
    "G5 electricity syd 2023 refused errorValue",
    "H5 electricity syd 2022 notApplicable added",
    "C6 water nord 2024 1707.5 added",
    "D6 water nord 2023 0.3 added",
    // Written 719 with a raised 8: never 7198.
    "E6 water nord 2022 719 added",
    "F6 water syd 2024 notMeasured added",
    "G6 water syd 2023 12 added",
    "H6 water syd 2022 13 added",
    "C7 recycled nord 2024 27 refused notCollected",
    "C8 water nord 2024 refused hidden",
  ]);
});

it.each(["libreoffice.csv", "libreoffice-windows.csv"])(
  "the same as CSV, where the eye sees less: %s",
  async (name) => {
    const found = await preview(client, await world(), name, saved(name));
    const all = await lines(client, found.id);
    expect(all.slice(0, 7)).toEqual([
      "C5 electricity nord 2024 719.5 added",
      // A figure the program wrote without a format, in the other notation.
      "D5 electricity nord 2023 refused otherNotation",
      "E5 electricity nord 2022 refused approximate",
      "F5 electricity syd 2024 1 added",
      "G5 electricity syd 2023 refused errorValue",
      "H5 electricity syd 2022 notApplicable added",
      // The hidden row is a row like any other now, and says something else.
      "C6 water nord 2024 1707.5 refused duplicate",
    ]);
    expect(all.at(-1)).toBe("C8 water nord 2024 5 refused duplicate");
  },
);

it("a template filled in there with its pick list: nothing to map, statuses and words arrive", async () => {
  const org = await world();
  const file = saved("template-filled.xlsx");
  expect(kindOf("skabelon.xlsx", file, file.length)).toBe("xlsx");
  const found = await preview(client, org, "skabelon.xlsx", file);
  expect(found.wasAsked).toBe(false);
  expect(await lines(client, found.id)).toEqual([
    "I2 electricity nord 2024 731.25 added",
    "I3 water nord 2024 1234 added",
    "I4 board nord 2024 notMeasured refused notCollected",
  ]);
  expect(await confirm(client, org, found.id, file)).toBe("imported");
  const stored = await database.yearlyValue.findMany({
    where: { organisationId: org.organisationId },
    orderBy: { amount: "asc" },
  });
  expect(stored).toMatchObject([
    { status: "estimated", basis: "varme som i 2022", scale: 2 },
    { status: "reported", comment: "=cmd()" },
  ]);
});

it("broken files come to a preview, a mapping or a word that says what is wrong, and write nothing", async () => {
  const org = await world();
  const whole = workbook(doubleHead);
  const ends = new Set<string>();
  for (let seed = 1; seed <= 60; seed++) {
    const one = await preview(client, org, "a.xlsx", mutated(whole, seed));
    ends.add(one.state);
    if (one.state === "failed") expect(one.failure).toMatch(/^import\.(notAWorkbook|bomb)$/);
  }
  expect([...ends].sort()).toEqual(["failed", "previewed"]);
  expect(await database.yearlyValue.count({ where: { organisationId: org.organisationId } })).toBe(0);
}, 120_000);
