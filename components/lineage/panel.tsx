import { useTranslations } from "next-intl";
import { FigurePanel } from "@/components/lineage/figure-panel";

/** The place where a page's figures show their lineage. */
export function LineagePanel() {
  const t = useTranslations("lineage");
  return <FigurePanel words={{ label: t("label"), open: t("open"), close: t("close"), loading: t("loading") }} />;
}
