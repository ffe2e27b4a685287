import { may, type Permission } from "../../lib/access/policy";
import { actionNamed, actions, fill, routes, type Action } from "./build";
import { demoRows, factsOf, namesIn, type OrganisationFacts } from "./demo-facts";
import type { Person } from "./people";
import {
  ask,
  call,
  callWithForm,
  expect,
  ownOrigin,
  readingNames,
  redraw,
  refusalOf,
  submit,
  test,
  type Answer,
  typedCell,
} from "./wire";

/** Pages and handlers for everybody: what nobody in particular is answered. Every other needs somebody signed in. */
const OPEN: Record<string, RegExp> = {
  "/": /^307 \/sign-in$/,
  "/sign-in": /^200$/,
  "/setup": /^307 \/sign-in$/,
  "/invitation/[token]": /^200$/,
  "/print/[ticket]": /^404$/,
  "/print/agreement/[ticket]": /^404$/,
  "/healthz": /^200$/,
  "/published/[org]/[year]/[[...path]]": /^404$/,
};

/** What a route asks of whoever is signed in. */
const ROUTES: Record<string, Permission> = {
  "/[org]": "figure.read",
  "/[org]/dashboard/[year]": "figure.read",
  "/[org]/kpis": "figure.read",
  "/[org]/kpis/[code]": "figure.read",
  "/[org]/kpis/[code]/coverage": "figure.read",
  "/[org]/estimates": "figure.read",
  "/[org]/figures/[code]/[year]": "figure.read",
  "/[org]/entry": "entry.read",
  "/[org]/entry/[year]": "entry.read",
  "/[org]/entry/[year]/[unit]": "entry.read",
  "/[org]/entry/[year]/[unit]/[code]": "cell.read",
  "/[org]/entry/[year]/[unit]/submit": "value.submit",
  "/[org]/review/[year]": "review.read",
  "/[org]/review/[year]/[unit]/[code]": "review.read",
  "/[org]/entry/[year]/[unit]/[code]/beside": "cell.read",
  "/[org]/entry/[year]/[unit]/[code]/evidence": "evidence.add",
  "/[org]/evidence/[id]": "evidence.read",
  "/[org]/entry/[year]/template": "value.import",
  "/[org]/import": "value.import",
  "/[org]/import/upload": "value.import",
  "/[org]/import/[id]": "value.import",
  "/[org]/import/[id]/file": "value.import",
  "/[org]/tasks": "task.read",
  "/[org]/requests": "request.read",
  "/[org]/requests/new": "request.send",
  "/[org]/reports": "report.read",
  "/[org]/reports/pictures": "report.edit",
  "/[org]/reports/pictures/upload": "report.edit",
  "/[org]/reports/pictures/[id]/[file]": "report.read",
  "/[org]/reports/[year]": "report.read",
  "/[org]/reports/[year]/edit": "report.edit",
  "/[org]/reports/[year]/preview": "report.edit",
  "/[org]/reports/[year]/hold": "report.edit",
  "/[org]/reports/[year]/check": "report.read",
  "/[org]/reports/[year]/editions": "report.read",
  "/[org]/reports/[year]/editions/progress": "report.publish",
  "/[org]/reports/[year]/editions/[number]": "report.read",
  "/[org]/reports/[year]/editions/[number]/files/[...path]": "report.read",
  "/[org]/reports/[year]/editions/[number]/png/[...path]": "report.export",
  "/[org]/reports/[year]/editions/[number]/folder": "report.export",
  "/[org]/reports/[year]/export/csv": "report.export",
  "/[org]/reports/[year]/export/json": "report.export",
  "/[org]/reports/[year]/export/xlsx": "report.export",
  "/[org]/reports/[year]/export/pdf": "report.export",
  "/[org]/reports/[year]/export/html": "report.export",
  "/[org]/reports/[year]/charts/[block]/[panel]/[format]": "report.export",
  "/[org]/reports/[year]/tables/[table]": "report.export",
  "/[org]/factors": "factor.read",
  "/[org]/factors/[code]": "factor.read",
  "/[org]/factors/new": "factor.edit",
  "/[org]/factors/import": "factor.edit",
  "/[org]/setup": "setup.edit",
  "/[org]/setup/organisation": "setup.edit",
  "/[org]/setup/periods": "setup.edit",
  "/[org]/setup/org-units": "setup.edit",
  "/[org]/setup/org-units/[unit]": "setup.edit",
  "/[org]/setup/pillars": "setup.edit",
  "/[org]/setup/pillars/new": "setup.edit",
  "/[org]/setup/pillars/[pillar]": "setup.edit",
  "/[org]/setup/kpis": "setup.edit",
  "/[org]/setup/kpis/new": "setup.edit",
  "/[org]/setup/kpis/[code]": "setup.edit",
  "/[org]/setup/kpi-library": "setup.edit",
  "/[org]/setup/file": "setup.edit",
  "/[org]/organisations/new": "organisation.add",
  "/[org]/setup/file/download": "setup.edit",
  "/[org]/figures/[code]/[year]/drivers/[format]": "figure.read",
  "/[org]/agreements": "agreement.read",
  "/[org]/agreements/due": "agreement.read",
  "/[org]/agreements/catalogue": "agreement.read",
  "/[org]/agreements/catalogue/new": "agreement.govern",
  "/[org]/agreements/catalogue/[initiative]": "agreement.read",
  "/[org]/agreements/setup": "agreement.govern",
  "/[org]/agreements/[period]": "agreement.read",
  "/[org]/agreements/[period]/overview": "agreement.read",
  "/[org]/agreements/[period]/export/csv": "agreement.read",
  "/[org]/agreements/[period]/export/xlsx": "agreement.read",
  "/[org]/agreements/[period]/tracks/[track]": "agreement.read",
  "/[org]/agreements/[period]/units/[unit]": "agreement.read",
  "/[org]/agreements/[period]/units/[unit]/text": "agreement.read",
  "/[org]/agreements/[period]/units/[unit]/pdf": "agreement.read",
  "/[org]/agreements/[period]/units/[unit]/hand-on": "agreement.govern",
  "/[org]/agreements/[period]/units/[unit]/commitments/new": "agreement.edit",
  "/[org]/agreements/[period]/units/[unit]/commitments/[id]": "agreement.read",
  "/[org]/agreements/[period]/units/[unit]/commitments/[id]/files": "agreement.edit",
  "/[org]/agreements/files/[id]": "agreement.read",
  "/[org]/restatements": "figure.read",
  "/[org]/restatements/csv": "figure.read",
  "/[org]/restatements/new": "value.restate",
  "/[org]/assurance/[year]": "assurance.read",
  "/[org]/assurance/[year]/[item]": "assurance.read",
  "/[org]/assurance/[year]/package": "assurance.read",
  "/[org]/audit": "audit.read",
  "/[org]/audit/csv": "audit.read",
  "/[org]/audit/chain": "audit.read",
  "/[org]/users": "user.manage",
  "/[org]/users/invite": "user.manage",
  "/[org]/users/[user]": "user.manage",
};

/** Handlers that only take something in. */
const TAKES_ONLY = new Set([
  "/[org]/import/upload",
  "/[org]/reports/pictures/upload",
  "/[org]/entry/[year]/[unit]/[code]/evidence",
  "/[org]/agreements/[period]/units/[unit]/commitments/[id]/files",
  "/[org]/reports/[year]/hold",
]);

/** What those who may are answered, if not with a page or file: led on, or that no import has the made-up number, no factor the code of a KPI, no report of the demo an edition, and nothing drives an entered figure. Aleris has no agreements; agreement-doors.spec.ts asks where there are some. */
const ANSWERS: Record<string, number> = {
  ...Object.fromEntries(
    Object.keys(ROUTES)
      .filter((pattern) => pattern.startsWith("/[org]/agreements/[period]"))
      .map((pattern) => [pattern, 404]),
  ),
  "/[org]/agreements/catalogue/[initiative]": 404,
  "/[org]/agreements/files/[id]": 404,
  "/[org]": 307,
  "/[org]/entry": 307,
  "/[org]/restatements/new": 404,
  "/[org]/import/upload": 303,
  "/[org]/reports/pictures/upload": 303,
  "/[org]/reports/pictures/[id]/[file]": 404,
  "/[org]/reports/[year]/hold": 400,
  "/[org]/entry/[year]/[unit]/[code]/evidence": 303,
  "/[org]/evidence/[id]": 404,
  "/[org]/assurance/[year]/[item]": 404,
  "/[org]/import/[id]": 404,
  "/[org]/import/[id]/file": 404,
  "/[org]/factors/[code]": 404,
  "/[org]/figures/[code]/[year]/drivers/[format]": 404,
  "/[org]/reports/[year]/editions/[number]": 404,
  "/[org]/reports/[year]/editions/[number]/files/[...path]": 404,
  "/[org]/reports/[year]/editions/[number]/png/[...path]": 404,
  "/[org]/reports/[year]/editions/[number]/folder": 404,
  "/[org]/reports/[year]/charts/[block]/[panel]/[format]": 404,
};

/** Actions for everybody, and what an empty input is answered. */
const OPEN_ACTIONS: Record<string, string | null> = {
  signIn: "invalid",
  signInAgain: "invalid",
  accept: "invalid",
  setUpInstallation: "invalid",
  signOut: "invalid",
  person: null,
  setLocale: null,
  chooseTheme: null,
};

/** What an action asks of whoever is signed in; null: only to be. */
const ACTIONS: Record<string, Permission | null> = {
  saveCells: "value.save",
  confirmCells: "value.save",
  restoreValue: "value.restore",
  startDiscussion: "discussion.write",
  speak: "discussion.write",
  takeBackEvidence: "evidence.withdraw",
  declareCoverageOf: "coverage.edit",
  chooseWhatCounts: "coverage.edit",
  markSeriesBreak: "coverage.edit",
  removeSeriesBreak: "coverage.edit",
  previewRestated: "value.restate",
  confirmRestated: "value.restate",
  explainRestatement: "report.edit",
  sendRequestOf: "request.send",
  remindOf: "request.send",
  withdrawRequestOf: "request.send",
  passTasksOn: "task.read",
  answerWithoutFigure: "value.save",
  saveBlock: "report.edit",
  sayReferences: "report.edit",
  saveReport: "report.edit",
  beginReportOf: "report.edit",
  describePictureOf: "report.edit",
  saveBlockSettings: "report.edit",
  arrangeBlock: "report.edit",
  arrangeSection: "report.edit",
  addBlockOf: "report.edit",
  addSectionOf: "report.edit",
  renameSectionOf: "report.edit",
  restoreRevisionOf: "report.edit",
  acceptFindingOf: "report.edit",
  withdrawAcceptanceOf: "report.edit",
  callReportReady: "report.publish",
  publishReport: "report.publish",
  openReport: "report.publish",
  mapImport: "value.import",
  answer: "value.import",
  confirmImport: "value.import",
  undo: "value.import",
  cancel: "value.import",
  changeMappingAgain: "value.import",
  addFactor: "factor.edit",
  addVersion: "factor.edit",
  previewFactorFile: "factor.edit",
  importFactorFile: "factor.edit",
  drawSampleOf: "assurance.write",
  noteItem: "assurance.write",
  concludeItem: "assurance.write",
  answerItem: "assurance.answer",
  proposeAgreement: "agreement.edit",
  returnAgreement: "agreement.govern",
  approveAgreement: "agreement.govern",
  signAgreement: "agreement.edit",
  amendAgreement: "agreement.edit",
  closeAgreement: "agreement.govern",
  handOnAgreement: "agreement.govern",
  assessAgreement: "agreement.assess",
  saveCommitment: "agreement.edit",
  removeCommitment: "agreement.edit",
  decideCommitment: "agreement.edit",
  followUpCommitment: "agreement.edit",
  finishMilestone: "agreement.edit",
  openAgreementPeriod: "agreement.govern",
  setAgreementRules: "agreement.govern",
  setRequirement: "agreement.govern",
  addInitiativeOf: "agreement.govern",
  retireInitiativeOf: "agreement.govern",
  setStrategyOf: "agreement.govern",
  addGoalOf: "agreement.govern",
  addTrackOf: "agreement.govern",
  setFollowersOf: "agreement.govern",
  addFunctionOf: "agreement.govern",
  setMembersOf: "agreement.govern",
  openYear: "setup.edit",
  stepYear: "period.step",
  publishPeriod: "year.publish",
  setFourEyes: "setup.edit",
  submitValues: "value.submit",
  submitCell: "value.submit",
  judgeValues: "value.approve",
  judgeCell: "value.approve",
  approveScope: "value.approve",
  addUnit: "setup.edit",
  changeUnit: "setup.edit",
  addPillarOf: "setup.edit",
  changePillarOf: "setup.edit",
  addKpiOf: "setup.edit",
  defineKpiOf: "setup.edit",
  setTargetOf: "setup.edit",
  endTargetOf: "setup.edit",
  addFromLibraryOf: "setup.edit",
  previewSetupFile: "setup.edit",
  importSetupFile: "setup.edit",
  addOrganisationOf: "organisation.add",
  collectKpiAt: "setup.edit",
  stopCollectingKpi: "setup.edit",
  addBenchmarkOf: "setup.edit",
  removeBenchmarkOf: "setup.edit",
  addReferenceOf: "setup.edit",
  removeReferenceOf: "setup.edit",
  addNoteOf: "setup.edit",
  removeNoteOf: "setup.edit",
  endKpiOf: "setup.edit",
  deleteKpiOf: "setup.edit",
  deletePillarOf: "setup.edit",
  deleteUnitOf: "setup.edit",
  changeOrganisationOf: "setup.edit",
  setLogoOf: "setup.edit",
  setCoverOf: "setup.edit",
  removeLogoOf: "setup.edit",
  inviteSomebody: "user.manage",
  withdraw: "user.manage",
  changeRolesOf: "user.manage",
  disable: "user.manage",
  enable: "user.manage",
  changeOwnPassword: null,
};

/** Called with its input alone; the others are called with the form's previous answer first. */
const IS_PLAIN = new Set([
  "saveCells",
  "confirmCells",
  "sayReferences",
  "setLocale",
  "chooseTheme",
  "signOut",
  "person",
]);

/** An id that nothing has. */
const NOBODYS = "00000000-0000-4000-8000-000000000000";

let aleris: OrganisationFacts;
let region: OrganisationFacts;
test.beforeAll(async () => {
  [aleris, region] = await Promise.all([factsOf("aleris"), factsOf("region-midtjylland")]);
});

const address = (pattern: string) =>
  fill(pattern, {
    org: "aleris",
    year: 2024,
    unit: "koebenhavn",
    code: "electricity",
    format: "csv",
    file: "640.jpg",
    block: NOBODYS,
    panel: 1,
    table: "E",
    pillar: "producer",
    item: NOBODYS,
    number: 1,
    period: "2025-2026",
    track: "utilities",
    initiative: "genbrugskitler",
    user: aleris.people[0]!.id,
    id: NOBODYS,
    token: "x".repeat(43),
    ticket: "x".repeat(43),
  });
const inputOf = (name: string, input: object) => (IS_PLAIN.has(name) ? [input] : [{}, input]);
const placeOf = (action: Action) => address(action.patterns.includes("/sign-in") ? "/sign-in" : action.patterns[0]!);

/** Everything wrong with an answer to nobody in particular, whatever else it says. */
function dataIn({ status, body }: Answer): string[] {
  return [...(status >= 500 ? [`status ${status}`] : []), ...namesIn(body, [...aleris.names, ...region.names])];
}

test("every route and action of the build is known here", () => {
  const known = (list: object[]) => list.flatMap((entry) => Object.keys(entry)).sort();
  expect(
    routes()
      .map(({ pattern }) => pattern)
      .sort(),
  ).toEqual(known([OPEN, ROUTES, { "/account": null }]));
  expect(
    actions()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(known([OPEN_ACTIONS, ACTIONS]));
});

test("nobody signed in gets no data from any page or handler, in any shape", async ({ requestAs }) => {
  test.slow();
  const nobody = await requestAs(null);
  for (const { pattern, kind } of routes()) {
    const path = address(pattern);
    for (const reading of readingNames) {
      const answer = await ask(nobody, path, reading);
      expect.soft(dataIn(answer), `${reading} ${path}`).toEqual([]);
      if ((reading === "html" || kind === "handler") && !TAKES_ONLY.has(pattern)) {
        const said = `${answer.status} ${answer.headers.location ?? ""}`.trim();
        const guarded = kind === "handler" ? "401" : `307 /sign-in?next=${encodeURIComponent(path)}`;
        expect.soft(said, path).toMatch(OPEN[pattern] ?? new RegExp(`^${guarded.replace(/[?.]/g, "\\$&")}$`));
      }
    }
    if (kind === "page") expect.soft(dataIn(await redraw(nobody, path)), `action at ${path}`).toEqual([]);
    const answer = await nobody.post(path, { maxRedirects: 0, headers: { origin: ownOrigin() } });
    expect
      .soft(dataIn({ status: answer.status(), headers: {}, body: await answer.text() }), `POST ${path}`)
      .toEqual([]);
    if (TAKES_ONLY.has(pattern)) expect.soft(answer.status(), path).toBe(401);
  }
});

test("nobody signed in gets no data from any action, in any shape", async ({ requestAs }) => {
  const nobody = await requestAs(null);
  for (const action of actions()) {
    const { name } = action;
    const path = placeOf(action);
    const isOpen = name in OPEN_ACTIONS;
    const answers = {
      "as called": await call(nobody, action, path, inputOf(name, { org: "aleris" })),
      "with a form": await callWithForm(nobody, action, path, { org: "aleris" }, IS_PLAIN.has(name) ? [] : [{}]),
      "with the other arguments": await call(
        nobody,
        action,
        path,
        inputOf(IS_PLAIN.has(name) ? "" : "saveCells", { org: "aleris" }),
      ),
      "with nothing": await call(nobody, action, path, []),
    };
    for (const [shape, answer] of Object.entries(answers)) {
      expect.soft(dataIn(answer), `${name} ${shape}`).toEqual([]);
      if (!isOpen) expect.soft(refusalOf(answer), `${name} ${shape}`).toBe("access.signedOut");
    }
    if (isOpen) expect.soft(refusalOf(answers["with a form"]), name).toBe(OPEN_ACTIONS[name]);
    expect
      .soft(dataIn(await submit(nobody, action, path, { org: "aleris" })), `${name} without JavaScript`)
      .toEqual([]);
  }
});

test("what is for everybody gives nothing away either", async ({ requestAs }) => {
  const nobody = await requestAs(null);
  const fields = {
    org: "x",
    organisation: "Ny",
    slug: "ny",
    name: "Ny",
    email: "new@tests.example",
    password: "kaffe under trappen",
  };
  const { organisation, slug, name, email, password } = fields;
  expect(
    refusalOf(
      await call(nobody, actionNamed("setUpInstallation"), "/setup", [
        {},
        { organisation, slug, name, email, password },
      ]),
    ),
  ).toBe("user.setupOver");
  expect(
    refusalOf(
      await call(nobody, actionNamed("accept"), `/invitation/${"x".repeat(43)}`, [
        {},
        { token: "x".repeat(43), name, password },
      ]),
    ),
  ).toBe("user.invitationOver");
  expect(
    refusalOf(await call(nobody, actionNamed("signInAgain"), "/sign-in", [{}, { email, password, next: "/" }])),
  ).toBe("access.wrong");
});

test("twin: somebody signed in is noticed as given data", async ({ requestAs }) => {
  const manager = await requestAs("manager");
  for (const answer of [
    await ask(manager, "/aleris/kpis"),
    await ask(manager, "/aleris/kpis", "flight"),
    await ask(manager, "/aleris/reports/2024/export/json"),
    await redraw(manager, "/aleris/kpis"),
  ]) {
    expect(dataIn(answer).length).toBeGreaterThan(5);
  }
});

const forgeries: [string, Record<string, string>][] = [
  ["no origin", { origin: "" }],
  ["a null origin", { origin: "null" }],
  ["a foreign origin", { origin: "https://evil.example" }],
  [
    "a foreign origin, cross-site",
    { origin: "https://evil.example", "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" },
  ],
  ["another port", { origin: "http://127.0.0.1:9" }],
  ["another scheme", { origin: ownOrigin().replace("http:", "https:") }],
  ["an origin that begins like ours", { origin: `${ownOrigin()}.evil.example` }],
  [
    "a forged host that matches its origin",
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  ],
  ["our origin and a forged host", { "x-forwarded-host": "evil.example" }],
];

test("every action refuses a request that does not come from our own pages", async ({ requestAs }) => {
  const request = await requestAs("admin");
  for (const action of actions()) {
    for (const [what, headers] of forgeries) {
      const { status, body } = await call(
        request,
        action,
        placeOf(action),
        inputOf(action.name, { org: "aleris" }),
        headers,
      );
      expect
        .soft([status, body.split("\n")[0]], `${action.name} with ${what}`)
        .toEqual([403, expect.stringMatching(/^Afsendt fra en anden adresse/)]);
    }
  }
});

test("a save that is forged, or asked for with GET, is not saved; the same from our own page is", async ({
  requestAs,
}) => {
  const request = await requestAs("regionController");
  const action = actionNamed("saveCells");
  const path = "/region-midtjylland/entry/2024/midtvask";
  const orgUnitId = region.orgUnits.find(({ code }) => code === "midtvask")!.id;
  const kpiId = region.kpis.find(({ code }) => code === "work-trials")!.id;
  const stored = async () =>
    (
      await demoRows<{ amount: string | null; version: number }>(
        `select amount, version from "YearlyValue" where "kpiId" = $1 and "orgUnitId" = $2 and year = 2024`,
        [kpiId, orgUnitId],
      )
    )[0] ?? { amount: null, version: 0 };
  const before = await stored();
  const input = (amount: string | null, seen: number) => [
    {
      org: "region-midtjylland",
      orgUnitId,
      year: 2024,
      cells: [typedCell(kpiId, seen, amount)],
    },
  ];
  for (const [, headers] of forgeries)
    expect((await call(request, action, path, input("77", before.version), headers)).status).toBe(403);
  for (const method of ["GET", "HEAD"]) {
    await request.fetch(`${path}?0=${encodeURIComponent(JSON.stringify(input("77", before.version)))}`, {
      method,
      headers: { "next-action": action.id, "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    });
  }
  expect(await stored()).toEqual(before);
  expect((await call(request, action, path, input("77", before.version))).body).toContain('"outcome":"saved"');
  expect(await stored()).toEqual({ amount: "77.000000", version: before.version + 1 });
  expect((await call(request, action, path, input(before.amount, before.version + 1))).body).toContain(
    '"outcome":"saved"',
  );
});

const roleOf = {
  admin: "administrator",
  controller: "controller",
  contributor: "contributor",
  manager: "manager",
  auditor: "auditor",
} as const satisfies Partial<Record<Person, string>>;

for (const person of Object.keys(roleOf) as (keyof typeof roleOf)[]) {
  test(`${roleOf[person]}: every route and action opens as the policy says`, async ({ requestAs }) => {
    const request = await requestAs(person);
    const allows = (permission: Permission) => may([roleOf[person]], permission);
    for (const [pattern, permission] of Object.entries(ROUTES)) {
      // Printing takes a second each, and the four exports share one guard; HEAD of it would print too.
      if (/\/(pdf|html)$/.test(pattern) && allows(permission)) continue;
      const status = TAKES_ONLY.has(pattern)
        ? (
            await request.post(address(pattern), { maxRedirects: 0, headers: { origin: ownOrigin() }, multipart: {} })
          ).status()
        : (await ask(request, address(pattern))).status;
      expect.soft(status, pattern).toBe(allows(permission) ? (ANSWERS[pattern] ?? 200) : 404);
    }
    for (const [name, permission] of Object.entries(ACTIONS)) {
      const action = actionNamed(name);
      // Who is asking is settled before the input is looked at: an input that fits nothing tells which of the two it was, and writes nothing.
      const answer = await call(request, action, placeOf(action), inputOf(name, { org: "aleris" }));
      expect
        .soft(refusalOf(answer) ?? "accepted", name)
        .toMatch(permission === null || allows(permission) ? /^(invalid|import\.elsewhere)$/ : /^access\.notFound$/);
    }
    const fte = aleris.kpis.find(({ code }) => code === "fte")!.id;
    const cell = typedCell(fte, 1_999_999_999, "1");
    const save = await call(request, actionNamed("saveCells"), "/aleris/entry/2024/koebenhavn", [
      {
        org: "aleris",
        orgUnitId: aleris.orgUnits.find(({ code }) => code === "koebenhavn")!.id,
        year: 2024,
        cells: [cell],
      },
    ]);
    // A version nobody has seen: whoever may save is told what is stored, and nothing is written.
    expect(/"outcome":"(\w+)"/.exec(save.body)?.[1] ?? refusalOf(save)).toBe(
      allows("value.save") ? "conflict" : "access.notFound",
    );
  });
}
