import { fill, routes } from "./build";
import { factsOf, namesIn, type OrganisationFacts } from "./demo-facts";
import type { Person } from "./people";
import { ask, expect, isMissing, readingNames, redraw, test, type Answer, type Reading } from "./wire";

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
      if (
        /\/((import|pictures)\/upload|entry\/values|reports\/\d+\/hold|commitments\/.*\/files|entry\/.*\/evidence)$/.test(
          path,
        )
      )
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
