import fc from "fast-check";
import { expect, test } from "vitest";
import { blockSettings, mostKpis } from "@/lib/report/schema";
import { hasSettings, kpiOf, placesOf, settingsFrom, type SettingsFields } from "@/lib/report/settings/model";
import { fieldsOf } from "@/lib/report/settings/reading/model";
import { settingsInput } from "@/lib/report/settings/schema";

const kpis = [
  { code: "scope1", da: "Scope 1", en: "Scope 1" },
  { code: "water", da: "Vandforbrug", en: "Water consumption" },
  { code: "fte", da: "Årsværk", en: "FTE" },
];
const empty: SettingsFields = { kpis: [], panels: [], goals: [] };
const address = { org: "aleris", year: "2023", blockId: "b7d1a6b0-33c5-4d6f-8f35-0d2f4a7b9c11", seen: "{}" };
const sent = (fields: Record<string, string | string[]>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...address, ...fields }))
    for (const one of [value].flat()) form.append(name, one);
  return fieldsOf(settingsInput.parse(form), "da");
};

test("a KPI is known by its name in either language or by its code, however it is capitalised", () => {
  expect(["vandforbrug", "Water consumption", "WATER", " water "].map((name) => kpiOf(name, kpis))).toEqual(
    Array(4).fill("water"),
  );
  expect(kpiOf("Vand", kpis)).toBeNull();
});

test("what a form shows of KPIs is read back as the same codes, empty places left out", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(kpis.map(({ code }) => code)), (codes) => {
      const places = placesOf(codes, (code) => kpis.find((kpi) => kpi.code === code)!.da, mostKpis);
      expect(places).toHaveLength(codes.length + 1);
      expect(settingsFrom("table", sent({ kpi: places }), kpis)).toEqual({ settings: { kpis: codes } });
    }),
  );
});

test("a chart keeps the panels that name KPIs, with their titles, and refuses a name nobody has", () => {
  const fields = sent({
    "kind-0": "line",
    "kpi-0": ["Scope 1", ""],
    "titleDa-0": "Udledning",
    "titleEn-0": "",
    "kind-1": "bar",
    "kpi-1": ["", ""],
  });
  expect(settingsFrom("chart", fields, kpis)).toEqual({
    settings: { panels: [{ kind: "line", kpis: ["scope1"], titleDa: "Udledning" }] },
  });
  expect(settingsFrom("chart", sent({ "kind-0": "bar", "kpi-0": "Scope 9" }), kpis)).toMatchObject({
    code: "report.settings.unknownKpi",
    values: { name: "Scope 9" },
  });
  expect(settingsFrom("chart", sent({ "kind-0": "pie", "kpi-0": "Scope 1" }), kpis)).toMatchObject({
    code: "report.settings.wrong",
  });
});

test("an axis is read in the reader's language and must run upwards", () => {
  const axis = (axisFrom: string, axisTo: string) =>
    settingsFrom("comparison", sent({ axisFrom, axisTo, unitOfMeasure: "%" }), kpis);
  expect(axis("69,5", "100")).toEqual({ settings: { axisFrom: 69.5, axisTo: 100, unitOfMeasure: "%" } });
  for (const [from, to] of [
    ["100", "70"],
    ["70", "70"],
    ["", "100"],
    ["1e3", "x"],
  ] as const)
    expect(axis(from, to)).toMatchObject({ code: "report.settings.axisWrong", field: "axisFrom" });
});

test("pictures, goals, roles and policies are read by their kind; what another kind sends is left", () => {
  const id = "b7d1a6b0-33c5-4d6f-8f35-0d2f4a7b9c12";
  const fields = sent({
    pictureId: id,
    width: "column",
    goal: ["13", "3"],
    role: "lead",
    since: "2013",
    kpi: "nothing",
  });
  expect(settingsFrom("picture", fields, kpis)).toEqual({ settings: { pictureId: id, width: "column" } });
  expect(settingsFrom("story", fields, kpis)).toEqual({ settings: { pictureId: id } });
  expect(settingsFrom("sdgs", fields, kpis)).toEqual({ settings: { goals: [13, 3] } });
  expect(settingsFrom("text", fields, kpis)).toEqual({ settings: { role: "lead" } });
  expect(settingsFrom("policy", fields, kpis)).toEqual({ settings: { since: 2013, address: "" } });
  expect(settingsFrom("story", { ...empty, pictureId: "" }, kpis)).toEqual({ settings: { pictureId: null } });
  expect(settingsFrom("policy", { ...empty, address: "http://a.dk" }, kpis)).toMatchObject({
    code: "report.settings.wrong",
  });
});

test("every kind that can be set reads a form into settings it accepts; unknown fields are refused", () => {
  for (const kind of Object.keys(blockSettings) as (keyof typeof blockSettings)[]) {
    if (!hasSettings(kind)) expect(settingsFrom(kind, empty, kpis)).toEqual({ settings: {} });
  }
  expect(settingsInput.safeParse({ ...address, html: "<b>" }).success).toBe(false);
});
