import { actionNamed, fill, routes } from "./build";
import { demoRows, factsOf, namesIn, type OrganisationFacts } from "./demo-facts";
import type { Person } from "./people";
import {
  ask,
  call,
  callWithForm,
  expect,
  isMissing,
  readingNames,
  redraw,
  refusalOf,
  test,
  type Answer,
  type Reading,
  typedCell,
} from "./wire";

/** No import of the demo has this number; what an import's own pages show is for its tests. */
const NOBODYS = "00000000-0000-4000-8000-000000000000";

let aleris: OrganisationFacts;
let region: OrganisationFacts;
test.beforeAll(async () => {
  [aleris, region] = await Promise.all([factsOf("aleris"), factsOf("region-midtjylland")]);
});

/** Every address of an organisation's, with its own years, org units, KPIs and people. */
function addressesOf({ slug, years, reportYears, orgUnits, kpis, people }: OrganisationFacts): string[] {
  const fillings = [years.at(-1)!, ...reportYears].map((year, index) => ({
    org: slug,
    year,
    unit: orgUnits[index % orgUnits.length]!.code,
    code: kpis[index % kpis.length]!.code,
    user: people[index % people.length]!.id,
    pillar: "producer",
    item: NOBODYS,
    format: "csv",
    file: "640.jpg",
    block: NOBODYS,
    panel: 1,
    table: "E",
    number: 1,
    period: "2025-2026",
    track: "utilities",
    initiative: "genbrugskitler",
    id: NOBODYS,
  }));
  const ofOrganisations = routes().filter(({ pattern }) => pattern.startsWith("/[org]"));
  return [...new Set(ofOrganisations.flatMap(({ pattern }) => fillings.map((values) => fill(pattern, values))))];
}

/** What is wrong with an answer to somebody from outside: it must not exist, and name nothing. A prefetch or an action's answer begins before the page is known, so it need only name nothing. */
function leaks(answer: Answer, { names }: OrganisationFacts, shape: Reading | "action"): string[] {
  const saysWhether = shape === "html" || shape === "flight";
  return [...(isMissing(answer) || !saysWhether ? [] : [`status ${answer.status}`]), ...namesIn(answer.body, names)];
}

const outsiders: [Person, "aleris" | "region-midtjylland"][] = [
  ["controller", "region-midtjylland"],
  ["contributor", "region-midtjylland"],
  ["manager", "region-midtjylland"],
  ["auditor", "region-midtjylland"],
  ["regionController", "aleris"],
  ["regionContributor", "aleris"],
];

for (const [person, slug] of outsiders) {
  test(`${person} finds nothing at ${slug}, in no shape of any page or export`, async ({ requestAs }) => {
    const request = await requestAs(person);
    const other = slug === "aleris" ? aleris : region;
    const found: Record<string, string[]> = {};
    const note = (path: string, shape: Reading | "action", answer: Answer) => {
      const wrong = leaks(answer, other, shape);
      if (wrong.length) found[`${shape} ${path}`] = wrong;
    };
    const addresses = addressesOf(other);
    expect(addresses.length).toBeGreaterThanOrEqual(15);
    // Both controllers in every shape; the others as a page is asked for and as a program asks.
    const shapes = /controller/i.test(person) ? readingNames : (["html", "flight"] as const);
    for (const path of addresses) {
      if (/\/((import|pictures)\/upload|reports\/\d+\/hold|commitments\/.*\/files|entry\/.*\/evidence)$/.test(path))
        continue;
      for (const reading of shapes) note(path, reading, await ask(request, path, reading));
      if (
        shapes === readingNames &&
        !/\/(export\/\w+|drivers\/\w+|charts\/.+|tables\/\w+|template|file|folder|\d+\.jpg|progress|\[\.\.\.path\]|beside|evidence\/[^/]+|text|pdf)$/.test(
          path,
        )
      )
        note(path, "action", await redraw(request, path));
    }
    for (const query of ["?lang=en", "?lang=da&for=excel"])
      note(query, "html", await ask(request, `/${slug}/reports/2024/export/csv${query}`));
    expect(found).toEqual({});
  });
}

test("twin: the own organisation's pages and exports are noticed as open", async ({ requestAs }) => {
  const request = await requestAs("regionController");
  for (const path of [
    "/region-midtjylland/dashboard/2024",
    "/region-midtjylland/reports/2024/export/csv",
    "/region-midtjylland/kpis",
  ]) {
    for (const reading of ["html", "flight"] as const) {
      const wrong = leaks(await ask(request, path, reading), region, reading);
      expect(wrong, `${reading} ${path}`).toContain("status 200");
      expect(wrong.length, `${reading} ${path}`).toBeGreaterThan(5);
    }
  }
  expect(leaks(await redraw(request, "/region-midtjylland/dashboard/2024"), region, "action").length).toBeGreaterThan(
    5,
  );
});

test("codes, years and ids of another organisation do not exist under the own address", async ({ requestAs }) => {
  const admin = await requestAs("admin");
  const found: Record<string, string[]> = {};
  for (const [own, other] of [
    [aleris, region],
    [region, aleris],
  ] as const) {
    const mine = (list: { code: string }[]) => new Set(list.map(({ code }) => code));
    const [ownUnits, ownKpis] = [mine(own.orgUnits), mine(own.kpis)];
    const ownPeople = new Set(own.people.map(({ id }) => id));
    const foreign = [
      ...other.orgUnits
        .filter(({ code }) => !ownUnits.has(code))
        .slice(0, 4)
        .map(({ code }) => `/${own.slug}/entry/2024/${code}`),
      ...other.orgUnits.slice(0, 2).map(({ id }) => `/${own.slug}/entry/2024/${id}`),
      ...other.kpis
        .filter(({ code }) => !ownKpis.has(code))
        .slice(0, 4)
        .map(({ code }) => `/${own.slug}/kpis/${code}`),
      // Region Midtjylland has no emission factors, so every code of Aleris' is foreign there.
      ...(other === aleris ? [`/${own.slug}/factors/electricity-location`] : []),
      ...other.people.filter(({ id }) => !ownPeople.has(id)).map(({ id }) => `/${own.slug}/users/${id}`),
      ...other.years
        .filter((year) => !own.years.includes(year))
        .flatMap((year) => [
          `/${own.slug}/dashboard/${year}`,
          `/${own.slug}/reports/${year}`,
          `/${own.slug}/reports/${year}/export/json`,
          `/${own.slug}/entry/${year}`,
        ]),
    ];
    expect(foreign.length).toBeGreaterThan(8);
    for (const path of foreign) {
      for (const reading of ["html", "flight"] as const) {
        const answer = await ask(admin, path, reading);
        // The administrator of both is in the own organisation here, so its names may stand around the page; people's must not.
        const wrong = [
          ...(isMissing(answer) ? [] : [`status ${answer.status}`]),
          ...namesIn(
            answer.body,
            other.people.filter(({ id }) => !ownPeople.has(id)).map(({ email }) => email),
          ),
        ];
        if (wrong.length) found[`${reading} ${path}`] = wrong;
      }
    }
  }
  expect(found).toEqual({});
});

test("an action writes nothing by the ids of another organisation or another's org unit", async ({ requestAs }) => {
  const [controller, contributor, admin] = await Promise.all([
    requestAs("controller"),
    requestAs("contributor"),
    requestAs("admin"),
  ]);
  const unit = ({ orgUnits }: OrganisationFacts, code: string) => orgUnits.find((one) => one.code === code)!.id;
  const kpi = ({ kpis }: OrganisationFacts, code: string) => kpis.find((one) => one.code === code)!.id;
  const save = (
    who: typeof controller,
    input: { org: string; orgUnitId: string; kpiId: string },
    more: object = {},
  ) => {
    const { kpiId, ...rest } = input;
    const cell = typedCell(kpiId, 0, "987654");
    return call(who, actionNamed("saveCells"), "/aleris/entry/2024/koebenhavn", [
      { ...rest, ...more, year: 2024, cells: [cell] },
    ]);
  };
  const regionUnit = unit(region, "midtvask");
  const regionKpi = kpi(region, "residual-waste");

  // The organisation itself is closed, and its org units and KPIs are unknown in the own one.
  expect(
    refusalOf(await save(controller, { org: "region-midtjylland", orgUnitId: regionUnit, kpiId: regionKpi })),
  ).toBe("access.notFound");
  for (const [orgUnitId, kpiId] of [
    [regionUnit, regionKpi],
    [regionUnit, kpi(aleris, "water")],
    [unit(aleris, "herning"), regionKpi],
  ] as const) {
    expect((await save(controller, { org: "aleris", orgUnitId, kpiId })).body).toContain(
      '"outcome":"refused","code":"unknown"',
    );
  }
  // A contributor writes for the own org units only, and not for the organisation as a whole.
  for (const code of ["herning", "aleris"]) {
    expect(
      refusalOf(await save(contributor, { org: "aleris", orgUnitId: unit(aleris, code), kpiId: kpi(aleris, "water") })),
    ).toBe("access.notFound");
  }
  // Nothing is passed in beside what the schema knows.
  expect(
    refusalOf(
      await save(
        controller,
        { org: "aleris", orgUnitId: unit(aleris, "herning"), kpiId: kpi(aleris, "water") },
        { organisationId: region.id },
      ),
    ),
  ).toBe("invalid");
  expect(await demoRows(`select 1 from "YearlyValue" where amount = 987654`)).toEqual([]);
  // An answer to a question reaches no cell of another organisation, and of another org unit only whom it is open to.
  const answerTo = (who: typeof controller, orgUnitId: string, kpiId: string) =>
    call(who, actionNamed("confirmCells"), "/aleris/entry/2024/koebenhavn", [
      { org: "aleris", orgUnitId, answers: [{ kpiId, year: 2024, version: 1, code: "change", comment: "Fremmed" }] },
    ]);
  expect((await answerTo(controller, regionUnit, regionKpi)).body).toContain("[null]");
  expect(refusalOf(await answerTo(contributor, unit(aleris, "herning"), kpi(aleris, "fte")))).toBe("access.notFound");
  expect(await demoRows(`select 1 from "ValueConfirmation" where comment = 'Fremmed'`)).toEqual([]);

  const words = { titleDa: "Stjålet", titleEn: "Stolen", bodyDa: "Stjålet", bodyEn: "Stolen" };
  const editing = await callWithForm(
    controller,
    actionNamed("saveBlock"),
    "/aleris/reports/2024/edit",
    { org: "aleris", year: "2024", blockId: region.block!.id, seen: "1", ...words },
    [{}],
  );
  expect(refusalOf(editing)).toBe("report.blockGone");
  expect(await demoRows(`select 1 from "Block" where "titleDa" = 'Stjålet'`)).toEqual([]);

  // Another organisation's figures are restated by nobody, and none of its restatements explained.
  const restated = {
    what: "value",
    year: "2023",
    figure: "1",
    source: "",
    note: "",
    reasonDa: "Stjålet",
    reasonEn: "",
  };
  for (const at of [
    { org: "region-midtjylland", kpi: "residual-waste", unit: "midtvask" },
    { org: "aleris", kpi: "residual-waste", unit: "aleris" },
    { org: "aleris", kpi: "water", unit: "midtvask" },
  ]) {
    const confirmed = { ...restated, ...at, seen: "0", previewed: "0".repeat(64) };
    for (const [name, input] of Object.entries({ previewRestated: { ...restated, ...at }, confirmRestated: confirmed }))
      expect(
        refusalOf(await call(controller, actionNamed(name), "/aleris/restatements/new", [{}, input])),
        `${name} ${at.org} ${at.kpi} ${at.unit}`,
      ).toBe("access.notFound");
  }
  const anew = { org: "aleris", reasonDa: "Stjålet", reasonEn: "" };
  for (const asked of [
    { what: "coverage", kpi: "residual-waste", year: "2023", orgUnits: [region.id] },
    { what: "coverage", kpi: "waste", year: "2023", orgUnits: [region.id] },
    { what: "factor", factor: "electricity-location", version: region.id, fromYear: "2023", toYear: "2023" },
    {
      ...{ what: "target", kpi: "residual-waste", dueYear: "2023", kind: "atLeast", limit: "1" },
      ...{ setInYear: "", baselineYear: "" },
    },
    {
      ...{ what: "definition", kpi: "residual-waste", validFromYear: "2023", definitionDa: "", definitionEn: "" },
      ...{ unitOfMeasure: "t", direction: "lower", decimals: "", collectionLevel: "orgUnit", consolidation: "sum" },
      ...{ weightCode: "", formulaKind: "entered", formulaText: "" },
    },
  ]) {
    const confirmed = { ...asked, ...anew, seen: "0", previewed: "0".repeat(64) };
    for (const [name, input] of Object.entries({ previewRestated: { ...asked, ...anew }, confirmRestated: confirmed }))
      expect(
        refusalOf(await call(controller, actionNamed(name), "/aleris/restatements/new", [{}, input])),
        `${name} ${JSON.stringify(asked)}`,
      ).toBe("access.notFound");
  }
  const explained = { org: "aleris", year: "2024", blockId: region.id, seen: "0", textDa: "Stjålet", textEn: "" };
  expect(
    refusalOf(await call(controller, actionNamed("explainRestatement"), "/aleris/reports/2024/edit", [{}, explained])),
  ).toBe("access.notFound");
  expect(await demoRows(`select 1 from "Restatement" where "reasonDa" = 'Stjålet'`)).toEqual([]);

  // Nobody of another organisation, and no org unit of theirs, is asked for anything; nobody else's request is touched.
  const [asked] = await demoRows<{ id: string }>(`select id from "Request" where "organisationId" = $1`, [aleris.id]);
  const regionController = await requestAs("regionController");
  const sending = { year: "2024", dueOn: "2025-02-15", message: "Fremmed", kpis: [kpi(aleris, "water")] };
  const herning = unit(aleris, "herning");
  for (const [who, input, code] of [
    [
      controller,
      { org: "region-midtjylland", ...sending, who: [`${regionUnit}:${region.people[0]!.id}`] },
      "access.notFound",
    ],
    [controller, { org: "aleris", ...sending, who: [`${regionUnit}:${region.people[0]!.id}`] }, "access.notFound"],
    [
      controller,
      { org: "aleris", ...sending, kpis: [regionKpi], who: [`${herning}:${aleris.people[0]!.id}`] },
      "access.notFound",
    ],
    [
      controller,
      {
        org: "aleris",
        ...sending,
        who: [`${herning}:${region.people.find(({ email }) => email === "contributor@region.example")!.id}`],
      },
      "request.cannotGive",
    ],
  ] as const)
    expect(refusalOf(await call(who, actionNamed("sendRequestOf"), "/aleris/requests/new", [{}, input]))).toBe(code);
  for (const name of ["remindOf", "withdrawRequestOf"]) {
    const input = { org: "region-midtjylland", id: asked!.id };
    const answer = await call(regionController, actionNamed(name), "/region-midtjylland/requests", [{}, input]);
    expect(refusalOf(answer), name).toBe("access.notFound");
  }
  const passing = { org: "aleris", year: "2024", kpis: [kpi(aleris, "water")], personId: aleris.people[0]!.id };
  const none = {
    org: "aleris",
    year: "2024",
    kpiId: kpi(aleris, "water"),
    seen: "0",
    status: "notMeasured",
    reason: "Fremmed",
  };
  for (const [name, input] of [
    ["passTasksOn", { ...passing, orgUnitId: herning }],
    ["passTasksOn", { ...passing, orgUnitId: regionUnit }],
    ["answerWithoutFigure", { ...none, orgUnitId: herning }],
    ["answerWithoutFigure", { ...none, orgUnitId: regionUnit }],
  ] as const)
    expect(refusalOf(await call(contributor, actionNamed(name), "/aleris/tasks", [{}, input])), name).toBe(
      "access.notFound",
    );
  expect(await demoRows(`select 1 from "Request" where message = 'Fremmed'`)).toEqual([]);
  expect(await demoRows(`select 1 from "YearlyValue" where basis = 'Fremmed'`)).toEqual([]);

  // An auditor's work stays in its organisation; what the demo's auditor draws there is no other's.
  const auditor = await requestAs("auditor");
  const drawing = { year: "2024", rule: "byHand", within: "", size: "1", seed: "", values: "midtvask/residual-waste" };
  for (const [input, code] of [
    [{ org: "region-midtjylland", ...drawing }, "access.notFound"],
    [{ org: "aleris", ...drawing }, "assurance.noSuchValue"],
  ] as const)
    expect(refusalOf(await call(auditor, actionNamed("drawSampleOf"), "/aleris/assurance/2024", [{}, input]))).toBe(
      code,
    );
  const said = { org: "aleris", id: region.id, text: "Fremmed" };
  for (const [who, name, input] of [
    [auditor, "noteItem", { ...said, act: "note" }],
    [auditor, "concludeItem", { ...said, conclusion: "supported" }],
    [controller, "answerItem", said],
  ] as const)
    expect(refusalOf(await call(who, actionNamed(name), "/aleris/assurance/2024", [{}, input])), name).toBe(
      "access.notFound",
    );
  expect(await demoRows(`select 1 from "AssuranceEntry" where text = 'Fremmed'`)).toEqual([]);

  // Administering one organisation reaches nobody who has no role there, and no org unit of the other.
  const stranger = region.people.find(({ email }) => email === "controller@region.example")!.id;
  const users = `/aleris/users/${stranger}`;
  for (const name of ["changeRolesOf", "disable", "enable"]) {
    const input = { org: "aleris", user: stranger, ...(name === "changeRolesOf" && { roles: ["auditor"] }) };
    expect(refusalOf(await call(admin, actionNamed(name), users, [{}, input])), name).toBe("access.notFound");
  }
  const invited = {
    org: "aleris",
    name: "Fremmed",
    email: "stranger@tests.example",
    role: "contributor",
    orgUnits: [regionUnit],
  };
  expect(refusalOf(await call(admin, actionNamed("inviteSomebody"), "/aleris/users/invite", [{}, invited]))).toBe(
    "access.notFound",
  );
  expect(
    await demoRows(
      `select role::text, "disabledAt" from "User" u join "Membership" m on m."userId" = u.id where u.id = $1`,
      [stranger],
    ),
  ).toEqual([{ role: "controller", disabledAt: null }]);
});

test("a contributor sees the sheets of the own org units only", async ({ requestAs }) => {
  const request = await requestAs("contributor");
  const own = new Set(["koebenhavn", "aalborg"]);
  for (const { code } of aleris.orgUnits) {
    for (const reading of ["html", "flight"] as const) {
      expect(isMissing(await ask(request, `/aleris/entry/2024/${code}`, reading)), `${reading} ${code}`).toBe(
        !own.has(code),
      );
    }
  }
});

test.describe("somebody with roles in both", () => {
  test.use({ as: "admin" });
  test("switches by the organisation menu, and others have no menu", async ({ page, pageAs }) => {
    await page.goto("/aleris/dashboard/2024");
    await page.getByRole("button", { name: /^Skift organisation/ }).click();
    await page.getByRole("link", { name: "Region Midtjylland" }).click();
    await expect(page).toHaveURL(/\/region-midtjylland\/dashboard\/\d{4}$/);
    await expect(page.getByRole("button", { name: /^Skift organisation: Region Midtjylland/ })).toBeVisible();
    await page.getByRole("button", { name: /^Skift organisation/ }).click();
    await page.getByRole("link", { name: "Aleris Danmark" }).click();
    await expect(page).toHaveURL(/\/aleris\/dashboard\/\d{4}$/);
    const manager = await pageAs("manager");
    await manager.goto("/aleris/dashboard/2024");
    await expect(manager.getByRole("button", { name: /^Skift organisation/ })).toHaveCount(0);
    await expect(manager.locator("body")).not.toContainText("Region Midtjylland");
  });
});
