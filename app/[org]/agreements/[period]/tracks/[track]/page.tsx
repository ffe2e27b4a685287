import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AgreementFrame } from "@/components/agreement/frame";
import { TrackUnits } from "@/components/agreement/track-units";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getMinima } from "@/lib/agreement/matrix/queries";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { today } from "@/lib/agreement/period/queries";
import { getTrackUnits } from "@/lib/agreement/track/queries";
import { getFollowedTracks, getStrategy } from "@/lib/strategy/queries";

type Props = { params: Promise<{ org: string; period: string; track: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("track") };
}

/** One track across all org units: for the functions that follow it. */
export default async function TrackPage({ params }: Props) {
  const { org, period: periodCode, track: code } = await params;
  const access = await requireAccess(org, "agreement.read");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement"), getLocale()]);
  const [{ period }, strategy, followed] = await Promise.all([
    getPeriodPage(id, periodCode, locale),
    getStrategy(id, locale),
    getFollowedTracks(id, access.user.id),
  ]);
  const track = strategy.tracks.find((one) => one.code === code);
  if (!period || !track) notFound();
  const [units, minima] = await Promise.all([getTrackUnits(id, period.id, track.id, locale), getMinima(id, period.id)]);
  const all = units.flatMap(({ commitments }) => commitments);
  const goal = strategy.goals.find((one) => one.id === track.goalId);
  const minimum = minima.get(track.id) ?? 0;
  const central = may(access.roles, "agreement.govern");
  const mayAssess = may(access.roles, "agreement.assess") && (central || followed.has(track.id));
  return (
    <AgreementFrame access={access} view={null} period={period} crumbs={[{ label: track.name }]}>
      <div className={`track-part ${track.colour}`}>
        <h1>{track.name}</h1>
        <p className="lead">
          {t("trackPage.headline", { done: all.filter(({ status }) => status === "done").length, count: all.length })}
        </p>
        <p className="muted">
          {[
            ...(track.followers.length > 0
              ? [t("trackPage.followers", { functions: track.followers.map(({ name }) => name).join(", ") })]
              : []),
            ...(track.followers.some(({ isExample }) => isExample) ? [t("trackPage.exampleFollowers")] : []),
            ...(goal ? [t("trackPage.goal", { goal: goal.name, year: goal.year })] : []),
            ...(minimum > 0 ? [t("trackPage.demands", { minimum })] : []),
          ].join(" · ")}
        </p>
        <TrackUnits
          org={slug}
          period={period.code}
          units={units}
          track={track}
          minimum={minimum}
          mayAssess={mayAssess}
          today={today()}
          locale={locale}
        />
      </div>
    </AgreementFrame>
  );
}
