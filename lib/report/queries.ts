import { database } from "@/lib/database/client";
import type { BlockKind, PeriodState, SectionKind } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import type { AppendixPart } from "@/lib/report/appendix/model";
import { getPictures } from "@/lib/picture/queries";
import type { Block, Report } from "@/lib/report/model";
import { blockSettings } from "@/lib/report/schema";
import type { TranslatedBlock } from "@/lib/report/translation/model";
import { logoOf } from "@/lib/setup/organisation/logo/queries";
import { financialYear } from "@/lib/setup/organisation/model";

/** A report in the list of an organisation's reports. */
export type ReportEntry = { year: number; title: string; subtitle: string };

/** A block as its editor sees it: both languages, and the version a save must name. */
export type EditableBlock = TranslatedBlock & {
  id: string;
  kind: BlockKind;
  version: number;
  hasOwnFigures: boolean;
  /** As stored; lib/report/settings reads it. */
  settings: unknown;
  isHidden: boolean;
  mustRewrite: boolean;
};

/** A section as its editor sees it. */
export type EditableSection = {
  code: string;
  kind: SectionKind;
  titleDa: string;
  titleEn: string;
  isHidden: boolean;
  blocks: EditableBlock[];
};

/** A report as its editor sees it. */
export type EditableReport = {
  year: number;
  /** Version of the order of sections and blocks. */
  structure: number;
  /** Languages the report is offered in. */
  languages: Locale[];
  titleDa: string;
  titleEn: string;
  subtitleDa: string;
  subtitleEn: string;
  sections: EditableSection[];
};

/** Sections and blocks in order, those that meet a condition. */
const inOrder = <Which extends object>(which: Which) =>
  ({
    sections: {
      where: which,
      orderBy: { position: "asc" },
      include: { pillar: { select: { code: true } }, blocks: { where: which, orderBy: { position: "asc" } } },
    },
  }) as const;
const printed = inOrder({ removedAt: null, isHidden: false });
const editable = inOrder({ removedAt: null });

/** The organisation's reports, newest year first. */
export async function listReports(organisationId: string, locale: Locale): Promise<ReportEntry[]> {
  const rows = await database.report.findMany({ where: { organisationId }, orderBy: { year: "desc" } });
  return rows.map((row) => ({
    year: row.year,
    title: inLanguage(row, "title", locale),
    subtitle: inLanguage(row, "subtitle", locale),
  }));
}

/** The report of a year in one language, without what is hidden; null when there is none. A text that lacks in one language is shown in the other. */
export async function getReport(organisationId: string, year: number, locale: Locale): Promise<Report | null> {
  const row = await database.report.findUnique({
    where: { organisationId_year: { organisationId, year } },
    include: {
      ...printed,
      organisation: {
        select: { slug: true, colour: true, logoId: true, coverId: true, languages: true, yearBeginsInMonth: true },
      },
    },
  });
  if (!row) return null;
  const { slug, colour, logoId, coverId, yearBeginsInMonth: begins } = row.organisation;
  const languages = row.organisation.languages as Locale[];
  const [logo, pictures] = await Promise.all([
    logoOf(logoId),
    getPictures({ id: organisationId, slug }, [...(coverId ? [coverId] : []), ...picturesOf(row.sections)], locale),
  ]);
  const cover = (coverId && pictures[coverId]) || null;
  return {
    year: row.year,
    pictures,
    house: { colour, languages, logo, cover, days: begins === 1 ? null : financialYear(year, begins) },
    title: inLanguage(row, "title", locale),
    subtitle: inLanguage(row, "subtitle", locale),
    sections: row.sections.map((section) => ({
      kind: section.kind,
      code: section.code,
      title: inLanguage(section, "title", locale),
      pillarCode: section.pillar?.code ?? null,
      appendixPart: section.appendixPart satisfies AppendixPart | null,
      blocks: section.blocks.map(
        (block) =>
          ({
            id: block.id,
            title: inLanguage(block, "title", locale),
            body: inLanguage(block, "body", locale),
            ...settingsOf(block.kind, block.settings),
          }) as Block,
      ),
    })),
  };
}

/** The report of a year in both languages, to edit, hidden parts among it; null when there is none. */
export async function getEditableReport(organisationId: string, year: number): Promise<EditableReport | null> {
  const row = await database.report.findUnique({
    where: { organisationId_year: { organisationId, year } },
    include: { ...editable, organisation: { select: { languages: true } } },
  });
  if (!row) return null;
  const { titleDa, titleEn, subtitleDa, subtitleEn, structure } = row;
  return {
    year,
    structure,
    languages: row.organisation.languages as Locale[],
    titleDa,
    titleEn,
    subtitleDa,
    subtitleEn,
    sections: row.sections.map((section) => ({
      code: section.code,
      kind: section.kind,
      titleDa: section.titleDa,
      titleEn: section.titleEn,
      isHidden: section.isHidden,
      blocks: section.blocks.map(({ id, kind, version, titleDa, titleEn, bodyDa, bodyEn, settings, ...state }) => ({
        ...{ id, kind, version, titleDa, titleEn, bodyDa, bodyEn },
        ...{ isHidden: state.isHidden, mustRewrite: state.mustRewrite },
        ...{ headingTranslated: state.headingTranslated, bodyTranslated: state.bodyTranslated },
        hasOwnFigures: kind === "keyFacts" && blockSettings.keyFacts.safeParse(settings).data?.kpis.length !== 0,
        settings,
      })),
    })),
  };
}

/** Settings as their kind allows; what an older version of the product left behind draws nothing instead of failing the page. */
function settingsOf(kind: BlockKind, stored: unknown): Pick<Block, "kind" | "settings"> {
  const parsed = blockSettings[kind].safeParse(stored);
  return { kind, settings: parsed.success ? parsed.data : blockSettings[kind].parse({}) } as Pick<
    Block,
    "kind" | "settings"
  >;
}

/** The pictures that blocks show. */
function picturesOf(sections: { blocks: { kind: BlockKind; settings: unknown }[] }[]): string[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ kind, settings }) => {
      const own = settingsOf(kind, settings).settings;
      return "pictureId" in own && own.pictureId !== null ? [own.pictureId] : [];
    }),
  );
}

function inLanguage<Name extends string>(
  row: Record<`${Name}Da` | `${Name}En`, string>,
  name: Name,
  locale: Locale,
): string {
  const [first, second] = locale === "da" ? (["Da", "En"] as const) : (["En", "Da"] as const);
  return row[`${name}${first}`] || row[`${name}${second}`];
}

/** The organisation's reporting years with their state, ascending. */
export async function listPeriods(organisationId: string): Promise<{ year: number; state: PeriodState }[]> {
  return database.reportingPeriod.findMany({
    where: { organisationId },
    orderBy: { year: "asc" },
    select: { year: true, state: true },
  });
}
