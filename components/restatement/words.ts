import type { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/session/action-form";
import type { EffectWords } from "./effects";
import type { RestatementFormWords } from "./restatement-form";

type Say = Awaited<ReturnType<typeof getTranslations<"restatement">>>;

/** The words of the form that restates a year, or years ("2022–2023"), of something. */
export function formWords(t: Say, name: string, year: string): RestatementFormWords {
  return {
    preview: t("form.preview"),
    summary: t("form.summary"),
    effects: t("form.effects"),
    count: t.raw("form.count"),
    material: t("form.material"),
    questions: t("form.questions"),
    confirm: t("form.confirm", { year }),
    confirmText: t("form.confirmText"),
    stale: t("form.stale"),
    table: effectWords(t, name),
  };
}

/** The two fields for the reason, in the language of each. */
export function reasonFields(t: Say): FormField[] {
  return [
    {
      ...{ kind: "area", name: "reasonDa", label: t("form.reasonDa"), hint: t("form.reasonHint") },
      ...{ lang: "da", rows: 3 },
    },
    { kind: "area", name: "reasonEn", label: t("form.reasonEn"), lang: "en", rows: 3 },
  ];
}

/** The words of a table of effects. */
export function effectWords(t: Say, name: string): EffectWords {
  return {
    caption: t("effects.caption", { name }),
    kpi: t("effects.kpi"),
    unit: t("effects.unit"),
    year: t("effects.year"),
    before: t("effects.before"),
    after: t("effects.after"),
    change: t("effects.change"),
    weight: t("effects.weight"),
    material: t("effects.material"),
    minor: t("effects.minor"),
    open: t("effects.open"),
  };
}
