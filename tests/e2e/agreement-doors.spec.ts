import type { APIRequestContext } from "@playwright/test";
import { ACTIONS } from "./action-doors";
import { actionNamed, actions, fill, routes } from "./build";
import { demoRows } from "./demo-facts";
import { TAKES_ONLY } from "./doors";
import type { Person } from "./people";
import { ask, call, expect, ownOrigin, refusalOf, test } from "./wire";

const org = "region-midtjylland";
const here = `/${org}/agreements`;

type Row = Record<string, string>;
const one = async (sql: string): Promise<Row> => (await demoRows<Row>(sql))[0]!;

/** Everything somebody would need to change midtVask's agreement, which none of the people here acts for. */
async function theirs() {
  const agreement = await one(
    `select a.id, a.version::text as version, a."periodId", u.id as unit from "Agreement" a join "OrgUnit" u on u.id = a."orgUnitId"
     join "AgreementPeriod" p on p.id = a."periodId" where u.code = 'midtvask' and p.code = '2025-2026'`,
  );
  const commitment = await one(
    `select c.id, c."trackId" as track, m.id as milestone from "Commitment" c join "Milestone" m on m."commitmentId" = c.id
     where c."agreementId" = '${agreement.id}' and c."requirementId" is null order by c.position limit 1`,
  );
  const earlier = await one(
    `select c.id from "Commitment" c join "Agreement" a on a.id = c."agreementId" join "OrgUnit" u on u.id = a."orgUnitId"
     join "AgreementPeriod" p on p.id = a."periodId" where u.code = 'midtvask' and p.code = '2024' and c."requirementId" is null limit 1`,
  );
  const others = await one(
    `select (select id from "Initiative" order by code limit 1) as initiative, (select code from "Initiative" order by code limit 1) as code, (select id from "SpecialistFunction" limit 1) as function, (select id from "StrategyGoal" limit 1) as goal,
     (select id from "Requirement" where "periodId" = '${agreement.periodId}' limit 1) as requirement,
     (select sha256 from "AgreementText" where "agreementId" = '${agreement.id}' order by number desc limit 1) as sha256`,
  );
  return { agreement, commitment, earlier, others };
}

/** Where a follow-up of midtVask's takes files, and which it is. */
async function theirFollowUp(): Promise<Row & { path: string }> {
  const row = await one(
    `select f.id, c.id as commitment from "FollowUp" f join "Commitment" c on c.id = f."commitmentId" join "Agreement" a on a.id = c."agreementId"
     join "OrgUnit" u on u.id = a."orgUnitId" join "AgreementPeriod" p on p.id = a."periodId"
     where u.code = 'midtvask' and p.code = '2025-2026' order by f.id limit 1`,
  );
  return { ...row, path: `${here}/2025-2026/units/midtvask/commitments/${row.commitment}/files` };
}

/** Sends a file to a route as the page's form does. */
const bring = async (request: APIRequestContext, path: string, name: string, method = "POST") => {
  const { id } = await theirFollowUp();
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(`a;b\r\n${name};1\r\n`) };
  const headers = { origin: ownOrigin() };
  const answer = await request.fetch(path, {
    ...{ method, headers, maxRedirects: 0 },
    multipart: { followUp: id!, file },
  });
  return answer.status();
};

/** What each action would be sent to change it. An action of the room that is missing here fails the test. */
async function inputs(file: string): Promise<Record<string, object>> {
  const { agreement, commitment, earlier, others } = await theirs();
  const seen = { org, agreementId: agreement.id, seen: agreement.version };
  const named = { org, code: "fremmed", nameDa: "Fremmed", nameEn: "Foreign" };
  const renamed = { org, nameDa: "Fremmed", nameEn: "Foreign" };
  const track = commitment.track;
  return {
    proposeAgreement: seen,
    returnAgreement: { ...seen, reason: "Fremmed" },
    approveAgreement: seen,
    signAgreement: { ...seen, party: "unit", sha256: others.sha256, capacity: "Fremmed" },
    amendAgreement: { ...seen, reason: "Fremmed" },
    closeAgreement: { ...seen, reason: "Fremmed" },
    handOnAgreement: { ...seen, back: here, reason: "Fremmed", from: "2026-06-01" },
    assessAgreement: { org, agreementId: agreement.id, trackId: track, verdict: "sound", text: "Fremmed" },
    saveCommitment: {
      ...{ ...seen, back: here, id: "", trackId: track, initiativeId: "", text: "Fremmed", responsible: "x" },
      ...{ deadline: "2026-12-31", measure: "milestones", kpiId: "", targetAmount: "", expectedEffect: "" },
      milestones: "",
    },
    removeCommitment: { ...seen, back: here, id: commitment.id },
    decideCommitment: { ...seen, commitmentId: earlier.id, decision: "end", reason: "Fremmed" },
    followUpCommitment: {
      ...{ org, commitmentId: commitment.id, onDay: "2026-01-05", status: "dropped", text: "Fremmed" },
      ...{ evidence: "", effect: "" },
    },
    takeBackFollowUpFile: { org, id: file, reason: "Fremmed" },
    finishMilestone: { org, milestoneId: commitment.milestone, doneOn: "2026-01-05" },
    openAgreementPeriod: {
      ...{ org, from: "2031-01-01", to: "2031-12-31", noteDa: "", noteEn: "", followUpMonths: "6", previousId: "" },
    },
    setAgreementRules: { org, periodId: agreement.periodId, [`minimum-${track}`]: "0" },
    setRequirement: {
      org,
      periodId: agreement.periodId,
      trackId: track,
      orgUnitId: "",
      textDa: "Fremmed",
      textEn: "x",
    },
    removeRequirementOf: { org, id: others.requirement },
    addInitiativeOf: {
      ...named,
      trackId: track,
      effectDa: "x",
      effectEn: "x",
      ease: "easy",
      kpiId: "",
      expectedEffect: "",
    },
    retireInitiativeOf: { org, id: others.initiative, isRetired: "yes" },
    setStrategyOf: { org, nameDa: "Fremmed", nameEn: "x", adoptedYear: "2021", centralFunction: "Fremmed" },
    addGoalOf: { ...named, year: "2030", kpiId: "" },
    addTrackOf: { ...named, colour: "producer", goalId: "" },
    changeGoalOf: { ...renamed, id: others.goal, year: "2030", kpiId: "" },
    changeTrackOf: { ...renamed, id: track, colour: "producer", goalId: "" },
    addFunctionOf: { org, code: "fremmed", name: "Fremmed" },
    setMembersOf: { org, functionId: others.function },
  };
}

/** A digest of every table of agreements, as the region has them. */
const digest = () =>
  demoRows<Row>(
    [
      "Agreement",
      "AgreementStep",
      "AgreementText",
      "Assessment",
      "FollowUp",
      "CommitmentDecision",
      "Commitment",
      "Milestone",
    ]
      .map(
        (table) =>
          `select '${table}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from "${table}" t ` +
          (table === "Commitment" || table === "Agreement" || table === "AgreementStep" || table === "AgreementText"
            ? `where t."${table === "Agreement" ? "id" : "agreementId"}" in (select a.id from "Agreement" a join "OrgUnit" u on u.id = a."orgUnitId" join "AgreementPeriod" p on p.id = a."periodId" where u.code = 'midtvask' and p.code in ('2024', '2025-2026'))`
            : table === "Assessment"
              ? `where t.text = 'Fremmed'`
              : table === "CommitmentDecision"
                ? `where t.reason = 'Fremmed'`
                : `where t."commitmentId" in (select c.id from "Commitment" c join "Agreement" a on a.id = c."agreementId" join "OrgUnit" u on u.id = a."orgUnitId" join "AgreementPeriod" p on p.id = a."periodId" where u.code = 'midtvask' and p.code in ('2024', '2025-2026'))`),
      )
      .join(" union all ") + " order by 1",
  );

const strangers: Person[] = ["regionContributor", "regionManager", "regionSpecialist", "controller", "contributor"];

test("nobody but its own people and the central function changes an org unit's agreement, by any action", async ({
  requestAs,
}) => {
  const { path } = await theirFollowUp();
  expect(await bring(await requestAs("regionController"), path, "vejeseddel.csv")).toBe(303);
  const file = await one(`select id from "FollowUpFile" where name = 'vejeseddel.csv'`);
  const known = await inputs(file.id!);
  const ofRoom = [
    ...actions()
      .filter(({ patterns }) => patterns.every((pattern) => pattern.startsWith("/[org]/agreements")))
      .map(({ name }) => name),
    ...Object.entries(ACTIONS).flatMap(([name, asks]) => (asks?.startsWith("agreement.") ? [name] : [])),
  ];
  expect(Object.keys(known).sort()).toEqual(expect.arrayContaining([...new Set(ofRoom)].sort()));
  const before = await digest();
  for (const who of strangers) {
    const request = await requestAs(who);
    for (const [name, input] of Object.entries(known)) {
      const answer = await call(request, actionNamed(name), `${here}/2025-2026/units/midtvask`, [{}, input]);
      expect.soft(refusalOf(answer), `${name} by ${who}`).toBe("access.notFound");
    }
  }
  expect(await digest()).toEqual(before);
  expect(await demoRows(`select 1 from "Track" where code = 'fremmed' or "nameDa" = 'Fremmed'`)).toEqual([]);
  expect(await demoRows(`select 1 from "FollowUpFileWithdrawal" where reason = 'Fremmed'`)).toEqual([]);
});

test("nor by any route: one takes files, from its own people and the central function; the others take nothing", async ({
  requestAs,
}) => {
  const { commitment } = await theirFollowUp();
  const { others } = await theirs();
  const handlers = routes().filter(
    ({ pattern, kind }) => kind === "handler" && pattern.startsWith("/[org]/agreements"),
  );
  const taking = handlers.filter(({ pattern }) => TAKES_ONLY.has(pattern));
  expect([handlers.length > taking.length, taking.length]).toEqual([true, 1]);
  for (const who of strangers) {
    const request = await requestAs(who);
    for (const { pattern } of handlers) {
      const path = fill(pattern, {
        ...{ org, period: "2025-2026", unit: "midtvask", track: "utilities" },
        ...{ id: commitment!, initiative: others.code! },
      });
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const expected = method === "POST" && TAKES_ONLY.has(pattern) ? 404 : 405;
        expect.soft(await bring(request, path, "fremmed.csv", method), `${method} ${pattern} by ${who}`).toBe(expected);
      }
    }
  }
  expect(await demoRows(`select 1 from "FollowUpFile" where name = 'fremmed.csv'`)).toEqual([]);
});

test("twin: a specialist function says something in its own track, and it is noticed", async ({ requestAs }) => {
  const { agreement } = await theirs();
  const utilities = await one(`select id from "Track" where code = 'utilities'`);
  const said = { org, agreementId: agreement.id, trackId: utilities.id, verdict: "sound", text: "Fagligt i orden" };
  const answer = await call(
    await requestAs("regionSpecialist"),
    actionNamed("assessAgreement"),
    `${here}/2025-2026/tracks/utilities`,
    [{}, said],
  );
  expect(refusalOf(answer)).toBeNull();
  expect(await demoRows(`select 1 from "Assessment" where text = 'Fagligt i orden'`)).toHaveLength(1);
});

test("everybody of the organisation reads all agreements; what is the central function's opens to it alone", async ({
  requestAs,
}) => {
  const { commitment, others } = await theirs();
  const own = new Set(["/[org]/agreements/[period]/units/[unit]/commitments/new"]);
  const central = /\/(hand-on|setup|catalogue\/new)$/;
  for (const who of ["regionContributor", "regionManager", "regionController"] as const) {
    const request = await requestAs(who);
    for (const { pattern } of routes()) {
      if (!pattern.startsWith("/[org]/agreements") || pattern.endsWith("/pdf")) continue;
      // Files have tests of their own: agreement.spec.ts.
      if (/\/files(\/\[id\])?$/.test(pattern)) continue;
      const path = fill(pattern, {
        org,
        period: "2025-2026",
        unit: "midtvask",
        track: "utilities",
        id: commitment.id!,
        initiative: others.code!,
      });
      const isOpen = !own.has(pattern) && (who === "regionController" || !central.test(pattern));
      const expected = pattern === "/[org]/agreements" ? 307 : isOpen ? 200 : 404;
      expect.soft((await ask(request, path)).status, `${pattern} for ${who}`).toBe(expected);
    }
  }
});

test("an organisation without agreements has no entry for them, but a way to begin", async ({ pageAs }) => {
  const page = await pageAs("controller");
  await page.goto("/aleris/agreements");
  await expect(page.getByRole("navigation", { name: "Steder" }).getByRole("link", { name: "Aftaler" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Sæt strategi, spor/ })).toBeVisible();
});
