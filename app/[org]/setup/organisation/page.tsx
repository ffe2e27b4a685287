import { sayer } from "@/lib/language/saying/model";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { CoverPicture } from "@/components/setup/cover-picture";
import { Logo } from "@/components/setup/logo";
import { organisationFields } from "@/components/setup/organisation-fields";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { listPictures } from "@/lib/picture/queries";
import { changeOrganisationOf } from "@/lib/setup/organisation/actions";
import { onPaper } from "@/lib/setup/organisation/model";
import { findOrganisation } from "@/lib/setup/organisation/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("organisation") };
}

/** What an organisation is as a whole: name, logo, colour, currency, financial year, languages, thresholds. */
export default async function OrganisationPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { id, slug } = access.organisation;
  const [t, locale, organisation] = await Promise.all([getTranslations("setup"), getLocale(), findOrganisation(id)]);
  const pictures = await listPictures(access.organisation, locale);
  return (
    <SetupFrame access={access} part="organisation">
      <h1>{t("part.organisation")}</h1>
      <p className="lead">{t("organisation.lead")}</p>
      <div className="wide-form">
        <ActionForm
          action={changeOrganisationOf}
          hidden={{ org: slug }}
          fields={organisationFields(sayer(t), organisation, locale)}
          submit={{ label: t("save") }}
          summary={t("summary")}
          done={t("saved")}
        />
      </div>
      {organisation.colour ? (
        <p className="house" style={{ borderColor: organisation.colour }}>
          {t("organisation.contrast", { ratio: onPaper(organisation.colour).ratio })}
        </p>
      ) : null}
      <Logo slug={slug} name={organisation.name} logo={organisation.logo} />
      <CoverPicture slug={slug} chosen={organisation.coverId} pictures={pictures} />
      {may(access.roles, "organisation.add") ? (
        <>
          <h2>{t("newOrganisation.title")}</h2>
          <p className="prose">{t("newOrganisation.lead")}</p>
          <p className="btns">
            <a className="btn" href={`/${slug}/organisations/new`}>
              {t("newOrganisation.title")}
            </a>
          </p>
        </>
      ) : null}
    </SetupFrame>
  );
}
