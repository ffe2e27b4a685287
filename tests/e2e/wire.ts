/** Requests as a program sends them, in every shape a page or a server action answers to, by whoever is signed in. */
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { actionNamed, type Action } from "./build";
import { expect, test as base } from "./fixtures";
import { stateFile, type Person } from "./people";

type Fixtures = {
  /** Requests with the cookies of a person; null: of nobody. */
  requestAs: (person: Person | null) => Promise<APIRequestContext>;
};

export const test = base.extend<Fixtures>({
  requestAs: async ({ playwright, baseURL }, use) => {
    const contexts: APIRequestContext[] = [];
    await use(async (person) => {
      const context = await playwright.request.newContext({
        baseURL,
        storageState: person ? stateFile(person) : undefined,
      });
      contexts.push(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.dispose()));
  },
});
export { expect };

/** An answer, read. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** The shapes in which Next.js gives out a page. */
export const readings = {
  html: { accept: "text/html" },
  flight: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1" },
  segment: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_full" },
} as const satisfies Record<string, Record<string, string>>;

export type Reading = keyof typeof readings;
export const readingNames = Object.keys(readings) as Reading[];

/** Asks for an address in a shape, without following redirects, but the one with which Next.js adds `_rsc` to the same address. */
export async function ask(
  request: APIRequestContext,
  path: string,
  reading: Reading = "html",
  headers: Record<string, string> = {},
): Promise<Answer> {
  const get = (address: string) =>
    request.get(address, { maxRedirects: 0, headers: { ...readings[reading], ...headers } });
  const first = await get(path);
  const onward = first.headers().location ?? "";
  return read(/[?&]_rsc/.test(onward) ? await get(onward) : first);
}

/** Calls an action with plain arguments, as a page of our own does; `headers` forge what a foreign one sends. An empty header is left out. */
export async function call(
  request: APIRequestContext,
  action: Action,
  path: string,
  args: readonly unknown[],
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = {
    origin: ownOrigin(),
    "next-action": action.id,
    "content-type": "text/plain;charset=UTF-8",
    ...headers,
  };
  return read(await request.post(path, { maxRedirects: 0, headers: withoutEmpty(sent), data: JSON.stringify(args) }));
}

/** Saves a block of cells as the entry sheet does; `headers` forge what a foreign page sends. An empty header is left out. */
export async function save(
  request: APIRequestContext,
  org: string,
  block: { orgUnitId: string; year: number; cells: object[] },
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = { origin: ownOrigin(), "content-type": "application/json", ...headers };
  const options = { maxRedirects: 0, headers: withoutEmpty(sent), data: JSON.stringify(block) };
  return read(await request.post(`/${org}/entry/values`, options));
}

/** A cell as the entry sheet sends it: this amount, or emptied (null), over the version it has seen. */
export function typedCell(kpiId: string, seen: number, amount: string | null, comment = "") {
  const split = { men: null, women: null };
  const text = { basis: "", comment, source: "" };
  return { kpiId, seen, status: amount && "reported", amount, scale: amount && 0, ...split, ...text };
}

/** Calls an action that takes a form alone, after `before` (a state action's previous state). */
export async function callWithForm(
  request: APIRequestContext,
  action: Action,
  path: string,
  fields: Record<string, string>,
  before: unknown[] = [],
): Promise<Answer> {
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value);
  multipart.append("0", JSON.stringify([...before, "$K1"]));
  return read(
    await request.post(path, {
      maxRedirects: 0,
      headers: { origin: ownOrigin(), "next-action": action.id },
      multipart,
    }),
  );
}

/** Sends a form as a browser without JavaScript does. */
export async function submit(
  request: APIRequestContext,
  action: Action,
  path: string,
  fields: Record<string, string>,
): Promise<Answer> {
  return read(
    await request.post(path, {
      maxRedirects: 0,
      headers: { origin: ownOrigin() },
      multipart: { [`$ACTION_ID_${action.id}`]: "", ...fields },
    }),
  );
}

/** An action that has its page drawn again: whoever calls it at an address gets that page with the answer, or must not. */
export function redraw(request: APIRequestContext, path: string): Promise<Answer> {
  return callWithForm(request, actionNamed("setLocale"), path, { locale: "da" });
}

/** Whether an answer says that there is nothing: by its status, or within a flight, whose status is sent before the page is known. */
export function isMissing({ status, headers, body }: Answer): boolean {
  return (
    status === 404 || (headers["content-type"] === "text/x-component" && body.includes("NEXT_HTTP_ERROR_FALLBACK;404"))
  );
}

/** The code with which an action or a route refused ("access.notFound"), "invalid" for an action's input that fits no schema, or null. */
export function refusalOf({ body }: Answer): string | null {
  const code = /(?:"serverError":|^)\{"code":"([^"]+)"/.exec(body)?.[1];
  return code ?? (body.includes('"validationErrors":{') ? "invalid" : null);
}

/** Where an action leads on to, or null. */
export function redirectOf({ headers }: Answer): string | null {
  return headers["x-action-redirect"]?.replace(/;\w+$/, "") ?? null;
}

/** Where our own pages come from. */
export function ownOrigin(): string {
  return `http://127.0.0.1:${process.env.E2E_PORT}`;
}

function withoutEmpty(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
}

async function read(response: APIResponse): Promise<Answer> {
  return { status: response.status(), headers: response.headers(), body: await response.text() };
}
