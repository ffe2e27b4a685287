import { add, compare, fraction, hundred } from "@/lib/number/fraction";
import type { KpiSetup, SetupDocument } from "../../schema";
import { ROOT } from "../../schema";
import { noteTwice, type Note } from "../note/model";

type Path = (string | number)[];
type Known = { kpis: Set<string>; pillars: Set<string>; orgUnits: Set<string> };

/** What a set-up says of its KPIs and footnotes, and whether what it names is there. */
export function checkKpis({ organisation, kpis, pillars, orgUnits, footnotes }: SetupDocument, note: Note): void {
  const known: Known = {
    kpis: new Set(kpis.map(({ code }) => code)),
    pillars: new Set(pillars.map(({ code }) => code)),
    orgUnits: new Set([ROOT, ...orgUnits.map(({ code }) => code)]),
  };
  const { fteKpi } = organisation;
  if (fteKpi && !known.kpis.has(fteKpi)) note(["organisation", "fteKpi"], "unknownKpi", { code: fteKpi });
  kpis.forEach((kpi, at) => checkKpi(kpi, ["kpis", at], known, note));
  const replaced = kpis.flatMap(({ replaces }, at) => (replaces ? [{ replaces, at }] : []));
  noteTwice(
    replaced.map(({ replaces }) => replaces),
    (index) => ["kpis", replaced[index]!.at, "replaces"],
    note,
  );
  footnotes.forEach(({ on }, at) => {
    noteTwice(
      on.map(({ kpi, from }) => `${kpi} ${from}`),
      (step) => ["footnotes", at, "on", step],
      note,
    );
    on.forEach(({ kpi, from, to }, step) => {
      if (!known.kpis.has(kpi)) note(["footnotes", at, "on", step, "kpi"], "unknownKpi", { code: kpi });
      if (to !== null && to < from) note(["footnotes", at, "on", step, "to"], "yearsCrossed");
    });
  });
}

function checkKpi(kpi: KpiSetup, path: Path, known: Known, note: Note): void {
  if (kpi.pillar && !known.pillars.has(kpi.pillar)) note([...path, "pillar"], "unknownPillar", { code: kpi.pillar });
  for (const name of ["parent", "replaces"] as const) {
    const other = kpi[name];
    if (other === kpi.code) note([...path, name], "itself", { code: kpi.code });
    else if (other && !known.kpis.has(other)) note([...path, name], "unknownKpi", { code: other });
  }
  noteTwice(
    kpi.definitions.map(({ from }) => String(from)),
    (at) => [...path, "definitions", at, "from"],
    note,
  );
  kpi.definitions.forEach((definition, at) => checkDefinition(definition, [...path, "definitions", at], known, note));
  noteTwice(
    kpi.collectedAt.map(({ orgUnit, from }) => `${orgUnit} ${from}`),
    (at) => [...path, "collectedAt", at],
    note,
  );
  kpi.collectedAt.forEach(({ orgUnit, from, to }, at) => {
    if (!known.orgUnits.has(orgUnit))
      note([...path, "collectedAt", at, "orgUnit"], "unknownOrgUnit", { code: orgUnit });
    if (to !== null && to < from) note([...path, "collectedAt", at, "to"], "yearsCrossed");
  });
  noteTwice(
    kpi.targets.map(({ year, orgUnit }) => `${year} ${orgUnit ?? ""}`.trim()),
    (at) => [...path, "targets", at],
    note,
  );
  kpi.targets.forEach((target, at) => checkTarget(target, [...path, "targets", at], known, note));
  noteTwice(
    kpi.benchmarks.map(({ year, labelEn }) => `${year} ${labelEn}`),
    (at) => [...path, "benchmarks", at],
    note,
  );
  noteTwice(
    kpi.breaks.map(({ year }) => String(year)),
    (at) => [...path, "breaks", at, "year"],
    note,
  );
  noteTwice(
    kpi.references.map(({ framework, disclosure }) => `${framework} ${disclosure}`),
    (at) => [...path, "references", at],
    note,
  );
}

function checkDefinition(definition: KpiSetup["definitions"][number], path: Path, known: Known, note: Note): void {
  const { consolidation, weighedBy, minimum, maximum } = definition;
  if ((consolidation === "weighted") !== (weighedBy !== null)) note([...path, "weighedBy"], "weightMissing");
  if (weighedBy && !known.kpis.has(weighedBy)) note([...path, "weighedBy"], "unknownKpi", { code: weighedBy });
  if (minimum !== null && maximum !== null && compare(fraction(minimum), fraction(maximum)) > 0)
    note([...path, "maximum"], "boundsCrossed");
}

function checkTarget(target: KpiSetup["targets"][number], path: Path, known: Known, note: Note): void {
  const { kind, limit, men, women, year, baselineYear, orgUnit } = target;
  if (orgUnit && !known.orgUnits.has(orgUnit)) note([...path, "orgUnit"], "unknownOrgUnit", { code: orgUnit });
  const isSplit = kind === "split";
  const sums = men !== null && women !== null && compare(add(fraction(men), fraction(women)), hundred) === 0;
  if (isSplit ? limit !== null || !sums : limit === null || men !== null || women !== null)
    note([...path, isSplit ? "men" : "limit"], isSplit ? "splitWrong" : "limitMissing");
  if (kind === "reduction" && baselineYear === null) note([...path, "baselineYear"], "baselineMissing");
  if (baselineYear !== null && baselineYear >= year) note([...path, "baselineYear"], "baselineLate");
}
