import type { Role } from "./policy";

/** An organisation as whoever belongs to it carries it along. `hasAgreements`: it makes agreements, or has begun to set them up. */
export type MemberOf = {
  id: string;
  slug: string;
  name: string;
  nameEn?: string;
  dataVersion: string;
  hasAgreements?: boolean;
};

/** A person's membership of one organisation, as the session lookup finds it. */
export type Membership = {
  organisation: MemberOf;
  roles: Role[];
  /** The org units a contributor was given, with everything below them today. */
  orgUnitIds: string[];
};

/** Whoever has a good session. */
export type SignedIn = {
  sessionId: string;
  user: { id: string; name: string; email: string; locale: string };
  memberships: Membership[];
};

/** What a page, handler or action may know of who is asking, for one organisation. */
export type Access = {
  user: { id: string; name: string; email: string };
  organisation: MemberOf;
  roles: Role[];
  /** The org units the person may enter values for, with everything below them; null: every org unit. */
  orgUnitIds: string[] | null;
  /** All organisations the person has a role in, to switch between. */
  organisations: { slug: string; name: string; nameEn?: string }[];
};

/** What the signed-in person is in the organisation of that slug, or null without a role there. */
export function accessTo(signedIn: SignedIn, slug: string): Access | null {
  const membership = signedIn.memberships.find(({ organisation }) => organisation.slug === slug);
  if (!membership) return null;
  const { id, name, email } = signedIn.user;
  return {
    user: { id, name, email },
    organisation: membership.organisation,
    roles: membership.roles,
    orgUnitIds: reach(membership),
    organisations: signedIn.memberships.map(({ organisation }) => ({
      slug: organisation.slug,
      name: organisation.name,
      nameEn: organisation.nameEn,
    })),
  };
}

/** Whether the person may enter values for the org unit: a contributor's scope, or everything. */
export function coversOrgUnit(access: Pick<Access, "orgUnitIds">, orgUnitId: string): boolean {
  return access.orgUnitIds === null || access.orgUnitIds.includes(orgUnitId);
}

/** A contributor is bound to named org units, unless another role of the same person enters for all. */
function reach({ roles, orgUnitIds }: Membership): string[] | null {
  const bound = roles.includes("contributor") && !roles.includes("controller") && !roles.includes("administrator");
  return bound ? orgUnitIds : null;
}
