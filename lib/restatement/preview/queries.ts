import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { formulaInputs, versionIn } from "@/lib/kpi/model";
import { formulaSchema } from "@/lib/kpi/schema";
import { messages } from "@/lib/language/messages";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import type { CellFigure, StoredCell } from "@/lib/value/model";
import { questionsTo, type QuestionRule } from "@/lib/value/question/model";
import { readStoredCells } from "@/lib/value/queries";
import type { KpiRule } from "@/lib/value/reading/model";
import { plannerOf } from "../asked/queries";
import { besideTexts } from "../beside/model";
import { workOut, type WorkedOut } from "../effect/queries";
import { effectLine, type EffectLine } from "../line/model";
import { valueSubject } from "../mutations";
import { previewPlan } from "../plan/mutations";
import { questionText } from "../reading/question/model";
import { readRestated } from "../reading/model";
import type { Asked, RestatedValue } from "../schema";

/** A cell somebody may want to restate, and what it says now. */
export type Restatable = {
  kpiId: string;
  orgUnitId: string;
  year: number;
  code: string;
  name: string;
  shortName: string;
  unit: string;
  orgUnit: { code: string; name: string; isRoot: boolean };
  isPublished: boolean;
  /** Codes of the KPIs it is calculated from: those are restated instead. Null when it is entered. */
  inputs: string[] | null;
  rule: KpiRule & QuestionRule;
  stored: StoredCell | null;
  lastYear: CellFigure | null;
};

/** The cell of a KPI at an org unit (null: the organisation itself) in a year; null when there is none of the three. */
export async function getRestatable(
  organisationId: string,
  asked: { kpi: string; unit: string | null; year: number },
  locale: Locale,
): Promise<Restatable | null> {
  const { year } = asked;
  const [kpi, orgUnit, period] = await Promise.all([
    database.kpi.findUnique({
      where: { organisationId_code: { organisationId, code: asked.kpi } },
      include: { versions: true },
    }),
    database.orgUnit.findFirst({
      where: { organisationId, ...(asked.unit === null ? { isRoot: true } : { code: asked.unit }) },
    }),
    database.reportingPeriod.findUnique({ where: { organisationId_year: { organisationId, year } } }),
  ]);
  const version = kpi && versionIn(kpi.versions, year);
  if (!kpi || !orgUnit || !period || !version) return null;
  const key = { kpiId: kpi.id, orgUnitId: orgUnit.id };
  const before = { ...key, year: year - 1 };
  const cells = await readStoredCells(database, organisationId, [{ ...key, year }, before]);
  return {
    ...key,
    year,
    code: kpi.code,
    name: locale === "da" ? version.nameDa : version.nameEn,
    shortName: locale === "da" ? version.shortNameDa : version.shortNameEn,
    unit: unitLabel(version.unitOfMeasure, locale),
    orgUnit: { code: orgUnit.code, name: orgUnit.name, isRoot: orgUnit.isRoot },
    isPublished: period.state === "published",
    inputs: version.formula === null ? null : formulaInputs(formulaSchema.parse(version.formula)),
    rule: {
      valueKind: version.valueKind,
      unitOfMeasure: version.unitOfMeasure,
      minimum: version.minimum?.toFixed() ?? null,
      maximum: version.maximum?.toFixed() ?? null,
      tolerancePercent: version.tolerancePercent.toFixed(),
    },
    stored: cells.get({ ...key, year }) ?? null,
    lastYear: cells.get(before) ?? null,
  };
}

/** What a restatement would do, in words, and what a confirmation must name. */
export type RestatementPreview = {
  seen: number;
  previewed: string;
  effects: EffectLine[];
  isMaterial: boolean;
  threshold: string;
  questions: string[];
};

/** The restatable cell, its new content as read, and its new state: what preview and confirmation have in common. */
export async function readAsked(organisationId: string, asked: RestatedValue, locale: Locale) {
  const cell = await getRestatable(organisationId, asked, locale);
  if (!cell) throw new Refusal("access.notFound");
  if (!cell.isPublished) throw new Refusal("restatement.notPublished", { year: String(asked.year) });
  if (cell.inputs) throw new Refusal("value.refusal.calculated", {}, "figure");
  return { cell, content: readRestated(asked, cell.stored, cell.rule, locale) };
}

/** Works a restatement out without writing anything. */
export async function previewRestatement(
  organisationId: string,
  asked: Asked,
  locale: Locale,
): Promise<RestatementPreview> {
  if (asked.what !== "value") {
    const worked = await previewPlan(organisationId, await plannerOf(organisationId, asked, locale));
    return { seen: 0, questions: [], ...inWords(worked, locale) };
  }
  const { cell, content } = await readAsked(organisationId, asked, locale);
  const key = { kpiId: cell.kpiId, orgUnitId: cell.orgUnitId, year: cell.year };
  const worked = await workOut(organisationId, (kpis) => valueSubject(kpis, key, content));
  const say = messages[locale].value.question;
  return {
    seen: cell.stored?.version ?? 0,
    questions: questionsTo(content, cell.rule, cell.lastYear).map((question) =>
      questionText(question, content, cell.lastYear, cell.year, say, locale),
    ),
    ...inWords(worked, locale),
  };
}

function inWords({ effects, kpis, orgUnits, publishedYears, digest, threshold }: WorkedOut, locale: Locale) {
  const kpiOf = new Map(kpis.map((kpi) => [kpi.code, kpi]));
  const unitOf = new Map(orgUnits.map((unit) => [unit.id, unit]));
  const lines = effects.flatMap((effect) => {
    const version = versionIn(kpiOf.get(effect.code)!.versions, effect.year);
    const unit = unitOf.get(effect.orgUnitId)!;
    if (!version) return [];
    const { unitOfMeasure } = version;
    const names = {
      ...{ code: effect.code, unitOfMeasure, orgUnit: unit.isRoot ? null : unit.name },
      name: locale === "da" ? version.shortNameDa : version.shortNameEn,
    };
    const nameOf = (id: string) => unitOf.get(id)?.name ?? "";
    const beside = effect.beside && besideTexts(effect.beside, { nameOf, unitOfMeasure }, locale);
    return [effectLine(effect, names, !publishedYears.includes(effect.year), locale, beside)];
  });
  return { previewed: digest, effects: lines, isMaterial: lines.some(({ isMaterial }) => isMaterial), threshold };
}
