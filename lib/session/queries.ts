import { createHmac, timingSafeEqual } from "node:crypto";
import type { SignedIn } from "@/lib/access/model";
import { pool } from "@/lib/database/pool";
import { IDLE_MINUTES, LONGEST_HOURS } from "./model";
import { authSecret } from "./secret";

/**
 * Everything a request needs to know of who is asking, in one round trip: the session within both limits, the
 * person, unless disabled, and each organisation with roles and a contributor's org units as the tree stands today.
 */
const LOOK_UP = `
with recursive found as (
  select s.id, s."userId", s."updatedAt" from "Session" s
  where s.token = $1 and s."expiresAt" > now() and s."createdAt" > now() - interval '${LONGEST_HOURS} hours'
), reached(org_unit_id, organisation_id) as (
  select u."orgUnitId", u."organisationId" from found
    join "Membership" m on m."userId" = found."userId" join "MembershipOrgUnit" u on u."membershipId" = m.id
  union
  select p."orgUnitId", p."organisationId" from reached r
    join "OrgUnitPlacement" p on p."parentId" = r.org_unit_id and p."organisationId" = r.organisation_id
  where p."validFrom" = (select max(q."validFrom") from "OrgUnitPlacement" q where q."orgUnitId" = p."orgUnitId" and q."validFrom" <= current_date)
)
select found.id, found."updatedAt" < now() - interval '1 minute' as idle,
  json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'locale', u.locale) as "user",
  (select coalesce(json_agg(row order by row.name), '[]') from (
    select o.name, json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'nameEn', o."nameEn", 'dataVersion', o."dataVersion"::text,
      'hasAgreements', exists (select from "Track" t where t."organisationId" = o.id)) as organisation,
      json_agg(m.role order by m.role) as roles,
      (select coalesce(json_agg(r.org_unit_id), '[]') from reached r where r.organisation_id = o.id) as "orgUnitIds"
    from "Membership" m join "Organisation" o on o.id = m."organisationId" where m."userId" = u.id group by o.id
  ) row) as memberships
from found join "User" u on u.id = found."userId" where u."disabledAt" is null`;

const MOVE_IDLE_LIMIT = `
update "Session" set "updatedAt" = now(), "expiresAt" = now() + interval '${IDLE_MINUTES} minutes'
where id = $1 and "expiresAt" > now() and "updatedAt" < now() - interval '1 minute'`;

type Row = { id: string; idle: boolean; user: SignedIn["user"]; memberships: SignedIn["memberships"] };

/** The session that belongs to the cookie, or null. Its use moves the idle limit ahead, at most once a minute. */
export async function findSession(cookie: string): Promise<SignedIn | null> {
  const token = signedToken(cookie);
  if (!token) return null;
  const { rows } = await pool().query<Row>({ name: "session", text: LOOK_UP, values: [token] });
  const row = rows[0];
  if (!row) return null;
  if (row.idle) await pool().query(MOVE_IDLE_LIMIT, [row.id]);
  const memberships = row.memberships.map(({ organisation, roles, orgUnitIds }) => ({
    organisation,
    roles,
    orgUnitIds,
  }));
  return { sessionId: row.id, user: row.user, memberships };
}

/** The token of a cookie the sign-in library signed (HMAC-SHA256 over it, base64, after the last full stop), or null when the signature is not ours. */
export function signedToken(cookie: string): string | null {
  const dot = cookie.lastIndexOf(".");
  if (dot < 1) return null;
  const token = cookie.slice(0, dot);
  const expected = createHmac("sha256", authSecret()).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** Whether anybody has an account yet; the first one is made on the set-up page. */
export async function hasUsers(): Promise<boolean> {
  const { rows } = await pool().query<{ some: boolean }>('select exists (select from "User") as some');
  return rows[0]!.some;
}

/** The language a person chose for the account, or null for nobody. */
export async function findLocale(email: string): Promise<string | null> {
  const { rows } = await pool().query<{ locale: string }>('select locale from "User" where email = $1', [email]);
  return rows[0]?.locale ?? null;
}
