import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AgreementFrame } from "@/components/agreement/frame";
import { ListPager, ListSearch } from "@/components/agreement/list";
import { TrackUnits } from "@/components/agreement/track-units";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { isNamed } from "@/lib/agreement/list/model";
import { getListed } from "@/lib/agreement/list/queries";
import { listFilterSchema } from "@/lib/agreement/list/schema";
import { getMinima } from "@/lib/agreement/matrix/queries";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { today } from "@/lib/agreement/period/queries";
import { countInTrack, getTrackUnits } from "@/lib/agreement/track/queries";
import { linesOf, pageOf } from "@/lib/paging/model";
import { getFollowedTracks, getStrategy } from "@/lib/strategy/queries";

type Props = {
  params: Promise<{ org: string; period: string; track: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Org units on one page. */
const PAGE = 12;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("track") };
}

/** One track across all org units, for the functions that follow it; narrowed by `?unit=` and `?state=`. */
export default async function TrackPage({ params, searchParams }: Props) {
  const [{ org, period: periodCode, track: code }, query] = await Promise.all([params, searchParams]);
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
  const { unit, state, page } = listFilterSchema.parse(query);
  const [all, minima, counts] = await Promise.all([
    getListed(id, period.id),
    getMinima(id, period.id),
    countInTrack(id, period.id, track.id),
  ]);
  const listed = all.filter((one) => isNamed(one.name, unit) && (state === null || one.state === state));
  const paged = pageOf(listed.length, page, PAGE);
  const shown = linesOf(listed, paged).map(({ id: agreement }) => agreement);
  const units = await getTrackUnits(id, shown, track.id, locale);
  const list = { path: `/${slug}/agreements/${period.code}/tracks/${track.code}`, narrowed: { unit, state } };
  const goal = strategy.goals.find((one) => one.id === track.goalId);
  const minimum = minima.get(track.id) ?? 0;
  const central = may(access.roles, "agreement.govern");
  const mayAssess = may(access.roles, "agreement.assess") && (central || followed.has(track.id));
  return (
    <AgreementFrame access={access} view={null} period={period} crumbs={[{ label: track.name }]}>
      <div className={`track-part ${track.colour}`}>
        <h1>{track.name}</h1>
        <p className="lead">{t("trackPage.headline", counts)}</p>
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
        <ListSearch {...list} count={all.length} size={PAGE} found={listed.length} />
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
        <ListPager {...list} paged={paged} />
      </div>
    </AgreementFrame>
  );
}
