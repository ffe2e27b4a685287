import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { DrawForm } from "@/components/assurance/draw-form";
import { AssuranceFrame } from "@/components/assurance/frame";
import { Sample } from "@/components/assurance/sample";
import { requireYear } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getItems, getSamples } from "@/lib/assurance/queries";
import { listPeriods } from "@/lib/setup/period/queries";
import { listPillars } from "@/lib/setup/pillar/queries";

type Props = { params: Promise<{ org: string; year: string }> };

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assurance"))("title") };
}

/** The auditor's room of a year: samples, where each value stands, and the package for the files. */
export default async function AssurancePage({ params }: Props) {
  const [{ access, year }, locale, t] = await Promise.all([
    requireYear(params, "assurance.read"),
    getLocale(),
    getTranslations("assurance"),
  ]);
  const { id, slug } = access.organisation;
  const [periods, samples, items, pillars] = await Promise.all([
    listPeriods(id),
    getSamples(id, year),
    getItems(id, year, locale),
    listPillars(id),
  ]);
  if (!periods.some((period) => period.year === year)) notFound();
  const path = `/${slug}/assurance/${year}`;
  const count = (state: string) => items.filter((item) => item.state === state).length;
  return (
    <AssuranceFrame access={access} year={year}>
      <h1>{t("heading", { count: items.length, year })}</h1>
      <p className="lead">
        {items.length === 0 ? t("leadEmpty") : t("lead", { concluded: count("concluded"), waiting: count("waiting") })}
      </p>
      {may(access.roles, "assurance.write") ? (
        <DrawForm
          {...{ slug, year }}
          pillars={pillars.map(({ code, nameDa, nameEn }) => ({ code, name: locale === "da" ? nameDa : nameEn }))}
        />
      ) : null}
      {samples.map((sample) => (
        <Sample
          key={sample.id}
          sample={sample}
          items={items.filter(({ sampleId }) => sampleId === sample.id)}
          path={path}
        />
      ))}
      <p className="btns assurance-package">
        <a className="btn" href={`${path}/package`} download>
          {t("package")}
        </a>
      </p>
      <p className="notes">{t("packageHint")}</p>
    </AssuranceFrame>
  );
}
