import { Fragment } from "react";
import { breakIn } from "@/components/figure/break-mark";
import { Blocks, type SectionProps } from "@/components/report/blocks";
import { Marks, ReportCell } from "@/components/report/cell";
import { RestatedColumn } from "@/components/figure/restated";
import { StateMark, tallyText } from "@/components/report/state";
import { Scroll } from "@/components/ui/scroll";
import type { Locale } from "@/lib/language/model";
import { letters, type AppendixRow, type AppendixTable } from "@/lib/report/appendix/model";
import { tallyOf } from "@/lib/report/model";
import { filled, reportWords, targetText, unitText } from "@/lib/report/notation/model";
import { TakeAlong } from "@/components/report/take-along";
import { partsBase, tableFiles } from "@/lib/report/part/model";
import { TableKey, TableNotes } from "@/components/report/table-key";

/** One part of the appendix: its table, key and notes, and what is written below. */
export function AppendixSection({ section, of, lineageBase, locale }: SectionProps) {
  const { appendix: words } = reportWords(locale).report;
  const table = of.appendix.tables.find(({ part }) => part === section.appendixPart);
  const letter = section.appendixPart ? letters[section.appendixPart] : "";
  return (
    <section className={`ch appx part-${letter}`} id={section.code} aria-labelledby={`${section.code}-title`}>
      <header className="open sm">
        <p className="eye">{filled(words.title, { letter })}</p>
        <h2 id={`${section.code}-title`}>{section.title}</h2>
        <p>{table ? tallyText(tallyOf(rowsOf(table).map(({ kpi }) => kpi)), locale) : words.empty}</p>
      </header>
      {table ? (
        <FiguresTable
          table={table}
          title={section.title}
          caption={filled(words.table, { letter })}
          scope={letter.toLowerCase()}
          lineageBase={lineageBase}
          year={of.view.year}
          locale={locale}
        />
      ) : null}
      <Blocks blocks={section.blocks} of={of} lineageBase={lineageBase} locale={locale} />
    </section>
  );
}

function rowsOf(table: Pick<AppendixTable, "groups">): AppendixRow[] {
  return table.groups.flatMap((group) => group.rows);
}

type TableProps = {
  table: Omit<AppendixTable, "part" | "letter">;
  title: string;
  caption: string;
  /** What sets its notes apart from those of other tables on the page. */ scope: string;
  year: number;
  /** Where figures lead to their lineage; without, nowhere. */
  lineageBase: string | undefined;
  locale: Locale;
};

/** Figures as the report prints them: unit of measure, target, years newest first, state; its key and notes below. */
export function FiguresTable({ table, title, caption, scope, year, lineageBase, locale }: TableProps) {
  const { appendix: words } = reportWords(locale).report;
  const rows = rowsOf(table);
  const targetYears = [...new Set(rows.flatMap(({ kpi }) => (kpi.target.target ? [kpi.target.target.year] : [])))];
  const [target] = targetYears.length === 1 ? targetYears : [];
  const base = partsBase(lineageBase, year);
  const span = { title, from: table.years.at(-1) ?? year, to: table.years[0] ?? year, target: target ?? "" };
  return (
    <>
      <Scroll label={filled(words.region, { title })}>
        <table className="app">
          <caption>
            <span className="cap">
              <b>{caption}</b> {filled(target ? words.captionTarget : words.caption, span)}{" "}
              {filled(rows.length === 1 ? words.kpiSingle : words.kpiPlural, { count: rows.length })}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col" className="c-n">
                {words.kpi}
              </th>
              <th scope="col" className="c-u">
                {words.unitOfMeasure}
              </th>
              <th scope="col" className="c-t">
                {words.target} {target}
              </th>
              {table.years.map((of) => (
                <th key={of} scope="col" className={of === year ? "c-y now" : "c-y"}>
                  {of}
                  <RestatedColumn rows={rows.map(({ kpi }) => kpi)} year={of} locale={locale} />
                </th>
              ))}
              <th scope="col" className="c-s">
                {words.state} {year}
              </th>
            </tr>
          </thead>
          {table.groups.map(({ heading, rows: group }, index) => (
            <tbody key={heading ?? index}>
              {heading === null ? null : (
                <tr className="grp">
                  <th scope="rowgroup" colSpan={table.years.length + 4}>
                    {heading}
                  </th>
                </tr>
              )}
              {group.map((row) => (
                <KpiRow
                  key={row.number}
                  row={row}
                  scope={scope}
                  year={year}
                  showsTargetYear={targetYears.length > 1}
                  lineageBase={lineageBase}
                  locale={locale}
                />
              ))}
            </tbody>
          ))}
        </table>
      </Scroll>
      <TableKey rows={rows} year={year} locale={locale} />
      <TableNotes notes={table.notes} scope={scope} locale={locale} />
      {base ? <TakeAlong files={tableFiles(base, partOf(scope), locale)} of={title} locale={locale} /> : null}
    </>
  );
}

/** What a table is asked for by: a part of the appendix by its letter, a block by its id. */
function partOf(scope: string): string {
  return scope.length === 1 ? scope.toUpperCase() : scope.replace("table-", "");
}

function KpiRow({
  row: { number, kpi, isChild, marks, targetMark, figures },
  scope,
  year,
  showsTargetYear,
  lineageBase,
  locale,
}: {
  row: AppendixRow;
  scope: string;
  year: number;
  showsTargetYear: boolean;
  lineageBase: string | undefined;
  locale: Locale;
}) {
  const { target: words } = reportWords(locale).report;
  const unit = unitText(kpi.unitOfMeasure, locale);
  const { target, state } = kpi.target;
  return (
    <tr id={scope.length === 1 ? number : undefined} className={isChild ? "child" : undefined}>
      <th scope="row" data-u={unit}>
        <span className="kid">{number}</span>
        {kpi.name}
        <Marks marks={marks} scope={scope} />
      </th>
      <td className="u">
        <UnitText unit={unit} />
      </td>
      <td className="t">
        {target ? (
          targetText(target, locale, kpi.unitOfMeasure)
        ) : (
          <abbr title={words.noTargetTitle}>{words.noTarget}</abbr>
        )}
        {target && showsTargetYear ? ` (${target.year})` : null}
        {targetMark ? <Marks marks={[targetMark]} scope={scope} /> : null}
      </td>
      {figures.map((figure) => (
        <td
          key={figure.year}
          className={`${figure.year === year ? "y now" : "y"}${breakIn(kpi, figure.year) ? " broken" : ""}`}
        >
          <ReportCell
            figure={figure}
            marks={marks}
            scope={scope}
            href={lineageBase && `${lineageBase}/${kpi.code}/${figure.year}`}
            locale={locale}
          />
        </td>
      ))}
      <td className="s">
        <StateMark state={state} locale={locale} />
      </td>
    </tr>
  );
}

/** A unit of measure that may break after its stroke and nowhere else: "t/mio. kr.". */
function UnitText({ unit }: { unit: string }) {
  return unit.split("/").map((part, index, parts) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      <span className="nb">
        {part}
        {index < parts.length - 1 ? "/" : null}
      </span>
    </Fragment>
  ));
}
