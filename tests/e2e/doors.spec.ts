import { may, type Permission } from "../../lib/access/policy";
import { ACTIONS, inputOf, IS_PLAIN, OPEN_ACTIONS } from "./action-doors";
import { actionNamed, actions, routes, type Action } from "./build";
import { factsOf, namesIn, type OrganisationFacts } from "./demo-facts";
import { addressOf, placeOf as placeIn } from "./door-address";
import { ANSWERS, OPEN, ROUTES, TAKES_ONLY } from "./doors";
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
  save,
  submit,
  test,
  type Answer,
  typedCell,
} from "./wire";

let aleris: OrganisationFacts;
let region: OrganisationFacts;
test.beforeAll(async () => {
  [aleris, region] = await Promise.all([factsOf("aleris"), factsOf("region-midtjylland")]);
});

const address = (pattern: string) => addressOf(aleris, pattern);
const placeOf = (action: Action) => placeIn(aleris, action);

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
        inputOf(IS_PLAIN.has(name) ? "" : "confirmCells", { org: "aleris" }),
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
    const orgUnitId = aleris.orgUnits.find(({ code }) => code === "koebenhavn")!.id;
    const saved = await save(request, "aleris", { orgUnitId, year: 2024, cells: [cell] });
    // A version nobody has seen: whoever may save is told what is stored, and nothing is written.
    expect(/"outcome":"(\w+)"/.exec(saved.body)?.[1] ?? refusalOf(saved)).toBe(
      allows("value.save") ? "conflict" : "access.notFound",
    );
  });
}
