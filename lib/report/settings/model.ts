import type { BlockKind } from "@/lib/database/generated/enums";
import { blockSettings, mostPanels, type BlockSettings } from "@/lib/report/schema";

/** A KPI a form can name: by its code, or by its short name in either language. */
export type NamedKpi = { code: string; da: string; en: string };

/** One drawing area as a form sends it. */
export type PanelFields = { kind: string; kpis: string[]; titleDa: string; titleEn: string };

/** What a form of settings sends; every kind reads its own and leaves the rest. Numbers are exact decimals with a full stop. */
export type SettingsFields = {
  role?: string;
  kpis: string[];
  panels: PanelFields[];
  axisFrom?: string | null;
  axisTo?: string | null;
  unitOfMeasure?: string;
  pictureId?: string;
  width?: string;
  goals: number[];
  since?: number | null;
  address?: string;
};

/** Settings as a form says them, or why they cannot be. */
export type ReadSettings = { settings: object } | { code: string; values: Record<string, string>; field: string };

const kindsWithout: readonly BlockKind[] = [
  "highlights",
  "risks",
  "focusPoints",
  "quote",
  "callout",
  "pageBreak",
  "answers",
];

/** Whether a block of this kind can be set to anything. */
export function hasSettings(kind: BlockKind): boolean {
  return !kindsWithout.includes(kind);
}

/** What KPIs were named as, as codes: a name in either language, however it is capitalised, or the code itself. */
export function kpiOf(written: string, kpis: readonly NamedKpi[]): string | null {
  const plain = written.trim().toLowerCase();
  const found =
    kpis.find(({ code }) => code === plain) ??
    kpis.find(({ da, en }) => [da, en].some((name) => name.toLowerCase() === plain));
  return found?.code ?? null;
}

/** The settings of a block of this kind, read from its form; empty places are left out. */
export function settingsFrom(kind: BlockKind, fields: SettingsFields, kpis: readonly NamedKpi[]): ReadSettings {
  const unknown = [...fields.kpis, ...fields.panels.flatMap((panel) => panel.kpis)].find(
    (written) => written.trim() !== "" && kpiOf(written, kpis) === null,
  );
  if (unknown !== undefined && (kind === "keyFacts" || kind === "table" || kind === "chart"))
    return { code: "report.settings.unknownKpi", values: { name: unknown }, field: "kpi" };
  const wanted = wantedOf(kind, fields, kpis);
  if (wanted === null) return { code: "report.settings.axisWrong", values: {}, field: "axisFrom" };
  const parsed = blockSettings[kind].safeParse(wanted);
  if (parsed.success) return { settings: parsed.data };
  const [field] = parsed.error.issues[0]?.path ?? [];
  return { code: "report.settings.wrong", values: {}, field: String(field ?? "") };
}

function wantedOf(kind: BlockKind, fields: SettingsFields, kpis: readonly NamedKpi[]): object | null {
  const codes = (written: string[]) => [...new Set(written.flatMap((one) => kpiOf(one, kpis) ?? []))];
  const pictureId = fields.pictureId || null;
  switch (kind) {
    case "text":
      return { role: fields.role };
    case "keyFacts":
    case "table":
      return { kpis: codes(fields.kpis) };
    case "chart":
      return {
        panels: fields.panels
          .map((panel) => ({ kind: panel.kind, kpis: codes(panel.kpis), ...titlesOf(panel) }))
          .filter((panel) => panel.kpis.length > 0)
          .slice(0, mostPanels),
      };
    case "comparison": {
      const [axisFrom, axisTo] = [Number(fields.axisFrom ?? NaN), Number(fields.axisTo ?? NaN)];
      if (!(axisFrom < axisTo)) return null;
      return { axisFrom, axisTo, unitOfMeasure: fields.unitOfMeasure ?? "" };
    }
    case "picture":
      return { pictureId, width: fields.width };
    case "story":
      return { pictureId };
    case "sdgs":
      return { goals: fields.goals };
    case "policy":
      return { since: fields.since ?? null, address: fields.address ?? "" };
    default:
      return {};
  }
}

function titlesOf({ titleDa, titleEn }: PanelFields) {
  return { ...(titleDa && { titleDa }), ...(titleEn && { titleEn }) };
}

/** Settings as a form's places show them: KPIs by name, one place more than are named, as far as there may be more. */
export function placesOf(codes: readonly string[], nameOf: (code: string) => string, most: number): string[] {
  const named = codes.map(nameOf);
  return named.length < most ? [...named, ""] : named;
}

/** Settings as stored, in the form of their kind. */
export function storedSettings<Kind extends BlockKind>(kind: Kind, stored: unknown): BlockSettings[Kind] {
  const parsed = blockSettings[kind].safeParse(stored);
  return (parsed.success ? parsed.data : blockSettings[kind].parse({})) as BlockSettings[Kind];
}
