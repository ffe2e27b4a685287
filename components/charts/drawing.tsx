"use client";
import { useRef } from "react";
import { DownloadMenu, type DownloadWords } from "@/components/charts/download-menu";
import { Plot } from "@/components/charts/plot";
import type { ChartSpec } from "@/lib/chart/model";

/** What a drawing needs: plain data and its few words. */
export type DrawingProps = { spec: ChartSpec; org: string; download: DownloadWords };

/** The drawing and the menu that hands it out. The code of the charting library arrives with this file and not before. */
export default function Drawing({ spec, org, download }: DrawingProps) {
  const area = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={area} className="plot">
        <Plot spec={spec} />
      </div>
      <DownloadMenu area={area} spec={spec} org={org} words={download} />
    </>
  );
}
