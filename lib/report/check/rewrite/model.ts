import type { Draft, Finding } from "../model";

/** Texts that still speak of last year: they came with its report, and nobody has rewritten or confirmed them. */
export function lastYearsWords({ toRewrite }: Draft): Finding[] {
  return toRewrite.map(({ id, section, kind, title }) => ({
    ...{ rule: "mustRewrite", section, blockId: id, locale: null, excerpt: title, instead: null },
    values: { kind },
  }));
}
