import { connect } from "node:net";
import { actionNamed, type Action } from "./build";
import { demoRows, factsOf } from "./demo-facts";
import { arrive, invite } from "./newcomer";
import { call, expect, refusalOf, save, submit, test, typedCell } from "./wire";

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
    for (const orgUnitId of [herning, bad])
      expect
        .soft(refusalOf(await save(controller, "aleris", { orgUnitId, year: 2024, cells: [cell] })), "a save")
        .toBe("access.invalid");
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
