import { Blocks, type SectionProps } from "@/components/report/blocks";
import { TallyList } from "@/components/report/state";
import type { Locale } from "@/lib/language/model";
import { chapterOf, type PillarStates, type ReportView } from "@/lib/report/model";
import { filled, reportWords } from "@/lib/report/notation/model";

/** The strategy: its lead, the guiding pillars side by side, the chapters beside them as their foundation, then the words. */
export function Strategy({ section, of, lineageBase, locale }: SectionProps) {
  const { report: words } = reportWords(locale);
  const leads = section.blocks.filter((block) => block.kind === "text" && block.settings.role === "lead");
  const rest = section.blocks.filter((block) => !leads.includes(block));
  const guiding = of.pillars.filter(({ pillar }) => pillar.isGuiding);
  const beside = of.pillars.filter(({ pillar }) => !pillar.isGuiding);
  return (
    <section className="ch" id={section.code} aria-labelledby={`${section.code}-title`}>
      <header className="open">
        <p className="eye">{words.strategy}</p>
        <h2 id={`${section.code}-title`}>{section.title}</h2>
        <Blocks blocks={leads} of={of} lineageBase={lineageBase} locale={locale} />
      </header>
      {guiding.length > 0 ? (
        <div className="stars">
          {guiding.map((states) => (
            <PillarCard key={states.pillar.code} states={states} of={of} locale={locale} />
          ))}
        </div>
      ) : null}
      {beside.length > 0 ? (
        <div className="found">
          {beside.map((states) => (
            <PillarCard key={states.pillar.code} states={states} of={of} locale={locale} />
          ))}
        </div>
      ) : null}
      <Blocks blocks={rest} of={of} lineageBase={lineageBase} locale={locale} />
    </section>
  );
}

function PillarCard({
  states: { pillar, number, tally },
  of,
  locale,
}: {
  states: PillarStates;
  of: ReportView;
  locale: Locale;
}) {
  const { report: words } = reportWords(locale);
  const chapter = chapterOf(of.report, pillar.code);
  return (
    <article className={`ps tone-${pillar.colour}`}>
      <p className="eye">{number === null ? words.foundation : filled(words.star, { number })}</p>
      <h3>{chapter ? <a href={`#${chapter.code}`}>{pillar.name}</a> : pillar.name}</h3>
      <Sdgs numbers={pillar.sdgs} locale={locale} />
      {pillar.themes.length > 0 ? (
        <ul className="pl">
          {pillar.themes.map((theme) => (
            <li key={theme}>{theme}</li>
          ))}
        </ul>
      ) : null}
      <TallyList tally={tally} locale={locale} />
    </article>
  );
}

/** The Sustainable Development Goals a pillar serves. */
export function Sdgs({ numbers, locale }: { numbers: number[]; locale: Locale }) {
  const { sdg, sdgs } = reportWords(locale).report;
  if (numbers.length === 0) return null;
  return (
    <ul className="sdg" aria-label={sdgs}>
      {numbers.map((number) => (
        <li key={number}>
          <b>{number}</b> {sdg[String(number) as keyof typeof sdg]}
        </li>
      ))}
    </ul>
  );
}
