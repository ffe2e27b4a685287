import type { Access } from "@/lib/access/model";

/** Who sets up which organisation, from what the policy has let in. */
export function setterOf({ organisation, user }: Access): { organisationId: string; actorId: string } {
  return { organisationId: organisation.id, actorId: user.id };
}
