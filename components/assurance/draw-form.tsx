import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { drawSampleOf } from "@/lib/assurance/actions";
import { sampleRules } from "@/lib/assurance/sample/model";

type Props = { slug: string; year: number; pillars: { code: string; name: string }[] };

/** The form that draws a sample. */
export function DrawForm({ slug, year, pillars }: Props) {
  const t = useTranslations("assurance");
  return (
    <details className="assurance-draw">
      <summary>{t("draw")}</summary>
      <ActionForm
        action={drawSampleOf}
        hidden={{ org: slug, year: String(year) }}
        fields={[
          {
            kind: "one",
            name: "rule",
            label: t("rule"),
            choices: sampleRules.map((rule) => ({
              value: rule,
              label: t(`rules.${rule}`),
              hint: t(`ruleHints.${rule}`),
            })),
            chosen: ["random"],
          },
          { kind: "text", name: "size", label: t("size"), hint: t("sizeHint"), value: "25" },
          { kind: "text", name: "seed", label: t("seed"), hint: t("seedHint") },
          {
            kind: "select",
            name: "within",
            label: t("within"),
            choices: [
              { value: "", label: t("everything") },
              ...pillars.map(({ code, name }) => ({ value: code, label: name })),
            ],
          },
          { kind: "area", name: "values", label: t("values"), hint: t("valuesHint"), rows: 3 },
        ]}
        submit={{ label: t("submit"), className: "btn main" }}
        summary={t("summary")}
        done={t("drawn")}
      />
    </details>
  );
}
