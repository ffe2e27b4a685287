import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { takesJson } from "@/lib/access/json-route";
import { memberAction, publicAction, signedInAction, spelledOut } from "@/lib/access/action";
import { may, permissions, roles, type Permission, type Role } from "@/lib/access/policy";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { log } from "@/lib/operation/log";
import { sessionCookie } from "@/lib/session/model";
import { freshDatabase, type TestDatabase } from "./harness";
import { aPerson, anOrganisation, cookieOf } from "./people";

/** The request that is being answered: its cookie and origin. */
const request = vi.hoisted(() => ({
  cookie: null as string | null,
  origin: null as string | null,
  extra: {} as Record<string, string>,
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (request.cookie === null ? undefined : { name, value: request.cookie }),
  }),
  headers: async () => new Headers({ ...(request.origin && { origin: request.origin }), ...request.extra }),
}));
vi.mock("next-intl/server", () => ({
  getTranslations: async () =>
    Object.assign(
      (code: string, values?: object) =>
        values && Object.keys(values).length ? `${code} ${JSON.stringify(values)}` : code,
      { has: () => true },
    ),
}));

const OWN_ORIGIN = "http://127.0.0.1:3000";
let own: TestDatabase;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  own = await freshDatabase();
  const aleris = await anOrganisation(own.database, "aleris");
  await anOrganisation(own.database, "region");
  for (const role of roles) {
    const person = await aPerson(own.database, role, aleris.id, role, role === "contributor" ? [aleris.north] : []);
    cookies.set(role, await cookieOf(person.email));
  }
});
afterAll(() => own.close());

/** As a role, or as nobody. */
function as(role: Role | null, origin: string | null = OWN_ORIGIN, extra: Record<string, string> = {}): void {
  Object.assign(request, { cookie: role && cookies.get(role)!, origin, extra });
}

const page = (org: string) =>
  [new NextRequest(`${OWN_ORIGIN}/${org}/x`), { params: Promise.resolve({ org }) }] as const;
const opened = (permission: Permission) =>
  guarded(permission, async (_, access) => Response.json(access.organisation.slug));
const written = (permission: Permission, run = vi.fn(async () => "written")) =>
  memberAction(permission)
    .inputSchema(z.strictObject({ org: z.string(), text: z.string() }), { handleValidationErrorsShape: spelledOut })
    .action(run);
const valid = (org: string) => ({ org, text: "x" });

describe("every role and every permission", () => {
  test.each(permissions.flatMap((permission) => [null, ...roles].map((role) => [permission, role] as const)))(
    "%s as %s",
    async (permission, role) => {
      const allowed = role !== null && may([role], permission);
      as(role);
      expect((await opened(permission)(...page("aleris"))).status).toBe(role === null ? 401 : allowed ? 200 : 404);
      expect((await opened(permission)(...page("region"))).status, "another organisation").toBe(
        role === null ? 401 : 404,
      );
      expect((await opened(permission)(...page("nowhere"))).status, "no organisation").toBe(role === null ? 401 : 404);
      const run = vi.fn(async () => "written");
      const code = role === null ? "access.signedOut" : "access.notFound";
      const answer = await written(permission, run)(valid("aleris"));
      expect(allowed ? answer.data : answer.serverError?.code).toBe(allowed ? "written" : code);
      expect((await written(permission, run)(valid("region"))).serverError?.code).toBe(code);
      expect(run).toHaveBeenCalledTimes(allowed ? 1 : 0);
    },
  );
});

describe("a server action", () => {
  test.each([null, "null", "https://evil.example", "http://127.0.0.1:3001", "https://127.0.0.1:3000"])(
    "refuses the origin %j, also with a forged forwarded host",
    async (origin) => {
      as("controller", origin, { "x-forwarded-host": "evil.example", host: "evil.example" });
      const run = vi.fn(async () => "written");
      expect((await written("value.save", run)(valid("aleris"))).serverError?.code).toBe("access.foreignOrigin");
      expect((await publicAction.action(run)()).serverError?.code).toBe("access.foreignOrigin");
      expect(run).not.toHaveBeenCalled();
    },
  );

  test.each([
    undefined,
    null,
    "",
    1,
    [],
    {},
    { org: 1 },
    { org: ["aleris"] },
    { org: { slug: "aleris" } },
    { text: "x" },
    new FormData(),
  ])("without a session says nothing about the input %j", async (input) => {
    as(null);
    expect(await written("value.save")(input as never)).toEqual({
      serverError: { code: "access.signedOut", message: "access.signedOut", field: null },
    });
    as("controller");
    expect((await written("value.save")(input as never)).serverError?.code).toBe("access.notFound");
  });

  test("refuses unknown fields, in words", async () => {
    as("controller");
    const answer = await written("value.save")({ ...valid("aleris"), role: "administrator" } as never);
    expect(answer.validationErrors).toEqual({ formErrors: ["access.invalid"], fieldErrors: {} });
  });

  test("passes a refusal on with its code, values and field", async () => {
    as("controller");
    const refusing = written(
      "value.save",
      vi.fn(async () => {
        throw new Refusal("entry.stale", { by: 3 }, "cell");
      }),
    );
    expect((await refusing(valid("aleris"))).serverError).toEqual({
      code: "entry.stale",
      message: 'entry.stale {"by":3}',
      field: "cell",
    });
  });

  test("tells nothing of an unexpected error but an id, under which the log has its place and no content", async () => {
    as("controller");
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const failing = written(
      "value.save",
      vi.fn(async () => {
        throw new Error("duplicate key (email)=(anna@tests.example)");
      }),
    );
    const { serverError } = await failing(valid("aleris"));
    expect(serverError?.code).toBe("access.failed");
    const [entry] = logged.mock.calls[0] as unknown as [{ id: string; place: string }];
    expect(serverError?.message).toBe(`access.failed {"id":"${entry.id}"}`);
    expect(JSON.stringify(logged.mock.calls)).not.toContain("anna@");
    expect(entry.place).toContain("access-gate.test");
    logged.mockRestore();
  });

  test("counts writes by person", async () => {
    const run = signedInAction.action(async () => "written");
    as("auditor");
    const answers = await Promise.all(Array.from({ length: 620 }, () => run()));
    const refused = answers.find(({ serverError }) => serverError?.code === "access.tooMany");
    expect(refused?.serverError?.message).toMatch(/"seconds":\d+/);
    as("manager");
    expect((await run()).data).toBe("written");
  });
});

describe("a route that takes JSON", () => {
  const schema = z.strictObject({ text: z.string() });
  const post = async (body: string, headers: Record<string, string> = {}, org = "aleris") => {
    const run = vi.fn(async ({ text }: { text: string }) => [text]);
    const asked = new NextRequest(`${OWN_ORIGIN}/${org}/x`, {
      method: "POST",
      body,
      headers: { origin: OWN_ORIGIN, "content-length": String(body.length), ...headers },
    });
    const take = takesJson({ permission: "value.save", schema, mostBytes: 20 }, run);
    const {
      status,
      headers: sent,
      ...response
    } = await take(asked, { params: Promise.resolve({ org }) }).then(async (one) => ({
      status: one.status,
      headers: one.headers,
      said: (await one.json()) as unknown,
    }));
    expect(sent.get("cache-control")).toBe("private, no-store");
    expect(sent.get("x-content-type-options")).toBe("nosniff");
    expect(run).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
    return `${status} ${(response.said as { code?: string }).code ?? JSON.stringify(response.said)}`;
  };
  const good = JSON.stringify({ text: "x" });

  test("writes what fits, for whoever may, from our own pages", async () => {
    as("controller");
    expect(await post(good)).toBe('200 ["x"]');
    for (const origin of ["", "null", "https://evil.example", "http://127.0.0.1:3001"])
      expect(await post(good, { origin }), origin).toBe("403 access.foreignOrigin");
    expect(await post(good, { "x-forwarded-host": "evil.example" })).toBe("403 access.foreignOrigin");
    expect(await post(good, {}, "region")).toBe("404 access.notFound");
    for (const body of ["", "{", "null", "[]", '{"text":1}', '{"text":"x","org":""}', `{"text":"${"x".repeat(20)}"}`])
      expect(await post(body), body).toBe("400 access.invalid");
    expect(await post(good, { "content-length": "21" })).toBe("400 access.invalid");
    as("auditor");
    expect(await post("{")).toBe("404 access.notFound");
    as(null);
    expect(await post("{")).toBe("401 access.signedOut");
  });

  test("counts writes together with actions", async () => {
    as("contributor");
    const run = signedInAction.action(async () => "written");
    await Promise.all(Array.from({ length: 620 }, () => run()));
    expect(await post(good)).toBe("429 access.tooMany");
  });
});

describe("a route handler", () => {
  test("answers refusals with their status, and unexpected errors with 500 and no content", async () => {
    as("controller");
    const failing = (error: Error) =>
      guarded("figure.read", async () => {
        throw error;
      })(...page("aleris"));
    const logged = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const [unknown, slow, missing] = [
      await failing(new Error("secret of anna")),
      await failing(new Refusal("access.tooMany", { seconds: 7 })),
      await failing(new Refusal("access.notFound")),
    ];
    logged.mockRestore();
    expect([unknown.status, slow.status, slow.headers.get("retry-after"), missing.status]).toEqual([
      500,
      429,
      "7",
      404,
    ]);
    expect(await unknown.text()).not.toContain("anna");
  });

  test("twin: a cookie signed with another key opens nothing", async () => {
    as("controller");
    expect((await opened("figure.read")(...page("aleris"))).status).toBe(200);
    vi.stubEnv("AUTH_SECRET", "another secret, just as long as the first");
    expect((await opened("figure.read")(...page("aleris"))).status).toBe(401);
    vi.unstubAllEnvs();
    expect(sessionCookie()).toBe("ledestjerne");
  });
});
