import type { Locale } from "@/lib/language/model";
import { parseNumber } from "@/lib/number/model";
import { mostPanels } from "@/lib/report/schema";
import type { PanelFields, SettingsFields } from "../model";
import type { SettingsInput } from "../schema";

/** What a form of settings says, its numbers read as they are written in this language. */
export function fieldsOf(input: SettingsInput, locale: Locale): SettingsFields {
  const { role, kpi, unitOfMeasure, pictureId, width, goal, since, address } = input;
  return {
    ...{ role, unitOfMeasure, pictureId, width, since, address },
    kpis: kpi,
    goals: goal,
    axisFrom: amountOf(input.axisFrom, locale),
    axisTo: amountOf(input.axisTo, locale),
    panels: Array.from({ length: mostPanels }, (_, index) => panelOf(input, index)),
  };
}

function panelOf(input: SettingsInput, index: number): PanelFields {
  const places = input as Record<string, unknown>;
  const text = (name: string) => {
    const written = places[`${name}-${index}`];
    return typeof written === "string" ? written : "";
  };
  return {
    kind: text("kind"),
    kpis: (places[`kpi-${index}`] as string[] | undefined) ?? [],
    titleDa: text("titleDa"),
    titleEn: text("titleEn"),
  };
}

function amountOf(text: string | undefined, locale: Locale): string | null {
  const read = parseNumber(text ?? "", locale);
  return (read.ok && read.value?.amount) || null;
}
