/** What references say in one language; undefined: it is being asked. */
export type Said = {
  of: (source: string) => string | null | undefined;
  /** Called whenever more is known. */
  subscribe: (listener: () => void) => () => void;
};

type Ask<Lang extends string> = (sources: string[]) => Promise<Record<Lang, Record<string, string | null>> | null>;

/** Asks once for each reference, those that come together in one question. */
export function createSaid<Lang extends string>(ask: Ask<Lang>): (lang: Lang) => Said {
  const known = new Map<string, Record<Lang, string | null>>();
  const asked = new Set<string>();
  const listeners = new Set<() => void>();
  let waiting: string[] = [];

  async function askAll() {
    const sources = waiting;
    waiting = [];
    const answer = await ask(sources).catch(() => null);
    for (const source of sources) {
      if (!answer) asked.delete(source);
      else
        known.set(
          source,
          Object.fromEntries(Object.keys(answer).map((lang) => [lang, answer[lang as Lang][source] ?? null])) as Record<
            Lang,
            string | null
          >,
        );
    }
    if (answer) for (const listener of listeners) listener();
  }

  return (lang) => ({
    of(source) {
      const one = known.get(source);
      if (one) return one[lang];
      if (!asked.has(source)) {
        asked.add(source);
        if (waiting.push(source) === 1) setTimeout(() => void askAll());
      }
      return undefined;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
}
