import { useTranslations } from "next-intl";
import { Scroll } from "@/components/ui/scroll";
import type { View } from "@/lib/import/model";
import type { PreviewLine } from "@/lib/import/preview/queries";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** Figures of a file, a line each: where they stand, whose they are, what was there and what comes, or why not. */
export function Lines({ lines, view, locale }: { lines: PreviewLine[]; view: View; locale: Locale }) {
  const t = useTranslations("import");
  const isRefused = view === "refused";
  const hasBefore = view === "changed" || view === "kept";
  return (
    <Scroll label={t(`outcome.${view}`)}>
      <table className="tbl import-lines">
        <thead>
          <tr>
            <th scope="col">{t("cell")}</th>
            <th scope="col">{t("inFile")}</th>
            <th scope="col">{t("kpi")}</th>
            <th scope="col">{t("orgUnit")}</th>
            <th scope="col" className="r">
              {t("year")}
            </th>
            {isRefused ? <th scope="col">{t("reasonHead")}</th> : null}
            {hasBefore ? (
              <th scope="col" className="r">
                {t(view === "kept" ? "nowThere" : "before")}
              </th>
            ) : null}
            {isRefused ? null : (
              <th scope="col" className="r">
                {t(view === "compared" || view === "kept" ? "inFileFigure" : "after")}
              </th>
            )}
            {isRefused ? null : <th scope="col">{t("remark")}</th>}
          </tr>
        </thead>
        <tbody>
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
                  {t(`reason.${line.code}`)}
                  {line.hint ? ` (${remark(line, t)})` : ""}
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
                    : remark(line, t)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** A hint in words: "kWh → MWh × 0.001", "mark 8", "rounded". */
function remark({ hint }: PreviewLine, t: ReturnType<typeof useTranslations<"import">>): string {
  return hint.replace(/\brounded\b/, t("rounded")).replace(/\bmark (\S+)/, (_, mark: string) => t("mark", { mark }));
}
