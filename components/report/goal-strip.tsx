import { Headed } from "@/components/report/narrative";
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
      <Headed block={block} />
      <ul data-count={Math.min(goals.length, 4)}>
        {goals.map((goal) => {
          const serving = of.view.pillars.filter((pillar) => pillar.sdgs.includes(goal));
          return (
            <li key={goal} className={serving.length === 1 ? `tone-${serving[0]?.colour}` : undefined}>
              <b>{goal}</b>
              <span>{sdg[String(goal) as keyof typeof sdg]}</span>
              {serving.map(({ code, name }) => (
                <i key={code}>{name}</i>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
