import { afterAll, beforeAll, expect, it } from "vitest";
import { refuseUnbound } from "@/lib/report/reference/queries";
import { getReportView } from "@/lib/report/view/queries";
import { loadDemo } from "@/prisma/seed";
import { spoken } from "@/lib/report/narrative/opaque/model";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let organisation: { id: string; dataVersion: string };

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const row = await world.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } });
  organisation = { id: row.id, dataVersion: String(row.dataVersion) };
}, 60_000);
afterAll(() => world.close());

async function textsOf(year: number, locale: "da" | "en"): Promise<string> {
  const { report } = (await getReportView(organisation, year, locale))!;
  return report.sections.flatMap(({ blocks }) => blocks.flatMap(({ title, body }) => [title, spoken(body)])).join("\n");
}

it("every number bound in the demo's reports is there, in both languages", async () => {
  for (const year of [2023, 2024])
    for (const locale of ["da", "en"] as const) expect(await textsOf(year, locale)).not.toContain("{{");
});

it("changes are those of the figures before rounding, not of the printed ones", async () => {
  const da = await textsOf(2023, "da");
  expect(da).toContain("Scope 2 steg 10 % efter den lokationsbaserede metode og 11 % efter den markedsbaserede.");
  expect(da).toContain("strømforbruget voksede 9 %");
  expect(da).toContain("var stigningen mindre, 4 % og 5 %.");
  expect(da).toContain("Strømforbruget er steget 26 % siden 2019, men faldet 18 % pr. omsat million");
  expect(da).toContain("Engagementet steg 2 point til 86, arbejdsmiljøet 4 til 83.");
  expect(da).toContain("arbejdsskaderne steg fra 2,4 til 3,5 % af FTE. Begge dele er bagud for målet.");
  expect(da).toContain("Faldet siden 2021 er 4 procentpoint.");
  expect(da).toContain("1.143 | mio. kr. i omsætning");
  const en = await textsOf(2023, "en");
  expect(en).toContain("Engagement rose 2 points to 86");
  expect(en).toContain("patient safety culture at 96.5 against above 90");
  expect(en).toContain("Revenue for 2023 is DKK 1,143 million");
});

const refused = (titleDa: string, bodyEn: string) =>
  refuseUnbound(organisation, 2023, { titleDa, bodyEn }).then(
    () => null,
    ({ code, values }: { code: string; values: unknown }) => ({ code, values }),
  );

it("a reference nothing can be made of is refused with its place and reason", async () => {
  expect(await refused("", "One.\n\n{{kpi:nothing}}")).toEqual({
    code: "report.reference.unknownKpi",
    values: { field: "bodyEn", line: 3, reference: "{{kpi:nothing}}" },
  });
  expect(await refused("{{kpi:scope2-location 1999}}", "")).toMatchObject({ code: "report.reference.unknownYear" });
  expect(await refused("{{kpi:scope2-location @mars}}", "")).toMatchObject({ code: "report.reference.unknownOrgUnit" });
  expect(await refused("{{kpi:scope2-location chnge}}", "")).toMatchObject({ code: "report.reference.syntax" });
  expect(await refused("{{kpi:electricity @aalborg unit}}", "{{kpi:heating}} is pending")).toBeNull();
});

it("a figure without a value is marked where it is bound, and an org unit's is shown", async () => {
  const { blocks } = (await world.database.section.findFirstOrThrow({
    where: { code: "producer", report: { organisationId: organisation.id, year: 2023 } },
    include: { blocks: true },
  }))!;
  const block = blocks.find(({ bodyDa }) => bodyDa.includes("Grøn strøm undersøges"))!;
  const bodyDa =
    "Varme: {{kpi:heating}}. Strøm 2023: {{kpi:electricity @aalborg unit}}, i alt {{kpi:electricity unit}}.";
  await world.database.block.update({ where: { id: block.id }, data: { bodyDa } });
  organisation = { ...organisation, dataVersion: `${organisation.dataVersion}0` };
  const said = (await textsOf(2023, "da")).split("\n").find((line) => line.startsWith("Varme: "));
  expect(said).toMatch(/^Varme: \{\{kpi:heating\}\}\. Strøm 2023: [\d.]+ MWh, i alt 3\.574 MWh\.$/);
});
