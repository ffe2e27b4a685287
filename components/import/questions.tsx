import { knownMessage } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import { overFigures, Table } from "@/components/ui/table";
import { answer } from "@/lib/import/actions";
import type { PreviewLine } from "@/lib/import/preview/queries";
import { told } from "@/lib/import/question/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";
import { Act } from "./act";

type Props = { org: string; id: string; lines: PreviewLine[]; isOpen: boolean; locale: Locale };

/** Unusual figures with what is asked of each, and room to say why it is right; afterwards, what was said. */
export function Questions({ org, id, lines, isOpen, locale }: Props) {
  const t = useTranslations("import");
  const list = <QuestionLines lines={lines} isOpen={isOpen} locale={locale} />;
  if (!isOpen) return list;
  return (
    <Act action={answer} hidden={{ org, id }} summary={t("refusedTitle")} label={t("saveAnswers")}>
      <p className="muted mt-3">{t("answersHint")}</p>
      {list}
      <div className="field import-others">
        <label htmlFor="others">{t("answerOthers")}</label>
        <input id="others" name="others" maxLength={2000} />
      </div>
    </Act>
  );
}

function QuestionLines({ lines, isOpen, locale }: Pick<Props, "lines" | "isOpen" | "locale">) {
  const t = useTranslations("import");
  const say = useTranslations();
  return (
    <Table
      label={t("outcome.questioned")}
      className="import-lines"
      columns={[
        t("cell"),
        t("kpi"),
        t("orgUnit"),
        overFigures(t("year")),
        overFigures(t("after")),
        t("questionHead"),
        t("answerHead"),
      ]}
    >
      {lines.map((line) => (
        <tr key={line.position}>
          <th scope="row">
            {line.sheet ? `${line.sheet} · ` : ""}
            {line.cell}
          </th>
          <td>{line.kpi}</td>
          <td>{line.orgUnit}</td>
          <td className="r">{line.year}</td>
          <td className="r">
            {line.after} <span className="u">{unitLabel(line.unit, locale)}</span>
          </td>
          <td className="import-question">
            {(line.asked?.questions ?? []).map((question) => {
              const { code, values } = told(question, line.asked!, line.year!, locale);
              return <p key={code}>{knownMessage(say, code, values)}</p>;
            })}
          </td>
          <td>
            {isOpen ? (
              <input
                name={`answer.${line.position}`}
                defaultValue={line.answer}
                maxLength={2000}
                aria-label={t("answerTo", { cell: line.cell })}
              />
            ) : (
              line.answer || "–"
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
