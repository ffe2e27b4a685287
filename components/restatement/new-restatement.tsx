import { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/session/action-form";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import type { Locale } from "@/lib/language/model";
import { noteOf } from "@/lib/value/model";
import { writeCell } from "@/lib/value/reading/model";
import type { Restatable } from "@/lib/restatement/preview/queries";
import { RestatementForm } from "./restatement-form";
import { formWords, reasonFields } from "./words";

type Say = Awaited<ReturnType<typeof getTranslations<"restatement">>>;
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
          hidden={{ what: "value", org, kpi: code, unit: orgUnit.code, year: String(year) }}
          fields={valueFields(t, cell, said)}
          words={formWords(t, shortName, String(year))}
        />
      )}
    </>
  );
}

function valueFields(t: Say, { unit, rule, stored }: Restatable, said: string): FormField[] {
  const hint = t(rule.valueKind === "split" ? "form.splitHint" : "form.figureHint");
  const figure = { label: t("form.figure", { unit }), hint, value: said };
  return [
    { kind: "text", name: "figure", ...figure, inputMode: "decimal", autoComplete: "off" },
    {
      ...{ kind: "box", name: "isEstimated", label: t("form.isEstimated") },
      isTicked: stored?.status === "estimated",
    },
    ...reasonFields(t),
    { kind: "text", name: "source", label: t("form.source"), value: stored?.source ?? "" },
    { kind: "text", name: "note", label: t("form.note"), value: stored ? noteOf(stored) : "" },
  ];
}
