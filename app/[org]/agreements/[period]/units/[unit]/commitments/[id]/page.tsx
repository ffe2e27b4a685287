import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { commitmentFields } from "@/components/agreement/commitment-fields";
import { CommitmentFacts, FollowUpForm, FollowUps, Milestones } from "@/components/agreement/commitment-view";
import { AgreementFrame } from "@/components/agreement/frame";
import { ExampleMark } from "@/components/agreement/marks";
import { ActionForm } from "@/components/session/action-form";
import { Message } from "@/components/ui/message";
import { requireAccess } from "@/lib/access/page";
import { isFollowed, wasSigned } from "@/lib/agreement/life/model";
import { rightsIn } from "@/lib/agreement/page/queries";
import { today } from "@/lib/agreement/period/queries";
import { agreementHref } from "@/lib/agreement/place/model";
import { removeCommitment, saveCommitment } from "@/lib/commitment/actions";
import { mostPerFollowUp } from "@/lib/commitment/follow-up/file/model";
import { getKpiNames } from "@/lib/commitment/kpi/queries";
import { findAgreement } from "@/lib/commitment/page/queries";
import { getFollowUps } from "@/lib/commitment/queries";
import { knownMessage } from "@/lib/language/saying/model";
import { getStrategy } from "@/lib/strategy/queries";

type Props = {
  params: Promise<{ org: string; period: string; unit: string; id: string }>;
  searchParams: Promise<{ refused?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("due.commitment") };
}

/** One commitment: what is promised, how far it is, and what was said of it. In a draft it can be changed here. */
export default async function CommitmentPage({ params, searchParams }: Props) {
  const [{ org, id: commitmentId, ...address }, { refused }] = await Promise.all([params, searchParams]);
  const access = await requireAccess(org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, evidence, locale] = await Promise.all([
    getTranslations("agreement"),
    getTranslations("evidence"),
    getLocale(),
  ]);
  const [found, strategy, kpis] = await Promise.all([
    findAgreement(id, address, locale),
    getStrategy(id, locale),
    getKpiNames(id, locale),
  ]);
  const commitment = found?.agreement.commitments.find((one) => one.id === commitmentId);
  if (!found || !commitment) notFound();
  const { agreement, period } = found;
  const followUps = await getFollowUps(id, commitment.id);
  const rights = rightsIn(access, agreement.orgUnit.id, [], new Set());
  const here = agreementHref(slug, period.code, agreement.orgUnit.code);
  const follows = rights.edit && isFollowed(agreement);
  const hidden = {
    org: slug,
    agreementId: agreement.id,
    seen: String(agreement.version),
    back: here,
    id: commitment.id,
  };
  const day = today();
  const reason =
    typeof refused === "string" && /^[a-zA-Z]+$/.test(refused)
      ? knownMessage(evidence, refused, { most: mostPerFollowUp })
      : null;
  return (
    <AgreementFrame
      access={access}
      view={null}
      period={period}
      crumbs={[{ label: agreement.orgUnit.name, href: here }, { label: t("due.commitment") }]}
    >
      <h1>{commitment.text}</h1>
      <p className="lead">
        {strategy.tracks.find((track) => track.id === commitment.trackId)?.name} · {agreement.orgUnit.name}{" "}
        {commitment.isExample ? <ExampleMark /> : null}
      </p>
      <CommitmentFacts of={commitment} today={day} locale={locale} />
      <Milestones org={slug} of={commitment} mayReach={follows} today={day} locale={locale} />
      {rights.edit && agreement.state === "draft" ? (
        <section aria-labelledby="edit-title">
          <h2 id="edit-title">{t("commitment.edit")}</h2>
          <ActionForm
            action={saveCommitment}
            fields={commitmentFields((key) => t(key as "track"), {
              ...{ commitment, kpis, locale, picked: null },
              ...{ trackId: commitment.trackId, tracks: strategy.tracks, deadline: period.to },
            })}
            hidden={{
              ...hidden,
              initiativeId: commitment.initiative?.id ?? "",
              ...(commitment.isRequired ? { trackId: commitment.trackId } : {}),
            }}
            submit={{ label: t("commitment.save") }}
            summary={t("refused")}
          />
          {commitment.isRequired ? null : (
            <ActionForm
              action={removeCommitment}
              fields={[]}
              hidden={hidden}
              submit={{ label: t("commitment.remove"), className: "btn danger" }}
              summary={t("refused")}
            />
          )}
        </section>
      ) : null}
      {follows ? (
        <section aria-labelledby="follow-title">
          <h2 id="follow-title">{t("followUp.title")}</h2>
          <FollowUpForm org={slug} of={commitment} today={day} />
        </section>
      ) : null}
      <section aria-labelledby="history-title">
        <h2 id="history-title">{t("followUp.history")}</h2>
        {reason ? (
          <div id="files-refused">
            <Message tone="worse" title={reason} />
          </div>
        ) : null}
        {followUps.length > 0 || wasSigned(agreement) ? (
          <FollowUps
            org={slug}
            list={followUps}
            of={commitment}
            attachTo={follows ? `${here}/commitments/${commitment.id}/files` : null}
            locale={locale}
          />
        ) : (
          <p className="muted">{t("followUp.notYet")}</p>
        )}
      </section>
    </AgreementFrame>
  );
}
