import { Prose } from "@/components/report/narrative";
import { Runs } from "@/components/report/prose/markdown";
import type { Locale } from "@/lib/language/model";
import { goalsOf } from "@/lib/report/block/model";
import type { BlockOf, ReportView } from "@/lib/report/model";
import { reportWords } from "@/lib/report/notation/model";

/** Sustainable Development Goals side by side: number and name in our own drawing, and which pillars serve each. */
export function GoalStrip({ block, of, locale }: { block: BlockOf<"sdgs">; of: ReportView; locale: Locale }) {
  const { sdg, sdgs } = reportWords(locale).report;
  const goals = goalsOf(block.settings.goals, block, of);
  if (goals.length === 0) return null;
  return (
    <section className="goals" aria-label={block.title ? undefined : sdgs}>
      {block.title ? (
        <h3>
          <Runs text={block.title} />
        </h3>
      ) : null}
      <Prose body={block.body} level={block.title ? 4 : 3} />
      <ul data-count={Math.min(goals.length, 6)}>
        {goals.map((goal) => (
          <li key={goal}>
            <b>{goal}</b>
            <span>{sdg[String(goal) as keyof typeof sdg]}</span>
            {of.view.pillars
              .filter((pillar) => pillar.sdgs.includes(goal))
              .map(({ code, colour, name }) => (
                <i key={code} className={`tone-${colour}`}>
                  {name}
                </i>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
