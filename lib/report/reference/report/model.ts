import type { Report } from "@/lib/report/model";
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
      blocks: section.blocks.map((block) => ({ ...block, title: bind(block.title), body: bind(block.body) })),
    })),
  };
}
