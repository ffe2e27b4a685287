import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AssuranceFrame } from "@/components/assurance/frame";
import { ItemForms } from "@/components/assurance/item-forms";
import { ItemView } from "@/components/assurance/item-view";
import { LineageView } from "@/components/lineage/lineage-view";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getVerdicts } from "@/lib/approval/queries";
import { getItems, getLines } from "@/lib/assurance/queries";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getLineage } from "@/lib/lineage/queries";
import { getBeside } from "@/lib/value/beside/queries";

type Props = { params: Promise<{ org: string; year: string; item: string }> };

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assurance"))("title") };
}

/** A sampled value with all that leads to it: lineage, evidence, approver, history; and what was asked and concluded. */
export default async function AssuranceItemPage({ params }: Props) {
  const [{ org, year: text, item: id }, locale, t] = await Promise.all([
    params,
    getLocale(),
    getTranslations("assurance"),
  ]);
  const access = await requireAccess(org, "assurance.read");
  const year = yearFrom(text) ?? notFound();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) notFound();
  const { organisation, roles } = access;
  const [item] = await getItems(organisation.id, year, locale, id);
  if (!item) notFound();
  const isAuditor = may(roles, "assurance.write");
  const [beside, verdicts, lines, of] = await Promise.all([
    getBeside(access, item),
    getVerdicts(organisation.id, item),
    getLines(organisation.id, id, isAuditor),
    getLineage({
      organisation,
      code: item.code,
      year,
      unit: item.unit,
      locale,
      // Whoever may come here needs every figure (lib/suppression).
      isHidden: () => false,
      withAuthors: true,
      mayOpen: () => true,
    }),
  ]);
  const { slug } = organisation;
  return (
    <AssuranceFrame access={access} year={year} crumbs={[{ label: t("item.crumb", { number: item.position }) }]}>
      <h1>
        {item.name}, {item.orgUnit} {year}
      </h1>
      <ItemView {...{ item, beside, verdicts, lines, slug, locale }}>
        {of ? (
          <section>
            <h2>{t("item.lineage")}</h2>
            <article className="lineage">
              <LineageView of={of} slug={slug} most={Infinity} locale={locale} />
            </article>
          </section>
        ) : null}
      </ItemView>
      <ItemForms {...{ item, slug, isAuditor }} mayAnswer={may(roles, "assurance.answer")} />
    </AssuranceFrame>
  );
}
