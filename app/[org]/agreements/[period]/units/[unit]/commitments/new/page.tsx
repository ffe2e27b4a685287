import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { commitmentFields } from "@/components/agreement/commitment-fields";
import { AgreementFrame } from "@/components/agreement/frame";
import { PickList } from "@/components/initiative/pick-list";
import { ActionForm } from "@/components/session/action-form";
import { requireAccess } from "@/lib/access/page";
import { rightsIn } from "@/lib/agreement/page/queries";
import { agreementHref } from "@/lib/agreement/place/model";
import { saveCommitment } from "@/lib/commitment/actions";
import { getKpiNames } from "@/lib/commitment/kpi/queries";
import { findAgreement } from "@/lib/commitment/page/queries";
import { getPickable } from "@/lib/initiative/queries";
import { getStrategy } from "@/lib/strategy/queries";

type Props = {
  params: Promise<{ org: string; period: string; unit: string }>;
  searchParams: Promise<{ track?: string | string[]; initiative?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("commitment.new") };
}

/** A new commitment in a draft: picked from the catalogue, or in the unit's own words. */
export default async function NewCommitmentPage({ params, searchParams }: Props) {
  const [{ org, ...address }, query] = await Promise.all([params, searchParams]);
  const access = await requireAccess(org, "agreement.edit");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement"), getLocale()]);
  const [found, strategy, kpis, pickable] = await Promise.all([
    findAgreement(id, address, locale),
    getStrategy(id, locale),
    getKpiNames(id, locale),
    getPickable(id, locale),
  ]);
  const rights = found && rightsIn(access, found.agreement.orgUnit.id, [], new Set());
  if (!found || !rights?.edit || found.agreement.state !== "draft") notFound();
  const { agreement, period } = found;
  const picked = pickable.find(({ code }) => code === query.initiative) ?? null;
  const track =
    strategy.tracks.find((one) => (picked ? one.id === picked.trackId : one.code === query.track)) ??
    strategy.tracks[0];
  const here = agreementHref(slug, period.code, agreement.orgUnit.code);
  return (
    <AgreementFrame
      access={access}
      view={null}
      period={period}
      crumbs={[{ label: agreement.orgUnit.name, href: here }, { label: t("commitment.new") }]}
    >
      <h1>{picked ? picked.name : t("commitment.new")}</h1>
      <p className="lead">
        {agreement.orgUnit.name}
        {track ? ` · ${track.name}` : ""}
      </p>
      {picked ? null : (
        <section aria-labelledby="pick-title">
          <h2 id="pick-title">{t("commitment.fromCatalogue")}</h2>
          <PickList
            initiatives={pickable.filter(({ trackId }) => trackId === track?.id)}
            href={(code) => `${here}/commitments/new?initiative=${code}`}
          />
        </section>
      )}
      <section aria-labelledby="own-title">
        <h2 id="own-title">{picked ? t("commitment.save") : t("commitment.ownWords")}</h2>
        <ActionForm
          // Another initiative is another form: nothing chosen for the one before moves along.
          key={picked?.id ?? "own"}
          action={saveCommitment}
          fields={commitmentFields((key) => t(key as "track"), {
            ...{ commitment: null, picked, kpis, locale, deadline: period.to },
            ...{ trackId: track?.id ?? "", tracks: strategy.tracks },
          })}
          hidden={{
            org: slug,
            agreementId: agreement.id,
            seen: String(agreement.version),
            back: here,
            id: "",
            initiativeId: picked?.id ?? "",
            ...(picked ? { trackId: picked.trackId } : {}),
          }}
          submit={{ label: t("commitment.save") }}
          summary={t("refused")}
        />
      </section>
    </AgreementFrame>
  );
}
