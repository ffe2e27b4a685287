import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { YearView } from "@/lib/figure/model";
import "@/components/dashboard/dashboard.css";

/** A year without a single figure: what will stand here, and where the first one is entered. */
export function EmptyYear({ view, mayEnter }: { view: YearView; mayEnter: boolean }) {
  const t = useTranslations("dashboard");
  const { year, organisation } = view;
  const hasKpis = view.kpis.length > 0;
  const before = view.allYears.filter((period) => period.year < year).at(-1)?.year;
  return (
    <div className="dashboard">
      <div className="top">
        <h1>{t("title", { year })}</h1>
      </div>
      <EmptyState
        title={t("empty.title", { year })}
        action={
          <p className="btns">
            {mayEnter && hasKpis ? (
              <Link className="btn main" href={`/${organisation.slug}/entry/${year}`}>
                {t("empty.entry", { year })}
              </Link>
            ) : null}
            {before === undefined ? null : (
              <Link className="btn" href={`/${organisation.slug}/dashboard/${before}`}>
                {t("empty.latest", { year: before })}
              </Link>
            )}
          </p>
        }
      >
        {hasKpis ? t("empty.text") : t("empty.noKpis")}
      </EmptyState>
    </div>
  );
}
