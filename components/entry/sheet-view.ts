import { coverageText, printedFigure } from "@/components/figure/printed";
import { figureWords } from "@/components/figure/words";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import type { CellApproval } from "@/lib/approval/model";
import type { Figure } from "@/lib/figure/model";
import daApproval from "@/lib/language/messages/da/approval.json";
import daCommon from "@/lib/language/messages/da/common.json";
import enApproval from "@/lib/language/messages/en/approval.json";
import enCommon from "@/lib/language/messages/en/common.json";
import { remarkIn, type Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import { cellId, columns } from "@/lib/value/draft/model";
import type { CellFigure } from "@/lib/value/model";
import { noFilter, type SheetFilter } from "@/lib/value/filter/model";
import { isOpenForEntry, type EntrySheet, type SheetCell } from "@/lib/value/sheet/model";
import { dayOf } from "./when";
import type { ApprovalMark, CellView, PrintedText, RowView, SheetView, YearView } from "./view";
import { entryWords } from "./entry-words";
import { fill, type EntryWords } from "./words";

const approvalWords: Record<Locale, Pick<typeof daApproval, "state">> = { da: daApproval, en: enApproval };
const common: Record<Locale, typeof daCommon> = { da: daCommon, en: enCommon };

/** An entry sheet as the browser gets it: one language, everything printed that is only to be read. `now` tells what was saved today; `requested` the KPIs asked of whoever looks, `approvals` where values stand, by "KPI org unit". */
export function sheetView(
  sheet: EntrySheet,
  access: Access,
  locale: Locale,
  now: Date,
  filter: SheetFilter = noFilter,
  requested: ReadonlySet<string> = new Set(),
  approvals: ReadonlyMap<string, CellApproval> = new Map(),
): SheetView {
  const { year, orgUnit, groups } = sheet;
  const words = entryWords[locale];
  const mayEnter = may(access.roles, "value.save");
  const rows = groups.flatMap((group) => group.rows);
  const names = new Map(rows.map(({ code, shortName }) => [code, shortName]));
  const years = sheet.years.map((period): YearView => {
    const [isOpen, state] = [isOpenForEntry(period.state), common[locale].periodState[period.state]];
    const reason = isOpen ? (mayEnter ? "" : words.readOnly) : fill(words.closedYear, { year: period.year, state });
    const restates = period.state === "published" && may(access.roles, "value.restate");
    const path = `/${access.organisation.slug}/restatements/new?unit=${orgUnit.code}&year=${period.year}&kpi=`;
    return { year: period.year, isOpen: isOpen && mayEnter, reason, state, restatePath: restates ? path : null };
  });
  const shares = sharesOf(rows);
  const owners = new Map(rows.flatMap(({ owner }) => (owner ? [[owner.id, owner.name] as const] : [])));
  return {
    org: access.organisation.slug,
    user: { id: access.user.id, email: access.user.email },
    orgUnit,
    year,
    years,
    columns:
      years.length > 1
        ? [{ kind: "name" }, ...years.map((_, at) => ({ kind: "figure" as const, at }))]
        : [{ kind: "name" }, ...columns.map((kind) => ({ kind, at: 0 }))],
    locale,
    lead: leadOf(sheet, mayEnter, words, locale),
    approvals: Object.fromEntries(
      rows.flatMap((row) => approvalOf(row, approvals.get(`${row.kpiId} ${orgUnit.id}`), locale)),
    ),
    words,
    isReadOnly: years.every(({ isOpen }) => !isOpen),
    today: dayOf(now),
    kpiPath: `/${access.organisation.slug}/kpis/`,
    mayReadHistory: may(access.roles, "history.read"),
    filter,
    owners: [...owners].map(([id, name]) => ({ id, name })),
    groups: groups.map((group) => ({
      code: group.code,
      colour: group.colour,
      name: group.name ?? words.base,
      rows: group.rows.map((row): RowView => ({
        kpiId: row.kpiId,
        code: row.code,
        name: row.shortName,
        fullName: row.name,
        names: row.names.filter((name) => name !== row.name && name !== row.shortName),
        parentCode: row.parentCode,
        owner: row.owner?.id ?? null,
        isRequested: requested.has(row.kpiId),
        definition: row.definition,
        unitOfMeasure: row.unitOfMeasure,
        before: years.length > 1 ? [] : row.before.map((figure) => (figure ? printed(figure, locale) : hidden(words))),
        years: row.years.map((cell, at): CellView => ({
          id: cellId(row.kpiId, cell.year),
          year: cell.year,
          kind: cell.kind,
          isEntered: cell.kind === "asked" && years[at]!.isOpen,
          formula: cell.formula,
          decimals: cell.decimals,
          rule: cell.rule,
          lastYear: cell.lastYear && figureOf(cell.lastYear),
          partOf: shares.get(`${row.code} ${cell.year}`) ?? [],
          cell: cell.cell,
          confirmed: cell.confirmed,
          worked: {
            ...(cell.isHidden ? hidden(words) : printed(cell.figure, locale)),
            lacks: cell.figure.lacks.map((code) => names.get(code) ?? code),
            coverage: cell.beside ? besideText(cell.beside, locale) : coverageText(cell.figure, figureWords(locale)),
          },
        })),
      })),
    })),
  };
}

/** What each figure is part or whole of, by its KPI's code and year. */
function sharesOf(rows: EntrySheet["groups"][number]["rows"]): Map<string, CellView["partOf"]> {
  const shares = new Map<string, CellView["partOf"]>();
  const add = (code: string, year: number, other: CellView["partOf"][number]) =>
    shares.set(`${code} ${year}`, [...(shares.get(`${code} ${year}`) ?? []), other]);
  for (const { formula, year } of rows.flatMap((row) => row.years)) {
    if (formula?.kind !== "share") continue;
    add(formula.part, year, { isWhole: false, code: formula.whole });
    if (formula.whole !== formula.part) add(formula.whole, year, { isWhole: true, code: formula.part });
  }
  return shares;
}

/** The figure alone: who entered it last year, and with which words, is nothing this year is held against. */
function figureOf({ status, amount, scale, men, women }: CellFigure): CellFigure {
  return { status, amount, scale, men, women };
}

/** What is shown of a value's approval, by its KPI: nothing of a draft. */
function approvalOf(
  { kpiId, years: [now] }: EntrySheet["groups"][number]["rows"][number],
  approval: CellApproval | undefined,
  locale: Locale,
): [string, ApprovalMark][] {
  if (!approval || approval.state === "draft" || !now?.cell) return [];
  const { state, last } = approval;
  const comment = state === "returned" ? remarkIn(last?.comment ?? "", locale) : "";
  return [[kpiId, { version: now.cell.version, state, word: approvalWords[locale].state[state], comment }]];
}

function leadOf(
  { year, years: [period], orgUnit, groups }: EntrySheet,
  mayEnter: boolean,
  words: EntryWords,
  locale: Locale,
): string {
  if (!isOpenForEntry(period!.state)) return fill(words.closed, { state: common[locale].periodState[period!.state] });
  const asked = groups.flatMap(({ rows }) => rows).filter(({ years }) => years[0]!.kind === "asked").length;
  if (asked === 0) return fill(words.nothing, { orgUnit: orgUnit.name, year });
  const due = period!.dueOn && formatDate(new Date(`${period!.dueOn}T12:00:00Z`), locale, "long");
  const lead = fill(due ? words.leadDue : words.lead, { orgUnit: orgUnit.name, count: asked, year, date: due ?? "" });
  return mayEnter ? lead : `${lead} ${words.readOnly}`;
}

/** What the org units come to beside an entered figure, and which of the two counts: "Enhederne: 790 (7 af 8 enheder). Det indtastede tæller." */
function besideText({ consolidated, counts }: NonNullable<SheetCell["beside"]>, locale: Locale): string {
  const words = entryWords[locale].bothFigures;
  const covered = coverageText(consolidated, figureWords(locale));
  return fill(counts === "entered" ? words.enteredCounts : words.consolidatedCounts, {
    figure: `${printed(consolidated, locale).text}${covered ? ` (${covered})` : ""}`,
  });
}

function hidden({ hidden: text, hiddenTitle: title }: EntryWords): PrintedText {
  return { text, title };
}

function printed(figure: Figure, locale: Locale): PrintedText {
  // Nobody has said anything yet: that is no "–", which would mean not measured.
  if (figure.status === "missing") return { text: "", title: "" };
  const { whole, rest, title } = printedFigure(figure, figureWords(locale), locale);
  return { text: whole + rest, title };
}
