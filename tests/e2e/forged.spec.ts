/** Requests that no page of ours sends. */
import { inputOf } from "./action-doors";
import { actions } from "./build";
import { demoRows, factsOf, type OrganisationFacts } from "./demo-facts";
import { placeOf } from "./door-address";
import { call, expect, ownOrigin, refusalOf, save, test, typedCell } from "./wire";

let aleris: OrganisationFacts;
let region: OrganisationFacts;
test.beforeAll(async () => {
  [aleris, region] = await Promise.all([factsOf("aleris"), factsOf("region-midtjylland")]);
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
        placeOf(aleris, action),
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
  const block = (amount: string | null, seen: number) => ({
    orgUnitId,
    year: 2024,
    cells: [typedCell(kpiId, seen, amount)],
  });
  const saved = (amount: string | null, seen: number, headers = {}) =>
    save(request, "region-midtjylland", block(amount, seen), headers);
  // The route by itself, and what stands before it when a page says that it sends something else.
  for (const [what, headers] of forgeries) {
    const answer = await saved("77", before.version, headers);
    expect.soft([answer.status, refusalOf(answer)], what).toEqual([403, "access.foreignOrigin"]);
    const asText = await saved("77", before.version, { ...headers, "content-type": "text/plain" });
    expect.soft(asText.status, `${what}, as text`).toBe(403);
  }
  for (const method of ["GET", "HEAD"]) {
    const query = encodeURIComponent(JSON.stringify(block("77", before.version)));
    const answer = await request.fetch(`/region-midtjylland/entry/values?0=${query}`, {
      method,
      headers: { "content-type": "application/json", "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    });
    expect(answer.status()).toBe(405);
  }
  expect(await stored()).toEqual(before);
  const own = await saved("77", before.version);
  expect(own.body).toContain('"outcome":"saved"');
  expect(own.headers).toMatchObject({
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "content-security-policy": expect.stringMatching(/^default-src 'none';.* frame-ancestors 'none'$/),
  });
  expect(await stored()).toEqual({ amount: "77.000000", version: before.version + 1 });
  expect((await saved(before.amount, before.version + 1)).body).toContain('"outcome":"saved"');
});
