/** What of a report is there, in order: sections by their codes, blocks by their ids; and which of both are hidden. What was removed is not in it. */
export type Order = { sections: { code: string; blocks: string[] }[]; hidden: string[] };

/** Acts that change a report's order, as the audit trail names them; each keeps the order before it there. */
export const orderActions = [
  ...(["block", "section"] as const).flatMap((part) =>
    (["add", "move", "hide", "show", "duplicate", "remove", "restore"] as const).map(
      (verb) => `report.${part}.${verb}` as const,
    ),
  ),
  "report.order.restore",
] as const;
/** An act that changes a report's order. */
export type OrderAction = (typeof orderActions)[number];

/** Whether an act of the audit trail changes a report's order. */
export function isOrderAction(action: string): action is OrderAction {
  return (orderActions as readonly string[]).includes(action);
}

/** What an act brought that was not there before: a part that was added, copied or restored, or all that came back with an order. */
export function ownOf(action: string, noted: { blockId?: string; about?: string; brought?: string[] }): string[] {
  if (noted.brought) return noted.brought;
  const brings = /^report\.(block|section)\.(add|duplicate|restore)$/.test(action);
  const part = noted.blockId ?? noted.about;
  return brings && part !== undefined ? [part] : [];
}

/** What is in an order and was not in the one before it. */
export function newIn(then: Order, now: Order): string[] {
  const partsOf = ({ sections }: Order) => sections.flatMap(({ code, blocks }) => [code, ...blocks]);
  const known = new Set(partsOf(now));
  return partsOf(then).filter((part) => !known.has(part));
}

/**
 * The order as it was before an act, from what it is now. What was removed since comes back, and what came since stays
 * behind what it stands behind now: texts that somebody else wrote meanwhile do not vanish. But for `own`, which that
 * very act brought: it goes.
 */
export function orderBefore(now: Order, before: Order, own: readonly string[]): Order {
  const placeThen = new Set(before.sections.flatMap(({ code, blocks }) => [code, ...blocks]));
  const stays = (part: string) => !placeThen.has(part) && !own.includes(part);
  const nowOf = new Map(now.sections.map(({ code, blocks }) => [code, blocks]));
  const codes = withNewcomers(
    before.sections.map(({ code }) => code),
    now.sections.map(({ code }) => code),
    stays,
  );
  const thenOf = new Map(before.sections.map(({ code, blocks }) => [code, blocks]));
  const sections = codes.map((code) => ({
    code,
    blocks: withNewcomers(thenOf.get(code) ?? [], nowOf.get(code) ?? [], stays),
  }));
  const isThere = new Set(sections.flatMap(({ code, blocks }) => [code, ...blocks]));
  const hidden = [...before.hidden, ...now.hidden.filter((part) => !placeThen.has(part))];
  return { sections, hidden: hidden.filter((part) => isThere.has(part)).sort() };
}

/** Those of then, and between them the newcomers of now, each behind what it stands behind now. */
function withNewcomers(then: readonly string[], now: readonly string[], isNew: (part: string) => boolean): string[] {
  const all = [...then];
  for (const [index, part] of now.entries()) {
    if (!isNew(part)) continue;
    const ahead = now.slice(0, index).findLast((other) => all.includes(other));
    all.splice(ahead === undefined ? 0 : all.indexOf(ahead) + 1, 0, part);
  }
  return all;
}

/** Whether two orders are one. */
export function isSameOrder(one: Order, other: Order): boolean {
  const written = ({ sections, hidden }: Order) =>
    JSON.stringify([sections.map(({ code, blocks }) => [code, blocks]), [...hidden].sort()]);
  return written(one) === written(other);
}

/** A section or a block as far as its order goes. */
type Placed = { isHidden: boolean };

/** The order of a report as its editor sees it. */
export function orderOf(sections: readonly (Placed & { code: string; blocks: (Placed & { id: string })[] })[]): Order {
  return {
    sections: sections.map(({ code, blocks }) => ({ code, blocks: blocks.map(({ id }) => id) })),
    hidden: sections
      .flatMap(({ code, isHidden, blocks }) => [
        ...(isHidden ? [code] : []),
        ...blocks.filter((block) => block.isHidden).map(({ id }) => id),
      ])
      .sort(),
  };
}

/** What of a block another order changes, beside its place among others; nothing where it stays as it is. */
export type BlockChange = { id: string; act: "move" | "hide" | "show" | "remove" | "restore" };

/**
 * What becomes of each block that another order takes elsewhere, hides, shows, removes or brings back; not of those that
 * come and go with their section.
 */
export function changesBetween(now: Order, then: Order): BlockChange[] {
  const [nowIn, thenIn] = [sectionsOf(now), sectionsOf(then)];
  const has = ({ sections }: Order, code: string) => sections.some((section) => section.code === code);
  return [...new Set([...nowIn.keys(), ...thenIn.keys()])].flatMap((id): BlockChange[] => {
    const [from, to] = [nowIn.get(id), thenIn.get(id)];
    if (to === undefined) return has(then, from!) ? [{ id, act: "remove" }] : [];
    if (from === undefined) return has(now, to) ? [{ id, act: "restore" }] : [];
    if (from !== to) return [{ id, act: "move" }];
    const isHidden = then.hidden.includes(id);
    if (now.hidden.includes(id) !== isHidden) return [{ id, act: isHidden ? "hide" : "show" }];
    return [];
  });
}

function sectionsOf({ sections }: Order): Map<string, string> {
  return new Map(sections.flatMap(({ code, blocks }) => blocks.map((id) => [id, code])));
}
