import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { AgreementPeriod } from "@/lib/agreement/period/model";
import { spoken } from "./frame";

/** The way to the same page in another period. */
export function PeriodLinks({
  org,
  periods,
  current,
  below = "",
}: {
  org: string;
  periods: AgreementPeriod[];
  current: string;
  below?: string;
}) {
  const t = useTranslations("agreement");
  return (
    <nav className="period-links" aria-label={t("periods")}>
      {periods.map(({ code }) => (
        <Link
          key={code}
          href={`/${org}/agreements/${code}${below}`}
          aria-current={code === current ? "page" : undefined}
        >
          {spoken(code)}
        </Link>
      ))}
    </nav>
  );
}

/** Commitments and follow-ups of a period as files. */
export function ExportLinks({ org, period }: { org: string; period: string }) {
  const t = useTranslations("agreement");
  const here = `/${org}/agreements/${period}/export`;
  return (
    <>
      <a href={`${here}/xlsx`} download>
        {t("export.excel")}
      </a>
      <a href={`${here}/csv`} download>
        {t("export.csv")}
      </a>
      <a href={`${here}/csv?of=follow-ups`} download>
        {t("export.followUpsCsv")}
      </a>
    </>
  );
}
