import { letters } from "@/lib/report/appendix/model";
import type { Section } from "@/lib/report/model";
import { filled, type ReportWords } from "@/lib/report/notation/model";

/** Pages with one running head: the sections on them, and the words at the top right after the report's title. */
export type HeadedPages = { name: string; codes: string[]; running: string };

/** A section as the contents and the running head name it: "Bilag E: Miljødata", else its title. */
export function sectionName({ title, appendixPart }: Section, { report }: ReportWords): string {
  return appendixPart === null
    ? title
    : `${filled(report.appendix.title, { letter: letters[appendixPart] })}: ${title}`;
}

/** Whether a section starts on the page the one before it ends on: the short governance table follows the social one. */
function continuesPage(section: Section, before: Section | undefined): boolean {
  return section.appendixPart === "governance" && before?.appendixPart === "social";
}

/** Which sections share a running head. The cover has none. */
export function headedPages(sections: Section[], words: ReportWords): HeadedPages[] {
  const pages: HeadedPages[] = [];
  for (const [index, section] of sections.entries()) {
    if (section.kind === "cover") continue;
    const last = pages.at(-1);
    const running = section.kind === "contents" ? "" : sectionName(section, words);
    if (last && continuesPage(section, sections[index - 1]))
      Object.assign(last, { codes: [...last.codes, section.code], running: `${last.running} · ${running}` });
    else pages.push({ name: `part-${index}`, codes: [section.code], running });
  }
  return pages;
}

/** CSS that prints the organisation at the top left, the report and its part at the top right of each page. */
export function pageRules(organisation: string, title: string, pages: HeadedPages[]): string {
  return pages
    .map(({ name, codes, running }) => {
      const right = running === "" ? title : `${title}  ·  ${running}`;
      return `@page ${name}{@top-left{content:${cssString(organisation)}}@top-right{content:${cssString(right)}}}${codes.map((code) => `#${cssIdentifier(code)}`).join()}{page:${name}}`;
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
