import { knownMessage } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import { overFigures, Table } from "@/components/ui/table";
import type { View } from "@/lib/import/model";
import { calculated, placeOf, reason, remark } from "@/lib/import/preview/model";
import type { PreviewLine } from "@/lib/import/preview/queries";
import type { Locale } from "@/lib/language/model";
import type { Say } from "@/lib/language/saying/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** Figures of a file, a line each: where they stand, whose they are, what was there and what comes, or why not. */
export function Lines({ lines, view, locale }: { lines: PreviewLine[]; view: View; locale: Locale }) {
  const t = useTranslations("import");
  const say: Say = (key, values) => knownMessage(t, key, values) ?? key;
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
      {lines
        .map((line) => ({ ...line, place: placeOf(line) }))
        .map(({ place, ...line }) => (
          <tr key={line.position} className={line.code === "differs" ? "differs" : undefined}>
            <th scope="row">
              {line.sheet ? `${line.sheet} · ` : ""}
              {line.cell}
            </th>
            <td className="import-text">{line.text}</td>
            <td>{place.kpi || "–"}</td>
            <td>{place.orgUnit}</td>
            <td className="r">{place.year}</td>
            {isRefused ? <td>{reason(line, say, locale)}</td> : null}
            {hasBefore ? <td className="r muted">{line.before}</td> : null}
            {isRefused ? null : (
              <td className="r">
                {line.after} <span className="u">{line.unit ? unitLabel(line.unit, locale) : ""}</span>
              </td>
            )}
            {isRefused ? null : (
              <td>
                {view === "compared"
                  ? t(line.code === "differs" ? "isDifferent" : "isSame", { figure: calculated(line, locale) })
                  : remark(line, say, locale)}
              </td>
            )}
          </tr>
        ))}
    </Table>
  );
}
