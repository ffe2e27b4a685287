import { connect } from "node:net";
import { actionNamed, fill, routes, type Action } from "./build";
import { demoRows, factsOf } from "./demo-facts";
import { arrive, invite, signIn } from "./newcomer";
import { ask, call, callWithForm, expect, refusalOf, submit, test, type Answer, typedCell } from "./wire";

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

/** Sends a request line as it is, which no ordinary client would, and answers the status. */
function raw(port: string, target: string, cookie: string): Promise<number> {
  return new Promise((done, fail) => {
    const socket = connect(Number(port), "127.0.0.1", () =>
      socket.write(
        `GET ${target} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\nconnection: close\r\n\r\n`,
        "latin1",
      ),
    );
    let received = "";
    socket.on("data", (part) => (received += part.toString("latin1")));
    socket.on("error", fail);
    socket.on("close", () => done(Number(/^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 0)));
  });
}

test("NUL and broken Unicode in an address are the asker's fault, never ours", async ({ requestAs }) => {
  const { cookies } = await (await requestAs("admin")).storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const broken = ["%00", "a%00b", "%ff", "%ED%A0%80", "%C0%AF", "%E0%A4%A", "%", "\u0000", "\u00ff"];
  const places = [
    "/{}",
    "/{}/kpis",
    "/aleris/{}",
    "/aleris/dashboard/{}",
    "/aleris/kpis/{}",
    "/aleris/entry/{}",
    "/aleris/entry/2024/{}",
    "/aleris/reports/{}",
    "/aleris/reports/{}/export/csv",
    "/aleris/users/{}",
    "/invitation/{}",
    "/print/{}",
  ];
  const queries = [
    "/aleris/kpis?q={}",
    "/aleris/kpis?year={}",
    "/aleris/kpis/electricity?year={}",
    "/aleris/dashboard/2023?vis={}",
    "/sign-in?next={}",
    "/aleris/reports/2023/export/csv?lang={}",
    "/aleris/reports/2023/export/json?lang={}&for={}",
    "/aleris/kpis?{}={}",
  ];
  const found: string[] = [];
  for (const text of broken) {
    for (const place of places) {
      const status = await raw(process.env.E2E_PORT!, place.replaceAll("{}", text), cookie);
      // A link that is none is answered in words, with 200, as one that is over.
      const isRight = (status >= 400 && status < 500) || (place === "/invitation/{}" && status === 200);
      if (!isRight) found.push(`${status} ${place} ${JSON.stringify(text)}`);
    }
    for (const query of queries) {
      const status = await raw(process.env.E2E_PORT!, query.replaceAll("{}", text), cookie);
      if (status < 200 || status >= 500) found.push(`${status} ${query} ${JSON.stringify(text)}`);
    }
    const status = await raw(
      process.env.E2E_PORT!,
      "/aleris/kpis",
      `ledestjerne=${text}; locale=${text}; theme=${text}`,
    );
    if (status < 200 || status >= 500) found.push(`${status} as cookies ${JSON.stringify(text)}`);
  }
  expect(found).toEqual([]);
});

test("NUL and broken Unicode in a form are refused in words, never a failure of ours", async ({ requestAs }) => {
  const [admin, controller, guest] = await Promise.all([requestAs("admin"), requestAs("controller"), requestAs(null)]);
  await arrive(admin, guest);
  const { orgUnits, kpis, block } = await factsOf("aleris");
  const link = await invite(admin, { email: "broken@tests.example" });
  const herning = orgUnits.find(({ code }) => code === "herning")!.id;
  const water = kpis.find(({ code }) => code === "water")!.id;
  const [report] = await demoRows<{ year: number }>(
    `select r.year from "Block" b join "Section" s on s.id = b."sectionId" join "Report" r on r.id = s."reportId" where b.id = $1`,
    [block!.id],
  );
  for (const bad of ["a\u0000b", "a\ud800b", "\udc00", "\u0000"]) {
    const cell = typedCell(water, 0, "1", bad);
    const words = { titleDa: bad, titleEn: "", bodyDa: bad, bodyEn: "" };
    const calls: [string, Action, string, unknown[], typeof admin][] = [
      ["e-mail", actionNamed("signIn"), "/sign-in", [{}, { email: bad, password: "x", next: bad }], guest],
      [
        "password",
        actionNamed("signIn"),
        "/sign-in",
        [{}, { email: "nobody@tests.example", password: bad, next: "/" }],
        guest,
      ],
      [
        "new password",
        actionNamed("changeOwnPassword"),
        "/account",
        [{}, { current: "kaffe under trappen 7", password: `${bad} kaffe under trappen 8` }],
        guest,
      ],
      [
        "comment",
        actionNamed("saveCells"),
        "/aleris/entry/2024/herning",
        [{ org: "aleris", orgUnitId: herning, year: 2024, cells: [cell] }],
        controller,
      ],
      [
        "an org unit",
        actionNamed("saveCells"),
        "/aleris/entry/2024/herning",
        [{ org: "aleris", orgUnitId: bad, year: 2024, cells: [cell] }],
        controller,
      ],
      [
        "text",
        actionNamed("saveBlock"),
        "/aleris/reports/2024/edit",
        [{}, { org: "aleris", year: String(report!.year), blockId: block!.id, seen: "1", ...words }],
        controller,
      ],
      [
        "title",
        actionNamed("saveReport"),
        "/aleris/reports/2024/edit",
        [{}, { org: "aleris", year: "2024", seen: bad, titleDa: bad, titleEn: "x", subtitleDa: "", subtitleEn: "" }],
        controller,
      ],
      [
        "organisation",
        actionNamed("saveReport"),
        "/aleris/reports/2024/edit",
        [{}, { org: bad, year: "2024", seen: "", titleDa: "x", titleEn: "x", subtitleDa: "", subtitleEn: "" }],
        controller,
      ],
      [
        "name",
        actionNamed("inviteSomebody"),
        "/aleris/users/invite",
        [{}, { org: "aleris", name: bad, email: "x@tests.example", role: "manager" }],
        admin,
      ],
      [
        "person",
        actionNamed("changeRolesOf"),
        "/aleris/users/x",
        [{}, { org: "aleris", user: bad, roles: [bad] }],
        admin,
      ],
      ["invitation", actionNamed("withdraw"), "/aleris/users", [{}, { org: "aleris", invitation: bad }], admin],
      [
        "own name",
        actionNamed("accept"),
        link,
        [{}, { token: link.split("/").at(-1), name: bad, password: "kaffe under trappen 7" }],
        guest,
      ],
      ["token", actionNamed("accept"), link, [{}, { token: bad, name: "x", password: "kaffe under trappen 7" }], guest],
    ];
    for (const [what, action, path, args, request] of calls) {
      const answer = await call(request, action, path, args);
      const said = `${what} ${JSON.stringify(bad)}: ${answer.status}`;
      expect.soft(answer.status, said).toBeLessThan(500);
      expect
        .soft(refusalOf(answer) ?? "accepted", said)
        .toMatch(/^(invalid|access\.(wrong|notFound|password\w+|brokenText)|user\.\w+)$/);
    }
    // As a browser without JavaScript sends it.
    for (const [name, fields] of [
      ["setLocale", { locale: bad }],
      ["signIn", { email: bad, password: bad, next: bad }],
    ] as const) {
      expect
        .soft((await submit(guest, actionNamed(name), "/sign-in", fields)).status, `${name} as a form`)
        .toBeLessThan(500);
    }
  }
  expect(
    await demoRows(`select 1 from "YearlyValue" where "kpiId" = $1 and "orgUnitId" = $2 and year = 2024`, [
      water,
      herning,
    ]),
  ).toEqual([]);
});
