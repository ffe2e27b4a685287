import { exampleMail, examplePng } from "../../prisma/demo/example-files";
import { actionNamed } from "./build";
import { demoRows } from "./demo-facts";
import { ask, call, expect, isMissing, ownOrigin, refusalOf, test } from "./wire";

const page2024 = (unit: string, code: string) => `/aleris/entry/2024/${unit}/${code}`;

test("a file is given out to save, never to show, to those who may, and to nobody else", async ({ requestAs }) => {
  const [example] = await demoRows<{ id: string }>(
    `select e.id from "Evidence" e join "OrgUnit" u on u.id = e."orgUnitId" where e.kind = 'eml' and u.code = 'aleris-pp'`,
  );
  const path = `/aleris/evidence/${example!.id}`;
  for (const person of ["controller", "auditor", "manager", "admin"] as const) {
    const response = await (await requestAs(person)).get(path);
    const headers = response.headers();
    expect([response.status(), headers["content-type"]], person).toEqual([200, "application/octet-stream"]);
    expect(headers["content-disposition"]).toBe(
      `attachment; filename="Eksempel - svar fra forsyningen.eml"; filename*=UTF-8''Eksempel%20-%20svar%20fra%20forsyningen.eml`,
    );
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toMatch(/(^|; )sandbox$/);
    expect(headers["cache-control"]).toContain("no-store");
    const mail = exampleMail({ subject: "Eksempel: din forbrugsopgørelse", body: "" }).toString().split("\r\n\r\n")[0]!;
    expect(await response.text()).toContain(mail);
  }
  // A contributor of other org units, another organisation, and nobody.
  expect((await (await requestAs("contributor")).get(path)).status()).toBe(404);
  expect((await (await requestAs("regionController")).get(path)).status()).toBe(404);
  expect((await (await requestAs("regionController")).get(path.replace("aleris", "region-midtjylland"))).status()).toBe(
    404,
  );
  expect((await (await requestAs(null)).get(path)).status()).toBe(401);
  // Twin: every other page has no sandbox, which would stop its scripts.
  const ordinary = await ask(await requestAs("auditor"), "/aleris/kpis");
  expect(ordinary.headers["content-security-policy"]).not.toContain("sandbox");
});

test("nothing is written beside a value of another's org unit or organisation, or by who only reads", async ({
  requestAs,
}) => {
  const [one] = await demoRows<{ discussion: string; evidence: string; unit: string }>(
    `select d.id as discussion, (select e.id from "Evidence" e join "OrgUnit" u on u.id = e."orgUnitId" where u.code = 'aleris-pp' limit 1) as evidence
     from "Discussion" d join "OrgUnit" u on u.id = d."orgUnitId" where u.code = 'aalborg' and d."isExample" limit 1`,
  );
  const counted = () =>
    demoRows(`select (select count(*) from "DiscussionEntry" e join "Discussion" d on d.id = e."discussionId" join "OrgUnit" u on u.id = d."orgUnitId" where u.code in ('herning', 'aleris-pp') or d.id = '${one!.discussion}') as entries,
      (select count(*) from "EvidenceWithdrawal" where "evidenceId" = '${one!.evidence}') as withdrawn,
      (select count(*) from "Evidence" e join "OrgUnit" u on u.id = e."orgUnitId" where u.code in ('herning', 'midtvask')) as files`);
  const before = await counted();
  const place = { year: "2024", unit: "herning", code: "electricity" };
  const acts = (org: string) =>
    [
      ["startDiscussion", { org, ...place, text: "x" }],
      ["restoreValue", { org, ...place, version: "1", seen: "1" }],
      ["speak", { org, id: one!.discussion, act: "message", seen: "9", text: "x" }],
      ["takeBackEvidence", { org, id: one!.evidence, reason: "x" }],
    ] as const;
  for (const [person, org, but] of [
    // An own org unit's discussion is the contributor's to speak in.
    ["contributor", "aleris", "speak"],
    ["regionController", "aleris", ""],
    ["regionController", "region-midtjylland", ""],
    ["manager", "aleris", ""],
    ["auditor", "aleris", ""],
  ] as const) {
    const request = await requestAs(person);
    for (const [name, input] of acts(org)) {
      if (name === but) continue;
      const answer = await call(request, actionNamed(name), page2024("herning", "electricity"), [{}, input]);
      expect.soft(refusalOf(answer), `${person} ${org} ${name}`).toBe("access.notFound");
    }
    const sent = await request.post(`/${org}/entry/2024/herning/electricity/evidence`, {
      headers: { origin: ownOrigin(), accept: "application/json" },
      multipart: { file: { name: "a.png", mimeType: "image/png", buffer: examplePng() } },
    });
    expect.soft(sent.status(), `${person} ${org} upload`).toBe(404);
  }
  const foreign = await (
    await requestAs("controller")
  ).post("/aleris/entry/2024/herning/electricity/evidence", {
    headers: { origin: "https://evil.example", accept: "application/json" },
    multipart: { file: { name: "a.png", mimeType: "image/png", buffer: examplePng() } },
  });
  expect(foreign.status()).toBe(403);
  expect(await counted()).toEqual(before);
  const contributor = await requestAs("contributor");
  for (const path of [page2024("herning", "water"), `${page2024("herning", "water")}/beside`])
    expect(isMissing(await ask(contributor, path)), path).toBe(true);
});

test("NUL and broken Unicode beside a value are refused in words, never a failure of ours", async ({ requestAs }) => {
  const request = await requestAs("controller");
  const place = { org: "aleris", year: "2024", unit: "herning", code: "water" };
  for (const bad of ["a\u0000b", "a\ud800b"]) {
    for (const [name, input] of [
      ["startDiscussion", { ...place, text: bad }],
      ["startDiscussion", { ...place, unit: bad, text: "x" }],
      ["speak", { org: "aleris", id: bad, act: "message", seen: "1", text: bad }],
      ["takeBackEvidence", { org: "aleris", id: bad, reason: bad }],
      ["restoreValue", { ...place, code: bad, version: "1", seen: "1" }],
    ] as const) {
      const answer = await call(request, actionNamed(name), page2024("herning", "water"), [{}, input]);
      expect.soft(answer.status, `${name} ${JSON.stringify(bad)}`).toBeLessThan(500);
      expect.soft(refusalOf(answer), `${name} ${JSON.stringify(bad)}`).toMatch(/^(invalid|access\.\w+)$/);
    }
  }
});
