"use client";
import { cellText } from "@/components/entry/cell-text";
import type { BesideProps } from "./view";

/** What stands beside a value: what it means, and what was said of it. */
export function Beside({ kpi, cell, words, locale }: BesideProps) {
  const said = cell
    ? ([
        [words.status, cell.saved.status && words.glyph[cell.saved.status]],
        [words.source, cellText(cell, "source", locale)],
        [words.note, cellText(cell, "note", locale)],
      ] as const)
    : [];
  return (
    <>
      <p className="muted">{kpi.definition}</p>
      <dl>
        {said
          .filter(([, text]) => text)
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
