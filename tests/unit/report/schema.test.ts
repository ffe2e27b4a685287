import { expect, test } from "vitest";
import { blockSettings, blockTextInput, longestText, reportTextInput } from "@/lib/report/schema";
import { reportRows } from "@/prisma/demo/aleris-report";
import { reference } from "@/prisma/demo/reference";

const input = {
  org: "aleris",
  year: "2023",
  blockId: "b7d1a6b0-33c5-4d6f-8f35-0d2f4a7b9c11",
  seen: "3",
  titleDa: "",
  titleEn: "",
  bodyDa: "a\r\nb ",
  bodyEn: "",
};
const codes = reference.indicators.map(({ code }) => code);

test("the demo's settings are what their kind allows, and name KPIs there are", () => {
  for (const { sections } of reportRows().aleris) {
    for (const { kind, settings } of sections.flatMap(({ blocks }) => blocks)) {
      blockSettings[kind].parse(settings);
      const named = [
        ...((settings.kpis as string[] | undefined) ?? []),
        ...((settings.panels as { kpis: string[] }[] | undefined) ?? []).flatMap(({ kpis }) => kpis),
      ];
      expect(codes).toEqual(expect.arrayContaining(named));
    }
  }
});

test("anything else is refused", () => {
  expect(blockSettings.chart.safeParse({ panels: [{ kind: "pie", kpis: ["scope1"] }] }).success).toBe(false);
  expect(blockSettings.text.safeParse({ role: "lead", onclick: "x" }).success).toBe(false);
  expect(blockSettings.keyFacts.safeParse({ kpis: ["Scope 1"] }).success).toBe(false);
});

test("words are trimmed, with plain line ends; broken ones, too long ones and unknown fields are refused by a code", () => {
  expect(blockTextInput.parse(input)).toMatchObject({ year: 2023, seen: 3, bodyDa: "a\nb" });
  const codeOf = (rest: object) => blockTextInput.safeParse({ ...input, ...rest }).error?.issues[0]?.message;
  expect(codeOf({ bodyDa: "a\0b" })).toBe("report.textBroken");
  expect(codeOf({ bodyDa: "\ud800" })).toBe("report.textBroken");
  expect(codeOf({ bodyDa: "a".repeat(longestText + 1) })).toBe("report.textTooLong");
  expect(blockTextInput.safeParse({ ...input, version: 1 }).success).toBe(false);
  expect(
    reportTextInput.safeParse({
      org: "a",
      year: 2023,
      seen: "",
      titleDa: " ",
      titleEn: "x",
      subtitleDa: "",
      subtitleEn: "",
    }).error?.issues[0]?.message,
  ).toBe("report.titleMissing");
});
