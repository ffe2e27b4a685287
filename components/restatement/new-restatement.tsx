import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import type { Locale } from "@/lib/language/model";
import { noteOf } from "@/lib/value/model";
import { writeCell } from "@/lib/value/reading/model";
import type { Restatable } from "@/lib/restatement/preview/queries";
import { RestatementForm } from "./restatement-form";
import { effectWords } from "./words";

type Props = { cell: Restatable; org: string; locale: Locale };

/** A cell of a published year: what it says, and the form to say it anew; or why it is not restated here. */
export async function NewRestatement({ cell, org, locale }: Props) {
  const t = await getTranslations("restatement");
  const { code, name, shortName, unit, orgUnit, year, stored } = cell;
  const said = stored ? writeCell(stored, locale) : "";
  return (
    <>
      <h1>{t("new.heading", { name: shortName, year: String(year) })}</h1>
      <p className="lead">{t("new.lead", { name, orgUnit: orgUnit.name })}</p>
      <dl className="facts">
        <div>
          <dt>{t("new.now", { year: String(year) })}</dt>
          <dd>{said === "" ? t("new.empty") : `${said} ${unit}`}</dd>
        </div>
        <div>
          <dt>{t("new.before", { year: String(year - 1) })}</dt>
          <dd>{cell.lastYear?.status ? `${writeCell(cell.lastYear, locale)} ${unit}` : t("new.empty")}</dd>
        </div>
      </dl>
      {!cell.isPublished ? (
        <Message title={t("new.open", { year: String(year) })}>
          <Link href={`/${org}/entry/${year}/${orgUnit.code}`}>{t("new.toEntry")}</Link>
        </Message>
      ) : cell.inputs ? (
        <Message title={t("new.calculated", { name: shortName })}>
          <ul>
            {cell.inputs.map((input) => (
              <li key={input}>
                <Link
                  href={`/${org}/restatements/new?${new URLSearchParams({ kpi: input, unit: orgUnit.code, year: String(year) })}`}
                >
                  {input}
                </Link>
              </li>
            ))}
          </ul>
        </Message>
      ) : (
        <RestatementForm
          hidden={{ org, kpi: code, unit: orgUnit.code, year: String(year) }}
          now={{
            figure: said,
            isEstimated: stored?.status === "estimated",
            source: stored?.source ?? "",
            note: stored ? noteOf(stored) : "",
          }}
          words={{
            figure: t("form.figure", { unit }),
            figureHint: t(cell.rule.valueKind === "split" ? "form.splitHint" : "form.figureHint"),
            isEstimated: t("form.isEstimated"),
            source: t("form.source"),
            note: t("form.note"),
            reasonDa: t("form.reasonDa"),
            reasonEn: t("form.reasonEn"),
            reasonHint: t("form.reasonHint"),
            preview: t("form.preview"),
            summary: t("form.summary"),
            effects: t("form.effects"),
            count: t.raw("form.count"),
            material: t("form.material"),
            questions: t("form.questions"),
            confirm: t("form.confirm", { year: String(year) }),
            confirmText: t("form.confirmText"),
            stale: t("form.stale"),
            table: effectWords(t, shortName),
          }}
        />
      )}
    </>
  );
}
