import type { getTranslations } from "next-intl/server";
import type { EffectWords } from "./effects";

/** The words of a table of effects. */
export function effectWords(t: Awaited<ReturnType<typeof getTranslations<"restatement">>>, name: string): EffectWords {
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
