import { actionNamed, fill, routes } from "./build";
import { factsOf } from "./demo-facts";
import { arrive, signIn } from "./newcomer";
import { ask, callWithForm, expect, test, type Answer } from "./wire";

/** What the content policy says about one thing: ["'self'", "'nonce-…'"]. */
function directive(headers: Record<string, string>, name: string): string[] {
  const found = (headers["content-security-policy"] ?? "")
    .split(";")
    .map((part) => part.trim().split(/\s+/))
    .find(([first]) => first === name);
  return found?.slice(1) ?? [];
}

/** Documents of an edition: served as they were published, with a style of their own, and bound to do nothing at all. */
const isSealed = (pattern: string) => /\/editions\/\[number\]\/files\/|^\/published\//.test(pattern);

/** Drawn by a browser of its own, a second each; the guard is that of the other exports. */
const isPrinted = (pattern: string) => /\/(pdf|html)$/.test(pattern);

/** What is wrong with the headers of an answer that may do nothing. */
function sealFaults({ headers }: Answer): string[] {
  const policy = headers["content-security-policy"] ?? "";
  const expected: Record<string, boolean> = {
    "nothing from anywhere": policy.startsWith("default-src 'none';") && !/script-src|connect-src/.test(policy),
    sandboxed: /; sandbox allow-same-origin$/.test(policy),
    "no frames around": directive(headers, "frame-ancestors").join() === "'none'",
    "no forms": directive(headers, "form-action").join() === "'none'",
    nosniff: headers["x-content-type-options"] === "nosniff",
    "not stored": /\bno-store\b/.test(headers["cache-control"] ?? ""),
  };
  return Object.entries(expected)
    .filter(([, holds]) => !holds)
    .map(([what]) => what);
}

/** The report beside what is being written: our own pages, and no others, may frame it. */
const isFramed = (pattern: string) => pattern.endsWith("/preview");

/** What is wrong with the headers of an answer and with the document they came with. */
function faults({ headers, body }: Answer, ancestors: "'none'" | "'self'" = "'none'"): string[] {
  const scripts = directive(headers, "script-src");
  const nonce = /^'nonce-([A-Za-z0-9+/]{22}==)'$/.exec(
    scripts.find((source) => source.startsWith("'nonce-")) ?? "",
  )?.[1];
  const expected: Record<string, boolean> = {
    "a nonce for scripts": nonce !== undefined,
    "no unsafe scripts": scripts.length > 0 && !scripts.some((source) => /unsafe|^\*|^https?:|^data:/.test(source)),
    "no unsafe style elements": !directive(headers, "style-src").some((source) => /unsafe/.test(source)),
    "no frames around": directive(headers, "frame-ancestors").join() === ancestors,
    "no plug-ins": directive(headers, "object-src").join() === "'none'",
    "no other base": directive(headers, "base-uri").join() === "'none'",
    "forms to ourselves": directive(headers, "form-action").join() === "'self'",
    nosniff: headers["x-content-type-options"] === "nosniff",
    "no address told to others": headers["referrer-policy"] === "same-origin",
    "not stored": /\bno-store\b/.test(headers["cache-control"] ?? ""),
    "no other window's hand on it": headers["cross-origin-opener-policy"] === "same-origin",
    "not read by other sites":
      headers["cross-origin-resource-policy"] === "same-origin" && headers["access-control-allow-origin"] === undefined,
    "no word about the server": headers["x-powered-by"] === undefined && headers.server === undefined,
    "every script and style element with the nonce": (body.match(/<(script|style)\b[^>]*>/g) ?? []).every((tag) =>
      tag.includes(`nonce="${nonce}"`),
    ),
    "no handlers in the document": !/<[a-z][^<>]*\son[a-z]+=/i.test(body.replace(/<script\b[\s\S]*?<\/script>/g, "")),
  };
  return Object.entries(expected)
    .filter(([, holds]) => !holds)
    .map(([what]) => what);
}

test("every page and handler is sent with headers that bind the browser, whoever asks", async ({ requestAs }) => {
  const [nobody, admin] = await Promise.all([requestAs(null), requestAs("admin")]);
  const aleris = await factsOf("aleris");
  const nonces = new Set<string>();
  for (const { pattern, kind } of routes()) {
    if (isPrinted(pattern)) continue;
    const path = fill(pattern, {
      org: "aleris",
      year: 2023,
      unit: "koebenhavn",
      code: "electricity",
      format: "csv",
      file: "640.jpg",
      block: aleris.id,
      panel: 1,
      table: "E",
      pillar: "producer",
      item: aleris.id,
      number: 1,
      period: "2025-2026",
      track: "utilities",
      initiative: "genbrugskitler",
      user: aleris.people[0]!.id,
      id: aleris.id,
      token: "x",
      ticket: "x",
    });
    for (const [who, request] of [
      ["nobody", nobody],
      ["the administrator", admin],
    ] as const) {
      const answer = await ask(request, path);
      if (isSealed(pattern)) {
        expect.soft(sealFaults(answer), `${path} for ${who}`).toEqual([]);
        continue;
      }
      // A file and a state are no documents, but the same holds for them.
      const document = kind === "handler" ? { ...answer, body: "" } : answer;
      expect.soft(faults(document, isFramed(pattern) ? "'self'" : "'none'"), `${path} for ${who}`).toEqual([]);
      nonces.add(directive(answer.headers, "script-src").join());
    }
    if (isSealed(pattern)) continue;
    const flight = await ask(admin, path, "flight");
    const ancestors = isFramed(pattern) ? "'self'" : "'none'";
    expect.soft(faults({ ...flight, body: "" }, ancestors), `flight of ${path}`).toEqual([]);
  }
  const asked = routes().filter(({ pattern }) => !isSealed(pattern) && !isPrinted(pattern));
  expect(nonces.size, "a nonce is used once").toBe(2 * asked.length);
  for (const path of ["/nowhere", "/aleris/nowhere"]) expect.soft(faults(await ask(admin, path)), path).toEqual([]);
});

test("twin: weak headers and foreign scripts are noticed", () => {
  expect(faults({ status: 200, headers: {}, body: "" }).length).toBeGreaterThan(9);
  expect(sealFaults({ status: 200, headers: {}, body: "" }).length).toBe(6);
  const headers = {
    "content-security-policy":
      "script-src 'self' 'unsafe-inline' 'nonce-AAAAAAAAAAAAAAAAAAAAAA=='; style-src 'unsafe-inline'",
  };
  const found = faults({ status: 200, headers, body: `<script>1</script><p onclick="1">` });
  expect(found).toEqual(
    expect.arrayContaining([
      "no unsafe scripts",
      "no unsafe style elements",
      "every script and style element with the nonce",
      "no handlers in the document",
    ]),
  );
  expect(found).not.toContain("a nonce for scripts");
});

test("cookies are out of reach of scripts and of other sites", async ({ requestAs }) => {
  const [admin, request] = await Promise.all([requestAs("admin"), requestAs(null)]);
  const one = await arrive(admin, request);
  await signIn(request, one);
  await callWithForm(request, actionNamed("setLocale"), "/sign-in", { locale: "da" });
  await callWithForm(request, actionNamed("chooseTheme"), "/aleris/kpis", { theme: "dark" });
  const { cookies } = await request.storageState();
  expect(cookies.map(({ name }) => name).sort()).toEqual(["ledestjerne", "locale", "theme"]);
  for (const { name, httpOnly, sameSite, path, domain } of cookies)
    expect(`${name}: ${httpOnly} ${sameSite} ${path} ${domain}`).toBe(`${name}: true Lax / 127.0.0.1`);
  // A session's cookie lives no longer than a session can.
  const session = cookies.find(({ name }) => name === "ledestjerne")!;
  expect(session.expires - Date.now() / 1000).toBeLessThanOrEqual(8 * 3600);
});

test("the state of the installation is public and says nothing else", async ({ requestAs }) => {
  const { status, body, headers } = await ask(await requestAs(null), "/healthz");
  expect([status, JSON.parse(body)]).toEqual([200, { ready: true, database: "up", migrations: "applied" }]);
  expect(headers["cache-control"]).toContain("no-store");
});
