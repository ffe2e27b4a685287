/** What the demo's database holds, read beside the application: ids to ask for, and names that must not be seen. */
import { join } from "node:path";
import { withClient } from "../../lib/database/connection";
import { pidFile } from "../../lib/database/embedded-leftovers";
import { keptSecret } from "../../lib/operation/secret";
import { textsOf } from "./messages";

type Slug = "aleris" | "region-midtjylland";

/** An organisation of the demo. `names`: of its org units and KPIs in both languages, which nobody outside may read, but for words the interface itself uses. */
export type OrganisationFacts = {
  id: string;
  slug: Slug;
  names: string[];
  years: number[];
  reportYears: number[];
  orgUnits: { id: string; code: string; isRoot: boolean }[];
  kpis: { id: string; code: string }[];
  people: { id: string; email: string }[];
  block: { id: string } | null;
};

const words = [...textsOf("da").values(), ...textsOf("en").values()].join("\n");

/** Address of the demo's database, as its owner. */
export function demoUrl(): string {
  const home = join(process.env.E2E_HOME!, "demo");
  return `postgresql://ledestjerne:${keptSecret(home, "postgres.password")}@127.0.0.1:${pidFile(join(home, "postgres"))!.port}/postgres`;
}

/** Rows of a query on the demo's database, as its owner. */
export async function demoRows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(demoUrl(), async (client) => (await client.query<Row>(sql, values)).rows);
}

const FACTS = `
select o.id, o.slug,
  array(select u.name from "OrgUnit" u where u."organisationId" = o.id and not u."isRoot" union
    select unnest(array[v."nameDa", v."nameEn", v."shortNameDa", v."shortNameEn"]) from "KpiVersion" v where v."organisationId" = o.id) as names,
  array(select p.year from "ReportingPeriod" p where p."organisationId" = o.id order by p.year) as years,
  array(select r.year from "Report" r where r."organisationId" = o.id order by r.year) as "reportYears",
  (select json_agg(json_build_object('id', u.id, 'code', u.code, 'isRoot', u."isRoot") order by u.code) from "OrgUnit" u where u."organisationId" = o.id) as "orgUnits",
  (select json_agg(json_build_object('id', k.id, 'code', k.code) order by k.code) from "Kpi" k where k."organisationId" = o.id) as kpis,
  (select json_agg(distinct jsonb_build_object('id', u.id, 'email', u.email)) from "User" u join "Membership" m on m."userId" = u.id where m."organisationId" = o.id) as people,
  (select json_build_object('id', b.id) from "Block" b join "Section" s on s.id = b."sectionId" join "Report" r on r.id = s."reportId" where r."organisationId" = o.id limit 1) as block
from "Organisation" o where o.slug = $1`;

/** The facts of one organisation as they are now. */
export async function factsOf(slug: Slug): Promise<OrganisationFacts> {
  const [facts] = await demoRows<OrganisationFacts>(FACTS, [slug]);
  return { ...facts!, names: facts!.names.filter((name) => !words.includes(name)) };
}

/** Which of the names a text contains. */
export function namesIn(text: string, names: readonly string[]): string[] {
  return names.filter((name) => text.includes(name));
}
