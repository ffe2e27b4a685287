/** Every page there is to look at, and as whom; a page of the build that is missing here fails a test. */
import type { Page } from "@playwright/test";
import { demoRows } from "./demo-facts";
import type { Person } from "./people";

/** A page: its pattern in the build, an address of it, and who looks. `{invitation}`, `{user}` and `{sampled}` are filled by `addressOf`. `accessibleBy`: the spec that looks at its accessibility. */
export type Sight = { pattern: string; path: string; as: Person | null; accessibleBy: string };

const seen = (
  pattern: string,
  path: string,
  as: Person | null = "controller",
  accessibleBy = "accessibility.spec.ts",
): Sight => ({ pattern, path, as, accessibleBy });

export const sights: Sight[] = [
  seen("/sign-in", "/sign-in", null),
  seen("/invitation/[token]", "{invitation}", null),
  seen("/account", "/account", "admin"),
  seen("/[org]/dashboard/[year]", "/aleris/dashboard/2023", "controller", "dashboard.spec.ts"),
  seen("/[org]/dashboard/[year]", "/aleris/dashboard/2024", "contributor", "dashboard.spec.ts"),
  seen("/[org]/kpis", "/aleris/kpis?year=2023", "controller", "kpi.spec.ts"),
  seen("/[org]/kpis/[code]", "/aleris/kpis/scope2-location?year=2023", "controller", "kpi.spec.ts"),
  seen("/[org]/kpis/[code]/coverage", "/aleris/kpis/fte/coverage?year=2024"),
  seen("/[org]/kpis/[code]/coverage", "/aleris/kpis/waste/coverage?year=2023", "manager"),
  seen("/[org]/estimates", "/aleris/estimates"),
  seen("/[org]/figures/[code]/[year]", "/aleris/figures/enps/2024", "manager"),
  seen("/[org]/figures/[code]/[year]", "/aleris/figures/waste/2023?unit=koebenhavn"),
  seen("/[org]/entry/[year]", "/aleris/entry/2024"),
  seen("/[org]/entry/[year]/[unit]", "/aleris/entry/2024/ringsted", "manager"),
  seen("/[org]/entry/[year]/[unit]/[code]", "/aleris/entry/2024/koebenhavn/electricity", "contributor"),
  seen("/[org]/entry/[year]/[unit]/[code]", "/aleris/entry/2023/aleris/heating", "auditor"),
  seen("/[org]/tasks", "/aleris/tasks", "contributor"),
  seen("/[org]/requests", "/aleris/requests"),
  seen("/[org]/requests", "/aleris/requests?year=2023", "manager"),
  seen("/[org]/requests/new", "/aleris/requests/new"),
  seen("/[org]/entry/[year]/[unit]/submit", "/aleris/entry/2024/koebenhavn/submit", "contributor"),
  seen("/[org]/review/[year]", "/aleris/review/2024"),
  seen("/[org]/review/[year]", "/aleris/review/2024?unit=esbjerg", "auditor"),
  seen("/[org]/review/[year]/[unit]/[code]", "/aleris/review/2024/esbjerg/heating"),
  seen("/[org]/import", "/aleris/import"),
  seen("/[org]/reports", "/aleris/reports"),
  seen("/[org]/reports/pictures", "/aleris/reports/pictures"),
  seen("/[org]/reports/[year]", "/aleris/reports/2023", "controller", "report.spec.ts"),
  seen("/[org]/reports/[year]", "/aleris/reports/2022"),
  seen("/[org]/reports/[year]/edit", "/aleris/reports/2024/edit"),
  seen("/[org]/reports/[year]/edit", "/aleris/reports/2023/edit?section=society&view=add"),
  seen("/[org]/reports/[year]/check", "/aleris/reports/2023/check"),
  seen("/[org]/reports/[year]/editions", "/aleris/reports/2023/editions"),
  seen("/[org]/factors", "/aleris/factors"),
  seen("/[org]/factors/[code]", "/aleris/factors/electricity-location"),
  seen("/[org]/factors/new", "/aleris/factors/new"),
  seen("/[org]/factors/import", "/aleris/factors/import"),
  seen("/[org]/setup", "/aleris/setup"),
  seen("/[org]/setup/organisation", "/aleris/setup/organisation"),
  seen("/[org]/setup/periods", "/aleris/setup/periods"),
  seen("/[org]/setup/org-units", "/aleris/setup/org-units"),
  seen("/[org]/setup/org-units/[unit]", "/aleris/setup/org-units/ringsted"),
  seen("/[org]/setup/pillars", "/aleris/setup/pillars"),
  seen("/[org]/setup/pillars/new", "/aleris/setup/pillars/new"),
  seen("/[org]/setup/pillars/[pillar]", "/aleris/setup/pillars/producer"),
  seen("/[org]/setup/kpis", "/aleris/setup/kpis"),
  seen("/[org]/setup/kpis/new", "/aleris/setup/kpis/new"),
  seen("/[org]/setup/kpis/[code]", "/aleris/setup/kpis/waste"),
  seen("/[org]/organisations/new", "/aleris/organisations/new", "admin"),
  seen("/[org]/setup/file", "/aleris/setup/file"),
  seen("/[org]/setup/kpi-library", "/aleris/setup/kpi-library?set=vsme"),
  seen("/[org]/agreements", "/aleris/agreements"),
  seen("/[org]/agreements/[period]", "/region-midtjylland/agreements/2025-2026", "regionController"),
  seen("/[org]/agreements/[period]/overview", "/region-midtjylland/agreements/2025-2026/overview", "regionManager"),
  seen(
    "/[org]/agreements/[period]/tracks/[track]",
    "/region-midtjylland/agreements/2025-2026/tracks/utilities",
    "regionSpecialist",
  ),
  seen(
    "/[org]/agreements/[period]/units/[unit]",
    "/region-midtjylland/agreements/2025-2026/units/regionsapoteket",
    "regionContributor",
  ),
  seen(
    "/[org]/agreements/[period]/units/[unit]",
    "/region-midtjylland/agreements/2025-2026/units/psykiatrien",
    "regionManager",
  ),
  seen(
    "/[org]/agreements/[period]/units/[unit]/hand-on",
    "/region-midtjylland/agreements/2025-2026/units/midtvask/hand-on",
    "regionController",
  ),
  seen(
    "/[org]/agreements/[period]/units/[unit]/commitments/[id]",
    "/region-midtjylland/agreements/2025-2026/units/midtvask/commitments/{commitment}",
    "regionController",
  ),
  seen("/[org]/agreements/due", "/region-midtjylland/agreements/due", "regionController"),
  seen("/[org]/agreements/catalogue", "/region-midtjylland/agreements/catalogue", "regionController"),
  seen(
    "/[org]/agreements/catalogue/[initiative]",
    "/region-midtjylland/agreements/catalogue/genbrugskitler",
    "regionManager",
  ),
  seen("/[org]/agreements/catalogue/new", "/region-midtjylland/agreements/catalogue/new", "regionController"),
  seen("/[org]/agreements/setup", "/region-midtjylland/agreements/setup", "regionController"),
  seen("/[org]/audit", "/aleris/audit", "auditor"),
  seen("/[org]/assurance/[year]", "/aleris/assurance/2024", "auditor"),
  seen("/[org]/assurance/[year]", "/aleris/assurance/2022"),
  seen("/[org]/assurance/[year]/[item]", "/aleris/assurance/2024/{sampled}", "auditor"),
  seen("/[org]/restatements", "/aleris/restatements"),
  seen("/[org]/restatements/new", "/aleris/restatements/new?kpi=heating&year=2022"),
  seen("/[org]/restatements/new", "/aleris/restatements/new?what=counting&kpi=heating&year=2022"),
  seen("/[org]/users", "/aleris/users", "admin"),
  seen("/[org]/users/invite", "/aleris/users/invite", "admin"),
  seen("/[org]/users/[user]", "/aleris/users/{user}", "admin"),
  seen("/_not-found", "/aleris/nowhere"),
];

/** Pages of the build that only lead on, or that nobody sees in the demo, with the reason. */
export const notSeen: Record<string, string> = {
  "/": "leads on",
  "/[org]": "leads on while there is a reporting year; without one in users.spec.ts",
  "/[org]/entry": "leads on while there is a reporting year; without one in users.spec.ts",
  "/[org]/import/[id]": "there is none in the demo; tests of the import look at it",
  "/[org]/agreements/[period]/units/[unit]/commitments/new": "only in a draft: agreement.spec.ts",
  "/setup": "only without any account: users.spec.ts",
  "/[org]/reports/[year]/editions/[number]": "there is none in the demo: edition.spec.ts publishes some",
  "/print/agreement/[ticket]": "an agreement's document, for the printer alone: agreement.spec.ts",
  "/[org]/reports/[year]/preview": "the report page's document, in the frame beside what is written: composer.spec.ts",
  "/print/[ticket]": "the report page's document, for the printer alone: report.spec.ts",
};

/** The address of a page. `invitation`: path of an open one. */
export async function addressOf({ path }: Sight, invitation: () => Promise<string>): Promise<string> {
  if (path === "{invitation}") return invitation();
  if (path.includes("{sampled}")) {
    const [item] = await demoRows<{ id: string }>(
      `select i.id from "AssuranceItem" i join "AssuranceSample" s on s.id = i."sampleId" where s.seed = 'aleris 2024' order by i.position offset 1`,
    );
    return path.replace("{sampled}", item!.id);
  }
  if (path.includes("{commitment}")) {
    const [one] = await demoRows<{ id: string }>(
      `select c.id from "Commitment" c join "Agreement" a on a.id = c."agreementId" join "OrgUnit" u on u.id = a."orgUnitId"
       join "AgreementPeriod" p on p.id = a."periodId" where u.code = 'midtvask' and p.code = '2025-2026' order by c.position limit 1`,
    );
    return path.replace("{commitment}", one!.id);
  }
  if (!path.includes("{user}")) return path;
  const [contributor] = await demoRows<{ id: string }>(
    `select id from "User" where email = 'contributor@demo.example'`,
  );
  return path.replace("{user}", contributor!.id);
}

/** Waits until everything that is drawn after the page is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const charts = [...document.querySelectorAll("[data-chart]")];
    const grids = [...document.querySelectorAll("table[role=grid]")];
    return (
      charts.every((chart) => chart.getAttribute("data-chart") === "drawn") &&
      grids.every((grid) => grid.getAttribute("data-ready") === "true")
    );
  });
}
