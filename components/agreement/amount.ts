import type { KpiName } from "@/lib/commitment/kpi/queries";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import type { DecimalText } from "@/lib/number/model";
import { withLabel } from "@/lib/unit-of-measure/model";

/** An amount with its unit of measure, as printed. */
export function amountText(amount: DecimalText, kpi: Pick<KpiName, "unitOfMeasure"> | null, locale: Locale): string {
  return withLabel(formatDecimal(amount, locale), kpi?.unitOfMeasure ?? "");
}

/** An ISO day as people read it. */
export function dayText(day: string, locale: Locale, style: "short" | "long" = "short"): string {
  return locale === "da"
    ? danish[style].format(new Date(`${day}T00:00:00Z`))
    : english[style].format(new Date(`${day}T00:00:00Z`));
}

// A day without a time belongs to no zone.
const inUtc = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
const long = { day: "numeric", month: "long", year: "numeric" } as const;
const danish = {
  short: inUtc("da-DK", { day: "2-digit", month: "2-digit", year: "numeric" }),
  long: inUtc("da-DK", long),
};
const english = {
  short: inUtc("en-GB", { day: "numeric", month: "short", year: "numeric" }),
  long: inUtc("en-GB", long),
};
