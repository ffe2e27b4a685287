import { knownMessage } from "@/lib/language/saying/model";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CellPage } from "@/components/entry/beside/cell-page";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { Refusal } from "@/lib/access/refusal";
import { yearFrom } from "@/lib/dashboard/year/model";
import { mostPerCell } from "@/lib/evidence/model";
import { getBeside, requireCell } from "@/lib/value/beside/queries";
import { getEntryYears } from "@/lib/value/overview/queries";
import { getEntrySheet } from "@/lib/value/sheet/queries";

type Props = {
  params: Promise<{ org: string; year: string; unit: string; code: string }>;
  searchParams: Promise<{ refused?: string | string[] }>;
};

/** The title of the window: the place in the address, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ year, code }, t] = await Promise.all([params, getTranslations("entry")]);
  return { title: `${code} · ${t("title", { year: yearFrom(year) ?? "" })}` };
}

/** One value and everything that stands beside it; a contributor's own org units only. */
export default async function CellCodePage({ params, searchParams }: Props) {
  const [{ org, year: text, unit, code }, { refused }, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("evidence"),
  ]);
  const access = await requireAccess(org, "cell.read");
  const year = yearFrom(text) ?? notFound();
  const { id, slug, dataVersion } = access.organisation;
  const cell = await requireCell(access, { year, unit, code }).catch((error: unknown) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  const [sheet, beside, years] = await Promise.all([
    getEntrySheet(id, dataVersion, year, unit, locale, 1),
    getBeside(access, cell),
    getEntryYears(id),
  ]);
  if (!sheet?.groups.some(({ rows }) => rows.some((row) => row.code === code))) notFound();
  const reason =
    typeof refused === "string" && /^[a-zA-Z]+$/.test(refused) ? knownMessage(t, refused, { most: mostPerCell }) : null;
  return (
    <Frame
      access={access}
      place="entry"
      year={year}
      years={years}
      yearHref={(other) => `/${slug}/entry/${other}/${unit}`}
    >
      <CellPage sheet={sheet} code={code} beside={beside} access={access} locale={locale} refused={reason} />
    </Frame>
  );
}
