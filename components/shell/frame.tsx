import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Sign } from "@/components/ui/sign";
import type { Access } from "@/lib/access/model";
import type { PeriodState } from "@/lib/database/generated/enums";
import { nameIn } from "@/lib/setup/organisation/name/model";
import { Brand } from "./brand";
import { Menu } from "./menu";
import { Person } from "./person";
import { placesFor, yearPath, type Place } from "./places";

export type FrameProps = {
  access: Access;
  place: Place;
  /** The reporting year the page is about, or the one the rail leads on to. */
  year: number;
  /** Every year with a reporting period, in any order. */
  years: { year: number; state: PeriodState }[];
  /** Where the same page is in another year, if the place alone does not tell. */
  yearHref?: (year: number) => string;
  /** The page sets its own width (a panel at the side, a bar along the foot). */
  wide?: boolean;
  /** More to stand in the rail, such as the chapters of a report. */
  below?: ReactNode;
  children: ReactNode;
};

/**
 * The frame of every page of an organisation: a rail with organisation, year and places beside the page; on a phone
 * a bar, and the rail behind its button. It runs no script.
 */
export function Frame({ access, place, year, years, yearHref, wide = false, below, children }: FrameProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { organisation } = access;
  return (
    <div className={wide ? "frame wide" : "frame"}>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header className="frame-head">
        <div className="bar">
          <Link className="brand" href={`/${organisation.slug}`}>
            <Brand markOnly />
          </Link>
          <p>
            <b>{t(`place.${place}`)}</b>
            {nameIn(organisation, locale)} · {year}
          </p>
          <button type="button" className="btn" popoverTarget="rail">
            {t("menu")}
          </button>
        </div>
        <div className="rail" id="rail" popover="auto">
          <Link className="brand" href={`/${organisation.slug}`}>
            <Brand />
          </Link>
          <button type="button" className="rail-close" popoverTarget="rail" popoverTargetAction="hide">
            <Sign name="close" />
            <span className="vh">{t("closeMenu")}</span>
          </button>
          <Switches {...{ access, place, year, years, yearHref }} />
          <nav className="places" aria-label={t("places")}>
            {placesFor(access, year).map((entry) => (
              <Link key={entry.place} href={entry.href} aria-current={entry.place === place ? "page" : undefined}>
                {t(`place.${entry.place}`)}
              </Link>
            ))}
          </nav>
          {below}
          <Person user={access.user} roles={access.roles} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Switches({
  access: { organisation, organisations },
  place,
  year,
  years,
  yearHref,
}: Omit<FrameProps, "children">) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const common = useTranslations("common");
  const hrefOf = yearHref ?? ((other: number) => yearPath(place, organisation.slug, other));
  const state = years.find((period) => period.year === year)?.state;
  const yearWithState = (other: number, of?: PeriodState) => (
    <>
      {other} {of ? <small>{common(`periodState.${of}`)}</small> : null}
    </>
  );
  return (
    <div className="switch">
      <div>
        <span className="lab" aria-hidden={organisations.length > 1}>
          {t("organisation")}
        </span>
        {organisations.length > 1 ? (
          <Menu
            id="organisations"
            label={t("chooseOrganisation")}
            chosen={nameIn(organisation, locale)}
            items={organisations.map((one) => ({
              key: one.slug,
              href: `/${one.slug}`,
              label: nameIn(one, locale),
              current: one.slug === organisation.slug,
            }))}
          />
        ) : (
          <span className="pick only">{nameIn(organisation, locale)}</span>
        )}
      </div>
      <div>
        <span className="lab" aria-hidden>
          {t("year")}
        </span>
        <Menu
          id="years"
          label={t("chooseYear")}
          chosen={yearWithState(year, state)}
          items={[...years]
            .sort((a, b) => b.year - a.year)
            .map((period) => ({
              key: String(period.year),
              href: hrefOf(period.year),
              label: yearWithState(period.year, period.state),
              current: period.year === year,
            }))}
        />
      </div>
    </div>
  );
}
