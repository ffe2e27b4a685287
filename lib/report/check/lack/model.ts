import type { Locale } from "@/lib/language/model";
import type { KpiYear } from "@/lib/figure/model";
import { compare, divide, fraction, hundred, multiply, round, whole } from "@/lib/number/fraction";
import { isBroken, unboundIn } from "@/lib/report/reference/resolution/model";
import { cellText } from "@/lib/report/notation/model";
import { linksIn, plainText } from "@/lib/report/narrative/plain/model";
import { at, kpisOf, type Draft, type Finding } from "../model";

const nowhere = { section: "", blockId: null, locale: null, instead: null } as const;

/** References that say nothing. */
export function unboundNumbers(draft: Draft): Finding[] {
  return draft.passages.flatMap((passage) =>
    unboundIn(passage.text, draft.sources[passage.locale]).map(({ source, why }) =>
      at(passage, { rule: "unbound", excerpt: source, values: { why, broken: String(isBroken(why)) } }),
    ),
  );
}

/** Figures of the report's year that are not there yet, or have no footnote that says why; estimates without one. */
export function figuresLacking(draft: Draft): Finding[] {
  const view = draft.views.da;
  return view.kpis
    .filter(({ appendixPart }) => appendixPart !== null)
    .flatMap((kpi) => {
      const figure = kpi.figures.find(({ year }) => year === draft.year);
      if (!figure) return [];
      const isThere = figure.amount !== null || figure.split !== null;
      const said = (locale: Locale) => {
        const name = nameIn(draft, kpi.code, locale);
        return {
          excerpt: `${name}, ${draft.year}${isThere ? `: ${cellText(figure, locale)}` : ""}`,
          values: { kpi: name, status: figure.status },
        };
      };
      const finding = (rule: "pending" | "noFootnote"): Finding => ({
        ...nowhere,
        ...said("da"),
        rule,
        about: kpi.code,
        english: said("en"),
      });
      const waits = !isThere && ["pending", "missing", "reported", "estimated"].includes(figure.status);
      const needsNote =
        figure.status === "pending" || figure.status === "discontinued" || figure.status === "estimated";
      return [
        ...(waits ? [finding("pending")] : []),
        ...(needsNote && kpi.footnotes.length === 0 && figure.basis === "" ? [finding("noFootnote")] : []),
      ];
    });
}

/** Shares of full-time equivalents that no whole number of people or cases gives. */
export function noWholeNumber(draft: Draft): Finding[] {
  const kpis = kpisOf(draft.views.da);
  const fte = kpis
    .find(({ unitOfMeasure }) => unitOfMeasure === "FTE")
    ?.figures.find(({ year }) => year === draft.year)?.amount;
  if (!fte) return [];
  return kpis
    .filter(({ unitOfMeasure, formula }) => unitOfMeasure === "% of FTE" && formula === null)
    .flatMap((kpi) => {
      const share = kpi.figures.find(({ year }) => year === draft.year)?.amount;
      if (!share || canBeCounted(share, fte)) return [];
      const said = (locale: Locale) => {
        const name = nameIn(draft, kpi.code, locale);
        return { excerpt: `${name} ${draft.year}`, values: { kpi: name, share, fte } };
      };
      return [{ ...nowhere, ...said("da"), rule: "wholeNumber" as const, about: kpi.code, english: said("en") }];
    });
}

function nameIn({ views }: Draft, code: string, locale: Locale): string {
  return kpisOf(views[locale]).find((kpi) => kpi.code === code)?.shortName ?? code;
}

function canBeCounted(share: string, of: string): boolean {
  const decimals = share.split(".")[1]?.length ?? 0;
  const middle = divide(multiply(fraction(share), fraction(of)), hundred)!;
  const near = [-1, 0, 1].map((step) => BigInt(round(middle, 0)) + BigInt(step));
  return near.some((count) => {
    const part = divide(multiply(whole(Number(count)), hundred), fraction(of));
    return part !== null && compare(fraction(round(part, decimals)), fraction(share)) === 0;
  });
}

/** Drawings without a message, which is what they are called by those who cannot see them; drawings and comparisons without a source. */
export function drawingsLacking(draft: Draft): Finding[] {
  return draft.blocks.flatMap((block): Finding[] => {
    const place = { ...nowhere, section: block.section, blockId: block.id, excerpt: block.title, values: {} };
    if (block.kind !== "chart" && block.kind !== "comparison") return [];
    const known = new Set(
      draft.views.da.kpis.filter(({ appendixPart }) => appendixPart !== null).map((kpi: KpiYear) => kpi.code),
    );
    const hasSource = block.kind === "comparison" ? block.note !== "" : block.kpis.some((code) => known.has(code));
    return [
      ...(block.title.trim() === "" ? [{ ...place, rule: "noTitle" as const }] : []),
      ...(hasSource ? [] : [{ ...place, rule: "noSource" as const }]),
    ];
  });
}

/** English texts that were written before the Danish ones they translate were changed. */
export function outOfStep(draft: Draft): Finding[] {
  return draft.stale.map((passage) =>
    at(passage, { rule: "staleTranslation", excerpt: plainText(passage.text).slice(0, 80) }),
  );
}

/** Texts that are written in one language only. */
export function untranslated(draft: Draft): Finding[] {
  const isEmpty = (text: string) => text.trim() === "";
  return draft.passages.flatMap((passage) => {
    if (!isEmpty(passage.text)) return [];
    const other = draft.passages.find(
      ({ blockId, section, part, locale, kind }) =>
        locale !== passage.locale &&
        blockId === passage.blockId &&
        section === passage.section &&
        part === passage.part &&
        kind === passage.kind,
    );
    if (!other || isEmpty(other.text)) return [];
    return [at(passage, { rule: "noTranslation", excerpt: other.text.slice(0, 80) })];
  });
}

/** Restatements that must be explained and are not. */
export function unexplained(draft: Draft): Finding[] {
  return draft.restatements.flatMap(({ sentence, isExplained }) =>
    (["da", "en"] as const)
      .filter((locale) => !isExplained[locale])
      .map((locale): Finding => ({ ...nowhere, locale, rule: "noExplanation", excerpt: sentence, values: {} })),
  );
}

/** Addresses that cannot be one, places of the report that are not in it, rows of the appendix that do not exist. */
export function deadLinks(draft: Draft): Finding[] {
  const rows = new Set(draft.numbers);
  return draft.passages.flatMap((passage) => {
    const addresses = [...passage.text.matchAll(/https?:\/\/[^\s<>()\]]*/g)]
      .map(([address]) => address.replace(/[.,;:]$/, ""))
      .filter((address) => !URL.canParse(address) || !/\.[a-z]{2,}$/i.test(new URL(address).hostname));
    const links = linksIn(passage.text).filter((link) =>
      link.startsWith("#")
        ? !draft.sections.includes(link.slice(1)) && !rows.has(link.slice(1))
        : /^mailto:/i.test(link)
          ? !/^mailto:[^@\s]+@[^@\s]+\.[a-z]{2,}$/i.test(link)
          : !/^https?:/i.test(link),
    );
    const tables = [...passage.text.matchAll(/(?:bilag|tabel|række|appendix|table|row)\s+([ESG]\d{1,3})\b/giu)].flatMap(
      ([, row]) => (rows.has(row!.toUpperCase()) ? [] : [row!]),
    );
    return [...addresses, ...links, ...tables].map((excerpt) => at(passage, { rule: "deadLink", excerpt }));
  });
}
