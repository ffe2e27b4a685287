import { coverageText, printedFigure } from "@/components/figure/printed";
import { figureWords } from "@/components/figure/words";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import type { Figure } from "@/lib/figure/model";
import daCommon from "@/lib/language/messages/da/common.json";
import daEntry from "@/lib/language/messages/da/entry.json";
import daNumber from "@/lib/language/messages/da/number.json";
import daValue from "@/lib/language/messages/da/value.json";
import enCommon from "@/lib/language/messages/en/common.json";
import enEntry from "@/lib/language/messages/en/entry.json";
import enNumber from "@/lib/language/messages/en/number.json";
import enValue from "@/lib/language/messages/en/value.json";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import { isOpenForEntry, type EntrySheet } from "@/lib/value/sheet/model";
import { dayOf } from "./status-text";
import type { PrintedText, SheetView } from "./view";
import { fill, type EntryWords } from "./words";

const sheetWords: Record<Locale, EntryWords> = {
  da: {
    ...daEntry.sheet,
    refusal: { ...daNumber.refusal, ...daNumber.split, ...daValue.refusal },
    question: daValue.question,
    use: daNumber.use,
  },
  en: {
    ...enEntry.sheet,
    refusal: { ...enNumber.refusal, ...enNumber.split, ...enValue.refusal },
    question: enValue.question,
    use: enNumber.use,
  },
};
const common: Record<Locale, typeof daCommon> = { da: daCommon, en: enCommon };

/** An entry sheet as the browser gets it: one language, everything printed that is only to be read. `now` tells what was saved today. */
export function sheetView(sheet: EntrySheet, access: Access, locale: Locale, now: Date): SheetView {
  const { year, orgUnit, period, groups } = sheet;
  const words = sheetWords[locale];
  const isOpen = isOpenForEntry(period.state);
  const mayEnter = may(access.roles, "value.save");
  const names = new Map(groups.flatMap(({ rows }) => rows.map(({ code, shortName }) => [code, shortName])));
  const asked = groups.flatMap(({ rows }) => rows).filter(({ kind }) => kind === "asked").length;
  const due = period.dueOn && formatDate(new Date(`${period.dueOn}T12:00:00Z`), locale, "long");
  const lead = !isOpen
    ? fill(words.closed, { state: common[locale].periodState[period.state] })
    : asked === 0
      ? fill(words.nothing, { orgUnit: orgUnit.name, year })
      : fill(due ? words.leadDue : words.lead, { orgUnit: orgUnit.name, count: asked, year, date: due ?? "" }) +
        (mayEnter ? "" : ` ${words.readOnly}`);
  return {
    org: access.organisation.slug,
    userId: access.user.id,
    orgUnit,
    year,
    locale,
    lead,
    words,
    isReadOnly: !isOpen || !mayEnter,
    today: dayOf(now),
    kpiPath: `/${access.organisation.slug}/kpis/`,
    mayReadHistory: may(access.roles, "history.read"),
    groups: groups.map((group) => ({
      code: group.code,
      colour: group.colour,
      name: group.name ?? words.base,
      rows: group.rows.map(({ before: [older, last], figure, shortName, name, ...row }) => ({
        kpiId: row.kpiId,
        code: row.code,
        definition: row.definition,
        unitOfMeasure: row.unitOfMeasure,
        kind: row.kind,
        formula: row.formula,
        decimals: row.decimals,
        rule: row.rule,
        lastYear: row.lastYear,
        cell: row.cell,
        name: shortName,
        fullName: name,
        before: [printed(older, locale), printed(last, locale)],
        worked: {
          ...printed(figure, locale),
          lacks: figure.lacks.map((code) => names.get(code) ?? code),
          coverage: coverageText(figure, figureWords(locale)),
        },
      })),
    })),
  };
}

function printed(figure: Figure, locale: Locale): PrintedText {
  // Nobody has said anything yet: that is no "–", which would mean not measured.
  if (figure.status === "missing") return { text: "", title: "" };
  const { whole, rest, title } = printedFigure(figure, figureWords(locale), locale);
  return { text: whole + rest, title };
}
