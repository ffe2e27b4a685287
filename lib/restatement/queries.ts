import { database } from "@/lib/database/client";
import type { Prisma, RestatementKind } from "@/lib/database/generated/client";
import { versionIn } from "@/lib/kpi/model";
import type { Locale } from "@/lib/language/model";
import { besidesIn, besideTexts } from "./beside/model";
import { effectLine, type EffectLine } from "./line/model";
import { reasonIn } from "./model";
import { explainedIn, type Bound, type PublishedPeriod } from "./period/model";

/** Which restatements are asked for; null: no matter. */
export type RestatementFilter = { from: Bound | null; to: Bound | null; year: number | null; kpi: string | null };

/** A restatement in a language, with what it did. */
export type RestatementView = {
  id: string;
  at: string;
  /** Present name of the author; null when erased. */
  actor: string | null;
  kind: RestatementKind;
  /** The KPI or factor that was changed. */
  subject: { code: string; name: string; orgUnit: string | null };
  fromYear: number;
  toYear: number;
  reason: string;
  /** The cell itself first, then what follows from it; the organisation's own figures before those of its org units. */
  effects: EffectLine[];
  isMaterial: boolean;
  threshold: string;
  /** The report that must explain it, where it is material. */
  explainedIn: number | null;
  isExplained: boolean;
};

const MOST = 500;

const shape = {
  effects: { orderBy: [{ year: "asc" }] },
  explanation: { select: { textDa: true, textEn: true } },
} satisfies Prisma.RestatementInclude;

/** The organisation's reporting years with the instants of their publication, newest first. */
export async function getPublishedPeriods(organisationId: string): Promise<PublishedPeriod[]> {
  const periods = await database.reportingPeriod.findMany({
    where: { organisationId },
    select: { year: true, publishedAt: true },
    orderBy: { year: "desc" },
  });
  return periods.map(({ year, publishedAt }) => ({ year, publishedAt: publishedAt?.toISOString() ?? null }));
}

/** The restatements of an organisation, newest first; a fixed number of reads. */
export async function listRestatements(
  organisationId: string,
  filter: RestatementFilter,
  locale: Locale,
): Promise<RestatementView[]> {
  const [rows, kpis, orgUnits, factors, periods] = await Promise.all([
    database.restatement.findMany({
      where: whereOf(organisationId, filter),
      include: shape,
      orderBy: [{ at: "desc" }, { id: "asc" }],
      take: MOST,
    }),
    database.kpi.findMany({ where: { organisationId }, include: { versions: true }, orderBy: { position: "asc" } }),
    database.orgUnit.findMany({ where: { organisationId }, select: { id: true, name: true, isRoot: true } }),
    database.emissionFactor.findMany({ where: { organisationId } }),
    getPublishedPeriods(organisationId),
  ]);
  const people = await database.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ createdBy }) => createdBy))] } },
    select: { id: true, name: true },
  });
  const [names, units] = [
    new Map(people.map(({ id, name }) => [id, name])),
    new Map(orgUnits.map((unit) => [unit.id, unit])),
  ];
  const order = new Map(kpis.map(({ id }, index) => [id, index]));
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const published = new Set(periods.flatMap(({ year, publishedAt }) => (publishedAt ? [year] : [])));
  const kpiName = (id: string, year: number) => {
    const kpi = byId.get(id)!;
    const version = versionIn(kpi.versions, year) ?? kpi.versions[0]!;
    const name = locale === "da" ? version.shortNameDa : version.shortNameEn;
    return { code: kpi.code, name, unitOfMeasure: version.unitOfMeasure };
  };
  const orgUnitName = (id: string | null) => {
    const unit = id === null ? undefined : units.get(id);
    return unit && !unit.isRoot ? unit.name : null;
  };
  const factorName = (code: string) => {
    const factor = factors.find((one) => one.code === code);
    const name = factor && (locale === "da" ? factor.activityDa : factor.activityEn);
    return { code, name: name ?? code };
  };
  return rows.map((row): RestatementView => {
    const besides = besidesIn(row.after);
    const rank = (effect: (typeof row.effects)[number]) => [
      effect.kpiId === row.kpiId && effect.orgUnitId === row.orgUnitId ? 0 : 1,
      units.get(effect.orgUnitId)?.isRoot ? 0 : 1,
      order.get(effect.kpiId) ?? 0,
      effect.year,
    ];
    const effects = row.effects
      .toSorted((a, b) => compareRanks(rank(a), rank(b)))
      .map((effect) => {
        const names = { ...kpiName(effect.kpiId, effect.year), orgUnit: orgUnitName(effect.orgUnitId) };
        const beside = besides(names.code, effect.orgUnitId, effect.year);
        const nameOf = (id: string) => units.get(id)?.name ?? "";
        return effectLine(
          {
            ...{ year: effect.year, decimals: effect.decimals, isMaterial: effect.isMaterial },
            percent: effect.percent?.toFixed() ?? null,
            before: said(effect.beforeStatus, effect.beforeAmount, effect.beforeMen, effect.beforeWomen),
            after: said(effect.afterStatus, effect.afterAmount, effect.afterMen, effect.afterWomen),
          },
          names,
          !published.has(effect.year),
          locale,
          beside && besideTexts(beside, { nameOf, unitOfMeasure: names.unitOfMeasure }, locale),
        );
      });
    const at = row.at.toISOString();
    return {
      ...{ id: row.id, at, kind: row.kind, effects, fromYear: row.fromYear, toYear: row.toYear },
      actor: names.get(row.createdBy) ?? null,
      subject: {
        ...(row.kpiId
          ? kpiName(row.kpiId, row.fromYear)
          : row.factorCode
            ? factorName(row.factorCode)
            : { code: "", name: orgUnitName(row.orgUnitId) ?? "" }),
        orgUnit: orgUnitName(row.orgUnitId),
      },
      reason: reasonIn(row, locale),
      isMaterial: row.isMaterial,
      threshold: row.thresholdPercent.toFixed(),
      explainedIn: row.isMaterial ? explainedIn(periods, { at, toYear: row.toYear }) : null,
      isExplained: row.explanation !== null && (row.explanation.textDa + row.explanation.textEn).trim() !== "",
    };
  });
}

function whereOf(organisationId: string, { from, to, year, kpi }: RestatementFilter): Prisma.RestatementWhereInput {
  const at = { ...(from ? { gt: from.at } : {}), ...(to ? { lte: endOf(to) } : {}) };
  const conditions: Prisma.RestatementWhereInput[] = [];
  if (year !== null)
    conditions.push({ OR: [{ fromYear: { lte: year }, toYear: { gte: year } }, { effects: { some: { year } } }] });
  if (kpi !== null) conditions.push({ OR: [{ kpi: { code: kpi } }, { effects: { some: { kpi: { code: kpi } } } }] });
  return { organisationId, at, AND: conditions };
}

/** A day is meant to its end. */
function endOf({ at, publicationOf }: Bound): string {
  return publicationOf === null ? at.replace("T00:00:00.000Z", "T23:59:59.999Z") : at;
}

type Amount = Prisma.Decimal | null;

function said(status: EffectStatus, amount: Amount, men: Amount, women: Amount) {
  return {
    status: status ?? ("missing" as const),
    amount: amount?.toFixed() ?? null,
    men: men?.toFixed() ?? null,
    women: women?.toFixed() ?? null,
  };
}

type EffectStatus = Prisma.RestatementEffectGetPayload<object>["beforeStatus"];

function compareRanks(one: number[], other: number[]): number {
  const at = one.findIndex((rank, index) => rank !== other[index]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}
