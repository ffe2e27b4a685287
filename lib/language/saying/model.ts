/** The messages of a room, whose keys the compiler knows. */
type Told = { (key: never, values?: never): string; has(key: never): boolean };

/** Says a message by a key that was put together, from closed sets: the only place where the compiler cannot hold it against the messages. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** A room's messages, by keys put together. */
export function sayer(t: (key: never, values?: never) => string): Say {
  return (key, values) => t(key as never, values as never);
}

/** The message of a key that was stored or came with an address; null where there is none. */
export function knownMessage(t: Told, key: string, values: Record<string, string | number> = {}): string | null {
  return t.has(key as never) ? t(key as never, values as never) : null;
}
