"use client";
import { useRef } from "react";
import { DownloadMenu, type DownloadWords } from "@/components/charts/download-menu";
import { Plot } from "@/components/charts/plot";
import type { ChartSpec } from "@/lib/chart/model";

/** What a drawing needs: plain data and its few words. */
export type DrawingProps = { spec: ChartSpec; fileName: string; download: DownloadWords | null };

/** The drawing and the menu that hands it out. The code of the charting library arrives with this file and not before. */
export default function Drawing({ spec, fileName, download }: DrawingProps) {
  const area = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={area} className="plot">
        <Plot spec={spec} />
      </div>
      {download ? <DownloadMenu area={area} spec={spec} fileName={fileName} words={download} /> : null}
    </>
  );
}
