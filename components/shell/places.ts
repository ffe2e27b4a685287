import { may, type Permission, type Role } from "@/lib/access/policy";

/** A place of the rail; every page of an organisation belongs to one. */
export type Place =
  | "dashboard"
  | "kpis"
  | "tasks"
  | "entry"
  | "requests"
  | "review"
  | "reports"
  | "agreements"
  | "restatements"
  | "assurance"
  | "factors"
  | "setup"
  | "audit"
  | "users";

const places: { place: Place; permission: Permission; href: (org: string, year: number) => string }[] = [
  { place: "dashboard", permission: "figure.read", href: (org, year) => `/${org}/dashboard/${year}` },
  { place: "kpis", permission: "figure.read", href: (org, year) => `/${org}/kpis?year=${year}` },
  { place: "tasks", permission: "task.read", href: (org) => `/${org}/tasks` },
  { place: "entry", permission: "entry.read", href: (org) => `/${org}/entry` },
  { place: "requests", permission: "request.read", href: (org) => `/${org}/requests` },
  { place: "review", permission: "review.read", href: (org, year) => `/${org}/review/${year}` },
  { place: "reports", permission: "report.read", href: (org, year) => `/${org}/reports/${year}` },
  { place: "agreements", permission: "agreement.read", href: (org) => `/${org}/agreements` },
  { place: "restatements", permission: "figure.read", href: (org) => `/${org}/restatements` },
  { place: "factors", permission: "factor.read", href: (org) => `/${org}/factors` },
  { place: "setup", permission: "setup.edit", href: (org) => `/${org}/setup` },
  { place: "assurance", permission: "assurance.read", href: (org, year) => `/${org}/assurance/${year}` },
  { place: "audit", permission: "audit.read", href: (org) => `/${org}/audit` },
  { place: "users", permission: "user.manage", href: (org) => `/${org}/users` },
];

/** The places somebody may go to, with their addresses in that year; agreements only where the organisation makes some. */
export function placesFor(
  { roles, organisation }: { roles: readonly Role[]; organisation: { slug: string; hasAgreements?: boolean } },
  year: number,
): { place: Place; href: string }[] {
  return places
    .filter(({ place, permission }) => may(roles, permission) && (place !== "agreements" || organisation.hasAgreements))
    .map(({ place, href }) => ({ place, href: href(organisation.slug, year) }));
}

/** Where another year of the same place is; a place without years leads to that year's overview. */
export function yearPath(place: Place, org: string, year: number): string {
  const own: Place[] = ["dashboard", "entry", "review", "reports", "assurance"];
  return `/${org}/${own.includes(place) ? place : "dashboard"}/${year}`;
}
