import type { AgreementAct, AgreementState, AgreementTextKind } from "@/lib/database/generated/enums";

/** How far an agreement is, in the order of its life. */
export const agreementStates = ["draft", "proposed", "approved", "signed", "closed", "handedOn"] as const;

/** Everything that can be done to an agreement as a whole. */
export const agreementActs = ["propose", "return", "approve", "sign", "amend", "handOn", "close"] as const;

/** Whose act it is: the org unit's own people, the central function, or either. */
export type ActBy = "unit" | "central" | "either";

type Act = { from: readonly AgreementState[]; by: ActBy };

/**
 * The closed machine: from where an act leads, and whose it is. A signature leads on only when it is the second one,
 * and then where the text leads: a succession ends the agreement, everything else puts it in force.
 */
export const acts: Record<AgreementAct, Act> = {
  propose: { from: ["draft"], by: "unit" },
  return: { from: ["proposed", "approved"], by: "central" },
  approve: { from: ["proposed"], by: "central" },
  sign: { from: ["approved"], by: "either" },
  amend: { from: ["signed"], by: "either" },
  handOn: { from: ["signed"], by: "central" },
  close: { from: ["signed"], by: "central" },
};

/** What a step starts from. `kind`: of the edition under way; `signatures`: on its text, the new one included. */
export type Standing = { state: AgreementState; kind: AgreementTextKind; signatures: number };

/** Where an act leads, or null where it is no step from there. */
export function stateAfter(act: AgreementAct, { state, kind, signatures }: Standing): AgreementState | null {
  if (!acts[act].from.includes(state)) return null;
  switch (act) {
    case "propose":
      return "proposed";
    case "return":
    case "amend":
      return "draft";
    case "approve":
    case "handOn":
      return "approved";
    case "sign":
      if (signatures < 2) return "approved";
      return kind === "succession" ? "handedOn" : "signed";
    case "close":
      return "closed";
  }
}

/** The acts that are steps from a state, in the order in which they are offered. */
export function actsFrom(state: AgreementState): AgreementAct[] {
  return agreementActs.filter((act) => acts[act].from.includes(state));
}

/** Whether a text of the agreement has been in force: signed once, whatever is being changed now. */
export function wasSigned({ state, edition }: { state: AgreementState; edition: number }): boolean {
  return edition > 1 || state === "signed" || state === "closed" || state === "handedOn";
}

/** Whether it can be said how far the commitments are: from the first signature on until the end. */
export function isFollowed(agreement: { state: AgreementState; edition: number }): boolean {
  return wasSigned(agreement) && agreement.state !== "closed" && agreement.state !== "handedOn";
}
