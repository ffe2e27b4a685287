import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/entry/entry-words";
import { questionTold } from "@/components/entry/status-text";
import { fill } from "@/components/entry/words";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import { submitValues } from "@/lib/approval/actions";
import type { CellApproval } from "@/lib/approval/model";
import { carriesFigure } from "@/lib/value/model";
import { writeCell } from "@/lib/value/reading/model";
import type { EntrySheet, SheetRow } from "@/lib/value/sheet/model";
import type { UnusualFigure } from "@/lib/value/unusual/model";
import { SayForm } from "./say-form";
import "./approval.css";

type Props = {
  org: string;
  sheet: EntrySheet;
  /** Of the sheet's org unit, by KPI. */
  approvalOf: (kpiId: string) => CellApproval | null;
  /** Nobody has answered these. */
  odd: readonly UnusualFigure[];
  /** The sheet's address. */
  path: string;
};

/** What an org unit can submit: what is missing and what is odd named first, then everything that is finished, chosen beforehand. */
export async function Submit({ org, sheet, approvalOf, odd, path }: Props) {
  const [t, locale] = await Promise.all([getTranslations("approval"), getLocale()]);
  const words = entryWords[locale];
  const { year, orgUnit } = sheet;
  const asked = sheet.groups.flatMap(({ rows }) => rows).filter((row) => row.years[0]!.kind === "asked");
  const missing = asked.filter(({ years }) => !years[0]!.cell?.status);
  const ready = asked.flatMap((row) => {
    const approval = approvalOf(row.kpiId);
    const takes = approval?.state === "draft" || approval?.state === "returned";
    return takes && row.years[0]!.cell?.status ? [{ row, approval, cell: row.years[0]!.cell }] : [];
  });
  const said = ({ years }: SheetRow, of: "cell" | "lastYear") => {
    const cell = years[0]![of];
    if (!cell?.status) return "";
    return carriesFigure(cell.status) ? writeCell(cell, locale) : words.glyph[cell.status];
  };
  const told = ({ question, lastYear, content }: UnusualFigure) => {
    const { text, values } = questionTold(question, lastYear, content, year, words, locale);
    return fill(text, values);
  };
  const stateSaid = ({ state, last, isRedefined }: CellApproval) =>
    isRedefined
      ? t("choose.redefined")
      : state === "draft" && last?.verdict === "returned"
        ? t("choose.corrected")
        : t(`state.${state}`);
  return (
    <>
      <h1>{t("title", { orgUnit: orgUnit.name, year })}</h1>
      <p className="lead">{t("lead")}</p>
      {missing.length > 0 ? (
        <section className="approval-first">
          <h2>{t("missing.title", { count: missing.length })}</h2>
          <p>{missing.map(({ shortName }) => shortName).join(" · ")}</p>
          <p className="muted">{t("missing.text")}</p>
        </section>
      ) : null}
      {odd.length > 0 ? (
        <section className="approval-first">
          <h2>{t("odd.title", { count: odd.length })}</h2>
          <ul>
            {odd.map((one) => (
              <li key={`${one.kpi.code} ${one.question.code}`}>
                <Link href={`${path}/${one.kpi.code}`}>
                  {one.kpi.name}: {writeCell(one.content, locale)}
                </Link>{" "}
                {told(one)}
              </li>
            ))}
          </ul>
          <p className="muted">{t("odd.text")}</p>
        </section>
      ) : null}
      {/* One form whatever is left: what it has to say of the last submission stays. */}
      <SayForm
        action={submitValues}
        hidden={{ org, year: String(year) }}
        summary={t("summary")}
        buttons={ready.length > 0 ? [{ label: t("choose.submit"), className: "btn main large" }] : []}
        comment={ready.length > 0 ? { id: "comment", label: t("comment") } : undefined}
      >
        {ready.length === 0 ? (
          <EmptyState title={t("choose.nothing")}>{t("choose.nothingText")}</EmptyState>
        ) : (
          <>
            <h2>{t("choose.title", { count: ready.length })}</h2>
            <Table
              label={t("choose.title", { count: ready.length })}
              className="approval-choose"
              columns={[
                words.kpi,
                overFigures(String(year - 1)),
                overFigures(String(year)),
                words.unitOfMeasure,
                t("choose.state"),
              ]}
            >
              {ready.map(({ row, approval, cell }) => (
                <tr key={row.kpiId}>
                  <th scope="row">
                    <label className="choice">
                      <input
                        type="checkbox"
                        name="cells"
                        value={`${row.kpiId} ${orgUnit.id} ${cell.version}`}
                        defaultChecked={approval.state === "draft"}
                        aria-label={t("choose.pick", { kpi: row.shortName })}
                      />
                      <span>{row.shortName}</span>
                    </label>
                  </th>
                  <td className="r">{said(row, "lastYear")}</td>
                  <td className="r">{said(row, "cell")}</td>
                  <td className="muted">{row.unitOfMeasure}</td>
                  <td>{stateSaid(approval)}</td>
                </tr>
              ))}
            </Table>
          </>
        )}
      </SayForm>
    </>
  );
}
