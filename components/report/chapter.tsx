import { Blocks, type SectionProps } from "@/components/report/blocks";
import { toneOf } from "@/components/report/contents";
import { Sdgs } from "@/components/report/strategy";
import { StateRow, tallyText } from "@/components/report/state";
import { filled, reportWords } from "@/lib/report/notation/model";

/** A chapter: what opens it (a pillar's goals, themes and states of its KPIs), then its blocks. */
export function Chapter({ section, of, lineageBase, locale }: SectionProps) {
  const { report: words } = reportWords(locale);
  const leads = section.blocks.filter((block) => block.kind === "text" && block.settings.role === "lead");
  const states = of.pillars.find(({ pillar }) => pillar.code === section.pillarCode);
  return (
    <section
      className={`ch ${toneOf(section, of.view.pillars) ?? ""}`}
      id={section.code}
      aria-labelledby={`${section.code}-title`}
    >
      <header className="open">
        {states ? (
          <p className="eye">
            {states.number === null ? words.foundation : filled(words.star, { number: states.number })}
          </p>
        ) : null}
        <h2 id={`${section.code}-title`}>{section.title}</h2>
        <Blocks blocks={leads} of={of} lineageBase={lineageBase} locale={locale} />
        {states ? (
          <div className="meta">
            <Sdgs numbers={states.pillar.sdgs} locale={locale} />
            {states.pillar.themes.length > 0 ? (
              <ul className="themes" aria-label={words.themes}>
                {states.pillar.themes.map((theme) => (
                  <li key={theme}>{theme}</li>
                ))}
              </ul>
            ) : null}
            <p className="cnt">
              <StateRow states={states.states} />
              {tallyText(states.tally, locale)}
            </p>
          </div>
        ) : null}
      </header>
      <Blocks
        blocks={section.blocks.filter((block) => !leads.includes(block))}
        of={of}
        lineageBase={lineageBase}
        locale={locale}
      />
    </section>
  );
}
