"use client";
import { lazy, Suspense, useEffect, useRef } from "react";
import { Sign } from "@/components/ui/sign";
import { formatDate } from "@/lib/number/format";
import type { BesideProps } from "./beside/view";
import { fill } from "./words";

const Beside = lazy(async () => ({ default: (await import("./beside/panel")).Beside }));

/** The region beside the grid that tells all about the cell in hand. Opened with Alt+Enter or its button, closed with Esc. */
export function SidePanel({ onClose: onGone, ...beside }: BesideProps & { onClose: () => void }) {
  const { kpi, year, words } = beside;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const onClose = () => {
    onGone();
    document.querySelector<HTMLElement>(".entry-grid [data-place][tabindex='0']")?.focus();
  };
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className="entry-beside"
      aria-labelledby="beside-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2 id="beside-title">
          {kpi.name} <span>{year}</span>
        </h2>
        <button type="button" className="rail-close" onClick={onClose}>
          <Sign name="close" />
          <span className="vh">{words.beside.close}</span>
        </button>
      </header>
      {beside.cell?.confirmed.map(({ code, comment, by, at }) => (
        <p key={code} className="entry-stood">
          {fill(words.question[by ? "confirmed" : "confirmedYou"], { by, comment })}{" "}
          <span className="muted">{formatDate(new Date(at), beside.locale)}</span>
        </p>
      ))}
      <Suspense fallback={<p className="muted">{words.beside.loading}</p>}>
        <Beside key={`${kpi.id} ${year}`} {...beside} />
      </Suspense>
    </aside>
  );
}
