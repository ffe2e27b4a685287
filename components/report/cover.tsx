import { Picture } from "@/components/report/picture-figure";
import { StateRow, TallyList } from "@/components/report/state";
import type { Locale } from "@/lib/language/model";
import type { ReportView, Section } from "@/lib/report/model";
import { bound } from "@/lib/report/narrative/binding/model";
import { itemsOf } from "@/lib/report/narrative/model";
import { filled, reportWords } from "@/lib/report/notation/model";

/** The cover: title, the state of every KPI at a glance, key facts, and the org units reported on. */
export function Cover({
  section,
  of,
  locale,
  notice,
}: {
  section: Section;
  of: ReportView;
  locale: Locale;
  /** What is to be known before anything is read: that figures are not approved. */
  notice?: string;
}) {
  const { report: words } = reportWords(locale);
  const { report, view } = of;
  const facts = section.blocks.flatMap((block) =>
    block.kind === "keyFacts" && block.body !== "" ? itemsOf(block.body) : [],
  );
  // The year at the end of a title stays with the word before it, unless the two are wider than the paper.
  const title = report.title.replace(/(?<=(?:^| )\S{1,11}) (?=\d{4}$)/, "\u00A0");
  const { colour, logo, cover, days } = report.house ?? { colour: "", logo: null, cover: null, days: null };
  const day = (iso: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  return (
    <header className={`cover${colour ? " edged" : ""}${cover ? " pictured" : ""}`} id={section.code}>
      <div className="ct">
        {logo ? (
          <img className="logo" src={logo} alt={view.organisation.name} />
        ) : (
          <p className="org">{view.organisation.name}</p>
        )}
        <p className="yr">
          {filled(words.year, { year: view.year })}
          {days ? <span className="days">{`${day(days.from)} – ${day(days.to)}`}</span> : null}
        </p>
      </div>
      {cover ? (
        <div className="cp">
          <Picture picture={cover} place="cover" />
        </div>
      ) : null}
      <h1>{title}</h1>
      {report.subtitle ? <p className="stand">{bound(report.subtitle)}</p> : null}
      {notice ? <p className="notice">{notice}</p> : null}
      <Sky of={of} locale={locale} />
      {facts.length > 0 ? (
        <dl className="facts">
          {facts.map(({ figure, text }, index) => (
            <div key={index}>
              <dt>{bound(text)}</dt>
              <dd>{figure === null ? null : bound(figure)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {view.orgUnits.length > 0 ? (
        <p className="units">{view.orgUnits.map((orgUnit) => orgUnit.name).join(" · ")}</p>
      ) : null}
    </header>
  );
}

function Sky({ of: { headline, pillars, tally, view }, locale }: { of: ReportView; locale: Locale }) {
  const { report: words } = reportWords(locale);
  const count = tally.reduce((sum, part) => sum + part.count, 0);
  if (count === 0) return null;
  const areas = pillars
    .map(
      ({ pillar, tally: parts }) =>
        `${pillar.name}: ${parts.map(({ state, count: number }) => `${number} ${words.state[state]}`).join(", ")}`,
    )
    .join("; ");
  const title = headline
    ? filled(headline.liesAhead ? words.headline.ahead : words.headline.now, {
        reached: headline.reached,
        of: headline.of,
        year: headline.targetYear,
      })
    : filled(words.headline.none, { of: count });
  return (
    <section className="sky" aria-labelledby="sky-title">
      <h2 id="sky-title">{title}</h2>
      {headline ? <p>{filled(words.headlineNote, { year: view.year, target: headline.targetYear })}</p> : null}
      <div className="rows" role="img" aria-label={`${filled(words.marksLabel, { of: count, areas })}.`}>
        {pillars
          .filter(({ states }) => states.length > 0)
          .map(({ pillar, states }) => (
            <div key={pillar.code} className={`row tone-${pillar.colour}`}>
              <span className="name">{pillar.name}</span>
              <StateRow states={states} />
            </div>
          ))}
      </div>
      <TallyList tally={tally} locale={locale} />
    </section>
  );
}
