/**
 * Remembers results by their arguments, the latest `kept` of them, so that nothing is recomputed that did not change.
 * A failure is forgotten at once. The arguments must name everything the result follows from, such as the version of
 * an organisation's data.
 */
export function memo<Args extends (string | number)[], Result>(
  kept: number,
  make: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  const results = new Map<string, Promise<Result>>();
  return (...args) => {
    const key = JSON.stringify(args);
    const found = results.get(key);
    if (found) return found;
    const made = make(...args);
    results.set(key, made);
    made.catch(() => results.delete(key));
    if (results.size > kept) results.delete(results.keys().next().value!);
    return made;
  };
}

/** Things by what they are made of, the latest `kept` of them; asking for one makes it the latest. */
export function keepLatest<Of extends (string | number | undefined)[], Thing>(
  kept: number,
  make: (...of: Of) => Thing,
): (...of: Of) => Thing {
  const things = new Map<string, Thing>();
  return (...of) => {
    const key = JSON.stringify(of);
    const thing = things.get(key) ?? make(...of);
    things.delete(key);
    things.set(key, thing);
    if (things.size > kept) things.delete(things.keys().next().value!);
    return thing;
  };
}

/**
 * Makes things of an object once each, by name, for as long as that object lives: what follows from one version of an
 * organisation's data goes with it. A failure is forgotten at once.
 */
export function keepWith<Of extends object, Thing>(): (of: Of, name: string, make: (of: Of) => Thing) => Thing {
  const kept = new WeakMap<Of, Map<string, Thing>>();
  return (of, name, make) => {
    const things = kept.get(of) ?? new Map<string, Thing>();
    kept.set(of, things);
    const found = things.get(name);
    if (found !== undefined) return found;
    const made = make(of);
    things.set(name, made);
    if (made instanceof Promise) made.catch(() => things.delete(name));
    return made;
  };
}
