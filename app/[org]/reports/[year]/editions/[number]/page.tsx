import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Comparison } from "@/components/edition/comparison";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { figureDifferences } from "@/lib/edition/comparison/model";
import { getPictureNames } from "@/lib/edition/comparison/queries";
import { textDifferences } from "@/lib/edition/comparison/text/model";
import { editionNumber } from "@/lib/edition/model";
import { getFrozen, listAllEditions } from "@/lib/edition/queries";
import { listPeriods } from "@/lib/report/queries";

type Props = {
  params: Promise<{ org: string; year: string; number: string }>;
  searchParams: Promise<{ with?: string | string[] }>;
};

/** The title of the window: the edition, whoever asks. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = editionNumber((await params).number);
  return {
    title: number === null ? undefined : (await getTranslations("edition"))("edition", { number: String(number) }),
  };
}

/** An edition against another: the one before it, or the one the address names. */
export default async function EditionPage({ params, searchParams }: Props) {
  const [{ org, year: text, number: numberText }, { with: asked }] = await Promise.all([params, searchParams]);
  const access = await requireAccess(org, "report.read");
  const [year, number] = [yearFrom(text) ?? notFound(), editionNumber(numberText) ?? notFound()];
  const organisationId = access.organisation.id;
  const [mine, all, periods] = await Promise.all([
    getFrozen({ organisationId, year, number }),
    listAllEditions(organisationId),
    listPeriods(organisationId),
  ]);
  if (!mine) notFound();
  const others = all.filter((one) => one.year !== year || one.number !== number);
  const earlier = others.find((one) => one.year < year || (one.year === year && one.number < number));
  const other =
    asked === undefined ? (earlier ?? others[0]) : others.find((one) => `${one.year}-${one.number}` === asked);
  if (asked !== undefined && !other) notFound();
  const theirs = other ? await getFrozen({ organisationId, ...other }) : null;
  const texts = theirs ? textDifferences(theirs.texts, mine.texts) : [];
  const kpis = [theirs, mine].flatMap((edition) => edition?.figures.kpis ?? []).map(({ code, name }) => [code, name]);
  const names = { kpis: Object.fromEntries(kpis), pictures: await getPictureNames(organisationId, texts) };
  return (
    <Frame access={access} place="reports" year={year} years={periods}>
      <Comparison
        slug={access.organisation.slug}
        edition={{ year, number }}
        other={other ?? null}
        others={others}
        figures={theirs ? figureDifferences(theirs.figures, mine.figures) : []}
        texts={texts}
        names={names}
      />
    </Frame>
  );
}
