import { compare, fraction } from "@/lib/number/fraction";

/** The report's paper, which a house colour must be read on. */
const PAPER = "#fbfaf7";
/** Least contrast of text (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** Contrast of two colours #rrggbb, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of a house colour with the report's paper, cut to one decimal; `isEnough`: text in it can be read. */
export function onPaper(colour: string): { ratio: string; isEnough: boolean } {
  const ratio = contrast(colour, PAPER);
  return { ratio: (Math.floor(ratio * 10) / 10).toFixed(1), isEnough: ratio >= LEAST_CONTRAST };
}

/** First and last day of a financial year as ISO days. */
export function financialYear(year: number, beginsInMonth: number): { from: string; to: string } {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return {
    from: day(new Date(Date.UTC(year, beginsInMonth - 1, 1))),
    to: day(new Date(Date.UTC(year + 1, beginsInMonth - 1, 0))),
  };
}

/** Whether a share in percent lies from 0 to 100. */
export function isPercent(amount: string): boolean {
  const share = fraction(amount);
  return compare(share, fraction("0")) >= 0 && compare(share, fraction("100")) <= 0;
}
