"use client";
import type { RefObject } from "react";
import { pngOf, save, standaloneSvg } from "@/components/charts/download";
import type { ChartSpec } from "@/lib/chart/model";
import { csvOf } from "@/lib/chart/table/model";

/** The menu's words, in the page's language. */
export type DownloadWords = { download: string; label: string; svg: string; png: string; csv: string };

/** Hands out the chart as SVG or PNG, made from what is drawn, and its figures as CSV. */
export function DownloadMenu({
  area,
  spec,
  fileName,
  words,
}: {
  area: RefObject<HTMLDivElement | null>;
  spec: ChartSpec;
  fileName: string;
  words: DownloadWords;
}) {
  const drawn = () => area.current?.querySelector<SVGSVGElement>("svg.recharts-surface") ?? null;
  const asSvg = async () => {
    const svg = drawn();
    if (svg) save(new Blob([await standaloneSvg(svg, spec)], { type: "image/svg+xml" }), `${fileName}.svg`);
  };
  const asPng = async () => {
    const svg = drawn();
    if (svg) save(await pngOf(await standaloneSvg(svg, spec)), `${fileName}.png`);
  };
  const asCsv = () => save(new Blob([csvOf(spec)], { type: "text/csv;charset=utf-8" }), `${fileName}.csv`);
  return (
    <details className="chart-menu">
      <summary aria-label={words.label}>{words.download}</summary>
      <div>
        <button type="button" onClick={() => void asSvg()}>
          {words.svg}
        </button>
        <button type="button" onClick={() => void asPng()}>
          {words.png}
        </button>
        <button type="button" onClick={asCsv}>
          {words.csv}
        </button>
      </div>
    </details>
  );
}
