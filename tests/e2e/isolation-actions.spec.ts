import { actionNamed } from "./build";
import { demoRows, factsOf, type OrganisationFacts } from "./demo-facts";
import { call, callWithForm, expect, refusalOf, save, test, typedCell } from "./wire";

let aleris: OrganisationFacts;
let region: OrganisationFacts;
test.beforeAll(async () => {
  [aleris, region] = await Promise.all([factsOf("aleris"), factsOf("region-midtjylland")]);
});

test("an action writes nothing by the ids of another organisation or another's org unit", async ({ requestAs }) => {
  const [controller, contributor, admin] = await Promise.all([
    requestAs("controller"),
    requestAs("contributor"),
    requestAs("admin"),
  ]);
  const unit = ({ orgUnits }: OrganisationFacts, code: string) => orgUnits.find((one) => one.code === code)!.id;
  const kpi = ({ kpis }: OrganisationFacts, code: string) => kpis.find((one) => one.code === code)!.id;
  const saveBy = (
    who: typeof controller,
    { org, orgUnitId, kpiId }: { org: string; orgUnitId: string; kpiId: string },
    more: object = {},
  ) => save(who, org, { orgUnitId, year: 2024, cells: [typedCell(kpiId, 0, "987654")], ...more });
  const regionUnit = unit(region, "midtvask");
  const regionKpi = kpi(region, "residual-waste");

  // The organisation itself is closed, and its org units and KPIs are unknown in the own one.
  expect(
    refusalOf(await saveBy(controller, { org: "region-midtjylland", orgUnitId: regionUnit, kpiId: regionKpi })),
  ).toBe("access.notFound");
  for (const [orgUnitId, kpiId] of [
    [regionUnit, regionKpi],
    [regionUnit, kpi(aleris, "water")],
    [unit(aleris, "herning"), regionKpi],
  ] as const) {
    expect((await saveBy(controller, { org: "aleris", orgUnitId, kpiId })).body).toContain(
      '"outcome":"refused","code":"unknown"',
    );
  }
  // A contributor writes for the own org units only, and not for the organisation as a whole.
  for (const code of ["herning", "aleris"]) {
    expect(
      refusalOf(
        await saveBy(contributor, { org: "aleris", orgUnitId: unit(aleris, code), kpiId: kpi(aleris, "water") }),
      ),
    ).toBe("access.notFound");
  }
  // Nothing is passed in beside what the schema knows.
  expect(
    refusalOf(
      await saveBy(
        controller,
        { org: "aleris", orgUnitId: unit(aleris, "herning"), kpiId: kpi(aleris, "water") },
        { organisationId: region.id },
      ),
    ),
  ).toBe("access.invalid");
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
