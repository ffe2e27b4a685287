import type { Client } from "pg";
import { expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { answerQuestions } from "@/lib/import/question/mutations";
import { listCells } from "@/lib/import/preview/queries";
import { told } from "@/lib/import/question/model";
import { emptyContent } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { workbook } from "@/tests/fixtures/import/workbook";
import { confirm, preview, type ImportWorld } from "./import-world";
import { importing } from "./importing";

let database: PrismaClient;
let client: Client;
let empty: () => Promise<ImportWorld>;
importing("asked", (made) => ({ database, client, world: empty } = made));

/** Org unit Nord with 1,234 MWh and 500 m³ in 2023, Syd with 200 m³. */
async function world() {
  const org = await empty();
  const cell = (kpiId: string, orgUnitId: string, amount: string) => ({
    ...emptyContent,
    kpiId,
    orgUnitId,
    year: 2023,
    seen: 0,
    status: "reported" as const,
    amount,
    scale: 0,
  });
  await saveValues(database, {
    organisationId: org.organisationId,
    actorId: org.actorId,
    door: "page",
    cells: [
      cell(org.kpis.electricity, org.north, "1234"),
      cell(org.kpis.water, org.north, "500"),
      cell(org.kpis.water, org.south, "200"),
    ],
  });
  return org;
}

const file = (...figures: (number | string | null)[][]) =>
  workbook([
    {
      name: "2024",
      rows: [["Enhed", "El", "Vand"], ...figures],
    },
  ]);

/** "B2 factor" for every question of an import. */
const questions = async (id: string) =>
  (await listCells(client, id, "questioned", { from: 0, most: 100 }, "da")).map(
    ({ cell, asked }) => `${cell} ${asked!.questions.map(({ code }) => code).join(" ")}`,
  );

it("asks about a factor of 1,000, a change beyond the KPI's tolerance and the same figure again, and about nothing usual", async () => {
  const org = await world();
  const one = await preview(client, org, "a.xlsx", file(["Nord", 1_240_000, 500], ["Syd", 7, 320]));
  expect(await questions(one.id)).toEqual(["B2 factor", "C2 same", "C3 change"]);
  expect(one.summary).toMatchObject({ added: 4, questioned: 3 });
  const usual = await preview(client, org, "b.xlsx", file(["Nord", 1240, 510], ["Syd", 7, 210]));
  expect([await questions(usual.id), usual.summary.questioned]).toEqual([[], 0]);
  const [first] = await listCells(client, one.id, "questioned", { from: 0, most: 1 }, "da");
  expect(told(first!.asked!.questions[0]!, first!.asked!, 2024, "da")).toEqual({
    code: "import.question.muchMore",
    values: { year: 2023, before: "1.234", factor: "1.000", suggestion: "1.240" },
  });
});

it("holds a figure against last year's of the same file, where it has one", async () => {
  const org = await world();
  const years = workbook([
    {
      name: "Nord",
      rows: [
        ["Nøgletal", 2024, 2023],
        ["El", 12_500, 12_400],
        ["Vand", 900, 500],
      ],
    },
  ]);
  const one = await preview(client, org, "a.xlsx", years);
  // Beside the stored 1,234 the figure of 2024 is ten times too much; beside the file's own it is not. That of 2023 has no year before it.
  expect(await questions(one.id)).toEqual(["B3 change"]);
});

it("asks of a hundred rows what it asks of one, and of a refused figure nothing", async () => {
  const org = await world();
  await database.kpiVersion.updateMany({ where: { kpiId: org.kpis.electricity }, data: { maximum: "5000" } });
  const one = await preview(client, org, "a.xlsx", file(["Nord", 1_240_000, 9_999], ["Syd", null, null]));
  expect([await questions(one.id), one.summary.refused]).toEqual([["C2 change"], 1]);
});

it("asks about a part that is more than its whole, whichever of the two is in the file, and by the name of the other", async () => {
  const org = await world();
  const kpi = async (code: string, version: object) =>
    database.kpi.create({
      data: {
        organisationId: org.organisationId,
        code,
        position: 1,
        versions: {
          create: {
            validFromYear: 2019,
            nameDa: `${code} på dansk`,
            nameEn: `${code} in English`,
            shortNameDa: `${code} på dansk`,
            shortNameEn: `${code} in English`,
            unitOfMeasure: "MWh",
            ...version,
          },
        },
      },
    });
  await kpi("renewable", { collectionLevel: "orgUnit", consolidation: "sum" });
  await kpi("share", { unitOfMeasure: "%", formula: { kind: "share", part: "renewable", whole: "electricity" } });
  const sheet = (...rows: (string | number | null)[][]) =>
    workbook([{ name: "2023", rows: [["Enhed", "El", "renewable på dansk"], ...rows] }]);
  // Nord has 1,234 MWh of 2023 already; Syd brings both, and of them only the whole is less than it must be.
  const parts = await preview(client, org, "a.xlsx", sheet(["Nord", null, 1_300.5], ["Syd", 10, 11]));
  expect(await questions(parts.id)).toEqual(["C2 part", "B3 part", "C3 part"]);
  const [first, second] = await listCells(client, parts.id, "questioned", { from: 0, most: 9 }, "da");
  expect(told(first!.asked!.questions[0]!, first!.asked!, 2023, "da")).toMatchObject({
    code: "import.question.partOver",
    values: { other: "El", amount: "1.234" },
  });
  expect(told(second!.asked!.questions[0]!, second!.asked!, 2023, "en")).toMatchObject({
    code: "import.question.wholeUnder",
    values: { other: "renewable in English", amount: "11" },
  });
  // What the file replaces is not held against it.
  const mended = await preview(client, org, "b.xlsx", sheet(["Nord", 2_000, 1_300.5]));
  expect((await questions(mended.id)).filter((one) => one.endsWith("part"))).toEqual([]);
});

it("an answer is kept with its question and survives the import; nobody answers for another organisation, or too late", async () => {
  const org = await world();
  const bytes = file(["Nord", 1_240_000, 500]);
  const one = await preview(client, org, "a.xlsx", bytes);
  const [factor] = await listCells(client, one.id, "questioned", { from: 0, most: 1 }, "da");
  const answer = (organisationId: string) =>
    answerQuestions(client, organisationId, one.id, new Map([[factor!.position, "ny bygning"]]), "set efter");
  expect(await answer((await world()).organisationId)).toBe(false);
  expect(
    (await listCells(client, one.id, "questioned", { from: 0, most: 9 }, "da")).map((line) => line.answer),
  ).toEqual(["", ""]);
  expect(await answer(org.organisationId)).toBe(true);
  const said = ["ny bygning", "set efter"];
  expect(
    (await listCells(client, one.id, "questioned", { from: 0, most: 9 }, "da")).map((line) => line.answer),
  ).toEqual(said);
  expect(await confirm(client, org, one.id, bytes)).toBe("imported");
  expect(await answer(org.organisationId)).toBe(false);
  expect(
    await database.valueConfirmation.findMany({
      where: { organisationId: org.organisationId },
      orderBy: { comment: "asc" },
    }),
  ).toMatchObject([
    { code: "factor", comment: "ny bygning", version: 1, year: 2024, actorId: org.actorId },
    { code: "same", comment: "set efter", version: 1 },
  ]);
  expect(
    await database.auditEntry.count({ where: { organisationId: org.organisationId, action: "value.confirm" } }),
  ).toBe(1);
});
