import { about } from "./report-texts/about.ts";
import { appendix, method2023 } from "./report-texts/appendix.ts";
import { draft2024 } from "./report-texts/draft-2024.ts";
import { employer } from "./report-texts/employer.ts";
import { ethics } from "./report-texts/ethics.ts";
import { opening, strategy } from "./report-texts/opening.ts";
import { producer } from "./report-texts/producer.ts";
import { regionDraft } from "./report-texts/region.ts";
import type { ReportRow } from "./report-texts/row.ts";
import { society } from "./report-texts/society.ts";

const report2023: ReportRow = {
  year: 2023,
  titleDa: "CSR-rapport 2023",
  titleEn: "CSR report 2023",
  subtitleDa:
    "Redegørelse for samfundsansvar 1. januar–31. december 2023 efter årsregnskabslovens § 99 a og § 99 b. Tilsluttet FN’s Global Compact siden 2013.",
  subtitleEn:
    "Statement on corporate responsibility for 1 January–31 December 2023 under sections 99 a and 99 b of the Danish Financial Statements Act. Signatory of the UN Global Compact since 2013.",
  sections: [...opening, strategy, society, employer, producer, ethics, about, ...appendix(method2023)],
};

/** The reports of the demo as plain rows, by the organisation's slug: sections with their blocks, in order; pillars named by code. */
export function reportRows(): Record<"aleris" | "region-midtjylland", ReportRow[]> {
  return { aleris: [report2023, draft2024], "region-midtjylland": [regionDraft] };
}
