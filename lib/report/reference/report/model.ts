import type { Report } from "@/lib/report/model";
import { proseKinds } from "@/lib/report/narrative/model";
import { opaque } from "@/lib/report/narrative/opaque/model";
import { boundText, type ReferenceSource } from "../resolution/model";

/** A report with the numbers of its texts looked up; references that say nothing stay, to be seen. */
export function boundReport(report: Report, source: ReferenceSource): Report {
  const bind = (text: string) => boundText(text, source);
  return {
    ...report,
    title: bind(report.title),
    subtitle: bind(report.subtitle),
    sections: report.sections.map((section) => ({
      ...section,
      title: bind(section.title),
      blocks: section.blocks.map((block) => ({
        ...block,
        title: bind(block.title),
        // What is read as Markdown takes a number as a word, whatever signs it has.
        body: proseKinds.includes(block.kind) ? boundText(block.body, source, opaque) : bind(block.body),
      })),
    })),
  };
}
