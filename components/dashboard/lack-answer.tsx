import { useLocale, useTranslations } from "next-intl";
import { BigNumber, type SelectionHref } from "@/components/dashboard/answers";
import { lacks, namesOf, type Lack } from "@/lib/dashboard/lack/model";
import type { KpiYear } from "@/lib/figure/model";

const mostNames = 3;

/** What is missing? Figures not there stand large, the rest of what a reader must know below. */
export function LackAnswer({ kpis, href }: { kpis: KpiYear[]; href: SelectionHref }) {
  const t = useTranslations("dashboard.lacks");
  const names = useNames(kpis);
  const all = lacks(kpis);
  const open = all.filter(({ kind }) => kind === "pending" || kind === "missing");
  const count = open.reduce((sum, lack) => sum + lack.kpis.length, 0);
  const rest = open.length > 1 ? all : all.filter((lack) => !open.includes(lack));
  return (
    <section>
      <h2>{t("title")}</h2>
      <BigNumber
        number={count}
        of={count === 0 ? t("nothing") : t("big", { count })}
        small={count > 0 ? names(open.flatMap((lack) => lack.kpis)) : undefined}
      />
      <ul className="lack">
        {rest.map((lack) => (
          <LackLine key={lack.kind} lack={lack} names={names(lack.kpis)} href={href} />
        ))}
      </ul>
    </section>
  );
}

function LackLine({ lack, names, href }: { lack: Lack; names: string; href: SelectionHref }) {
  const t = useTranslations("dashboard.lacks");
  const count = lack.kpis.length;
  return (
    <li>
      <b>{count}</b>
      <p>
        <a href={href(lack.kind)}>{t(lack.kind, { count })}</a> <span>{names}</span>
      </p>
    </li>
  );
}

/** Names in a row, the first few written out. */
function useNames(all: KpiYear[]): (concerned: KpiYear[]) => string {
  const t = useTranslations("dashboard.lacks");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  return (concerned) => {
    const names = namesOf(concerned, all);
    // "og 1 til" takes as much room as the name it leaves out.
    if (names.length <= mostNames + 1) return list.format(names);
    return t("namesAndMore", { names: names.slice(0, mostNames).join(", "), more: names.length - mostNames });
  };
}
