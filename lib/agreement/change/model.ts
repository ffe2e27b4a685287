import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";

/** Who changes something of an agreement, in which organisation, and how far that person's hand reaches. */
export type AgreementActor = {
  organisationId: string;
  actorId: string;
  /** Org units the person acts for; null: all of them. */
  reach: string[] | null;
  /** Acts for the central function. */
  isCentral: boolean;
  /** Acts for org units: what an administrator or controller who is nothing else does not. */
  isOfUnit: boolean;
};

/** The actor behind what the policy has let in. */
export function agreementActor({ organisation, user, roles, orgUnitIds }: Access): AgreementActor {
  return {
    organisationId: organisation.id,
    actorId: user.id,
    reach: orgUnitIds,
    isCentral: may(roles, "agreement.govern"),
    isOfUnit: roles.includes("contributor"),
  };
}

/** Whether the person may change what an org unit has agreed: the own people, or the central function. */
export function mayChange({ reach, isCentral, isOfUnit }: AgreementActor, orgUnitId: string): boolean {
  return isCentral || (isOfUnit && (reach === null || reach.includes(orgUnitId)));
}

/** Whether the person may sign for an org unit: only its own people. */
export function maySignForUnit({ reach, isOfUnit }: AgreementActor, orgUnitId: string): boolean {
  return isOfUnit && (reach === null || reach.includes(orgUnitId));
}
