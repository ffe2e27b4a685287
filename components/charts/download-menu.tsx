"use client";
import { useState, type RefObject } from "react";
import { pngOf, save, standaloneSvg } from "@/components/charts/download";
import { noteTakenChart } from "@/lib/chart/download/actions";
import type { TakenChart } from "@/lib/chart/download/schema";
import type { ChartSpec } from "@/lib/chart/model";
import { csvOf } from "@/lib/chart/table/model";

/** The menu's words, in the page's language. */
export type DownloadWords = {
  download: string;
  label: string;
  svg: string;
  png: string;
  csv: string;
  /** Said when it could not be noted that the chart is taken, and so it is not. */
  notTaken: string;
};

/** Hands out the chart as SVG or PNG, made from what is drawn, and its figures as CSV, once the server has noted it. */
export function DownloadMenu({
  area,
  spec,
  org,
  words,
}: {
  area: RefObject<HTMLDivElement | null>;
  spec: ChartSpec;
  org: string;
  words: DownloadWords;
}) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const drawn = () => area.current?.querySelector<SVGSVGElement>("svg.recharts-surface") ?? null;
  const fileOf = async (format: TakenChart["format"]): Promise<Blob | null> => {
    if (format === "csv") return new Blob([csvOf(spec)], { type: "text/csv;charset=utf-8" });
    const svg = drawn();
    if (!svg) return null;
    const text = await standaloneSvg(svg, spec);
    return format === "png" ? pngOf(text) : new Blob([text], { type: "image/svg+xml" });
  };
  const take = async (format: TakenChart["format"]) => {
    const kpi = spec.series[0]?.code;
    const file = await fileOf(format);
    if (!file || kpi === undefined) return;
    const { kind, year } = spec;
    const noted = await noteTakenChart({ org, kpi, kind, year, format }).catch(() => null);
    setRefusal(noted?.data ? null : (noted?.serverError?.message ?? words.notTaken));
    if (noted?.data) save(file, `${[kpi, kind, year].join("-")}.${format}`);
  };
  return (
    <details className="chart-menu">
      <summary aria-label={words.label}>{words.download}</summary>
      <div>
        {(["svg", "png", "csv"] as const).map((format) => (
          <button key={format} type="button" onClick={() => void take(format)}>
            {words[format]}
          </button>
        ))}
        {refusal === null ? null : <p role="alert">{refusal}</p>}
      </div>
    </details>
  );
}
