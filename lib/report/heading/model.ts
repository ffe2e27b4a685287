import { letters } from "@/lib/report/appendix/model";
import type { Section } from "@/lib/report/model";
import { filled, type ReportWords } from "@/lib/report/notation/model";

/** The pages of a section: the words at their top right after the report's title. */
export type HeadedPages = { name: string; code: string; running: string };

/** A section as the contents and the running head name it: "Bilag E: Miljødata", else its title. */
export function sectionName({ title, appendixPart }: Section, { report }: ReportWords): string {
  return appendixPart === null
    ? title
    : `${filled(report.appendix.title, { letter: letters[appendixPart] })}: ${title}`;
}

/** The running head of each section; each begins a page, so that no page is headed by a section it does not show. The cover has none. */
export function headedPages(sections: Section[], words: ReportWords): HeadedPages[] {
  return sections.flatMap((section, index) =>
    section.kind === "cover"
      ? []
      : [
          {
            name: `part-${index}`,
            code: section.code,
            running: section.kind === "contents" ? "" : sectionName(section, words),
          },
        ],
  );
}

/**
 * CSS that prints the organisation at the top left, the report and its part at the top right of each page. What an
 * edition says of itself belongs to the pages of the last section: a page of another name would stand alone.
 */
export function pageRules(organisation: string, title: string, pages: HeadedPages[]): string {
  return pages
    .map(({ name, code, running }, index) => {
      const right = running === "" ? title : `${title}  ·  ${running}`;
      return `@page ${name}{@top-left{content:${cssString(organisation)}}@top-right{content:${cssString(right)}}}#${cssIdentifier(code)}${index === pages.length - 1 ? ",.colophon" : ""}{page:${name}}`;
    })
    .join("\n");
}

/** Any text as a CSS string; everything but letters and digits is escaped, so that no text can end the string or the style element. */
function cssString(text: string): string {
  return `"${escaped(text)}"`;
}

function escaped(text: string): string {
  return [...text]
    .map((sign) => (/[\p{L}\p{N}]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `))
    .join("");
}

function cssIdentifier(code: string): string {
  return escaped(code).replace(/^\d/, (digit) => `\\${digit.codePointAt(0)!.toString(16)} `);
}
