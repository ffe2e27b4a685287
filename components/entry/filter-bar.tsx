"use client";
import type { SheetFilter } from "@/lib/value/filter/model";
import type { SheetView } from "./view";

type Props = {
  view: SheetView;
  filter: SheetFilter;
  counts: { missing: number; flagged: number; requested: number };
  onFilter: (filter: SheetFilter) => void;
  /** Addresses of the sheet with one year and with several. */
  spans: { one: string; many: string };
};

/** Which rows and years of the sheet are shown. */
export function FilterBar({ view: { words, groups, owners, years, year }, filter, counts, onFilter, spans }: Props) {
  const say = words.filter;
  const shows = [
    [null, say.all],
    ["missing", `${say.missing} (${counts.missing})`],
    ["flagged", `${say.flagged} (${counts.flagged})`],
    ...(counts.requested > 0 ? ([["asked", `${say.asked} (${counts.requested})`]] as const) : []),
  ] as const;
  return (
    <div className="entry-filter">
      <div role="group" aria-label={say.label}>
        {shows.map(([show, label]) => (
          <button
            key={show ?? "all"}
            type="button"
            aria-pressed={filter.show === show}
            onClick={() => onFilter({ ...filter, show })}
          >
            {label}
          </button>
        ))}
      </div>
      <Choice
        label={say.pillar}
        all={say.allPillars}
        value={filter.pillar}
        options={groups.map(({ code, name }) => ({ id: code, name }))}
        onChoose={(pillar) => onFilter({ ...filter, pillar })}
      />
      {owners.length > 0 ? (
        <Choice
          label={say.owner}
          all={say.allOwners}
          value={filter.owner}
          options={owners}
          onChoose={(owner) => onFilter({ ...filter, owner })}
        />
      ) : null}
      <nav aria-label={say.years}>
        <a href={spans.one} aria-current={years.length === 1 ? "true" : undefined}>
          {say.oneYear.replace("{year}", String(year))}
        </a>
        <a href={spans.many} aria-current={years.length > 1 ? "true" : undefined}>
          {say.manyYears}
        </a>
      </nav>
    </div>
  );
}

function Choice({
  label,
  all,
  value,
  options,
  onChoose,
}: {
  label: string;
  all: string;
  value: string | null;
  options: { id: string; name: string }[];
  onChoose: (id: string | null) => void;
}) {
  return (
    <select aria-label={label} value={value ?? ""} onChange={(event) => onChoose(event.target.value || null)}>
      <option value="">{all}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
