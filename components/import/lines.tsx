import { knownMessage } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import { overFigures, Table } from "@/components/ui/table";
import type { View } from "@/lib/import/model";
import type { PreviewLine } from "@/lib/import/preview/queries";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** Figures of a file, a line each: where they stand, whose they are, what was there and what comes, or why not. */
export function Lines({ lines, view, locale }: { lines: PreviewLine[]; view: View; locale: Locale }) {
  const t = useTranslations("import");
  const isRefused = view === "refused";
  const hasBefore = view === "changed" || view === "kept";
  return (
    <Table
      label={t(`outcome.${view}`)}
      className="import-lines"
      columns={[
        t("cell"),
        t("inFile"),
        t("kpi"),
        t("orgUnit"),
        overFigures(t("year")),
        isRefused && t("reasonHead"),
        hasBefore && overFigures(t(view === "kept" ? "nowThere" : "before")),
        !isRefused && overFigures(t(view === "compared" || view === "kept" ? "inFileFigure" : "after")),
        !isRefused && t("remark"),
      ]}
    >
      {lines.map((line) => (
        <tr key={line.position} className={line.code === "differs" ? "differs" : undefined}>
          <th scope="row">
            {line.sheet ? `${line.sheet} · ` : ""}
            {line.cell}
          </th>
          <td className="import-text">{line.text}</td>
          <td>{line.kpi || "–"}</td>
          <td>{line.orgUnit}</td>
          <td className="r">{line.year}</td>
          {isRefused ? (
            <td>
              {knownMessage(t, `reason.${line.code}`)}
              {line.hint ? ` (${remark(line, t, locale)})` : ""}
            </td>
          ) : null}
          {hasBefore ? <td className="r muted">{line.before}</td> : null}
          {isRefused ? null : (
            <td className="r">
              {line.after} <span className="u">{line.unit ? unitLabel(line.unit, locale) : ""}</span>
            </td>
          )}
          {isRefused ? null : (
            <td>
              {view === "compared"
                ? t(line.code === "differs" ? "isDifferent" : "isSame", { figure: line.hint || "–" })
                : remark(line, t, locale)}
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}

/** A hint in words: "kWh → MWh × 0,001", "mark 8", "rounded". */
function remark({ hint }: PreviewLine, t: ReturnType<typeof useTranslations<"import">>, locale: Locale): string {
  return hint
    .replace(/\brounded\b/, t("rounded"))
    .replace(/\bmark (\S+)/, (_, mark: string) => t("mark", { mark }))
    .replace(/([×÷]) (\d+(?:\.\d+)?)/, (_, by: string, factor: string) => `${by} ${formatDecimal(factor, locale)}`);
}
