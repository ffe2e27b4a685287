import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  actsFrom,
  agreementActs,
  agreementStates,
  isFollowed,
  stateAfter,
  wasSigned,
  type Standing,
} from "@/lib/agreement/life/model";

const standing = (state: Standing["state"], more: Partial<Standing> = {}): Standing => ({
  state,
  kind: "agreement",
  signatures: 0,
  ...more,
});

describe("the life of an agreement", () => {
  it("leads from draft to closed", () => {
    const way = ["propose", "approve", "sign", "close"] as const;
    const seen = way.reduce<Standing["state"][]>(
      (states, act) => [...states, stateAfter(act, standing(states.at(-1)!, { signatures: 2 }))!],
      ["draft"],
    );
    expect(seen).toEqual(["draft", "proposed", "approved", "signed", "closed"]);
  });

  it("needs both signatures, and ends where a succession is signed", () => {
    expect(stateAfter("sign", standing("approved", { signatures: 1 }))).toBe("approved");
    expect(stateAfter("sign", standing("approved", { signatures: 2, kind: "amendment" }))).toBe("signed");
    expect(stateAfter("sign", standing("approved", { signatures: 2, kind: "succession" }))).toBe("handedOn");
  });

  it("has no step after its end", () => {
    expect([actsFrom("closed"), actsFrom("handedOn")]).toEqual([[], []]);
  });

  it("is closed: whatever is done in whatever order, a signed text comes before every end", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...agreementActs), fc.integer({ min: 1, max: 2 }))), (done) => {
        let state: Standing["state"] = "draft";
        let signed = false;
        for (const [act, signatures] of done) {
          const next = stateAfter(act, standing(state, { signatures }));
          expect(next === null).toBe(!actsFrom(state).includes(act));
          if (next === null) continue;
          if (act === "sign" && signatures === 2) signed = true;
          if (next === "closed" || next === "handedOn" || next === "signed") expect(signed).toBe(true);
          state = next;
        }
      }),
    );
  });

  it("is the same list as the database's", () => {
    const folder = readdirSync("prisma/migrations").find((name) => name.endsWith("_agreements"))!;
    const sql = readFileSync(`prisma/migrations/${folder}/migration.sql`, "utf8");
    const body = /is_agreement_step[\s\S]*?IN \(([\s\S]*?)\)\n\$\$/.exec(sql)![1]!;
    const inDatabase = [...body.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, was, will]) => `${was} ${will}`);
    const inModel = agreementStates.flatMap((state) =>
      agreementActs.flatMap((act) =>
        (["agreement", "succession"] as const).flatMap((kind) =>
          [1, 2].flatMap((signatures) => {
            const next = stateAfter(act, { state, kind, signatures });
            return next && next !== state ? [`${state} ${next}`] : [];
          }),
        ),
      ),
    );
    expect([...new Set(inModel)].sort()).toEqual(inDatabase.sort());
  });

  it("is followed up from the first signatures to the end, an amendment under way included", () => {
    expect(isFollowed({ state: "approved", edition: 1 })).toBe(false);
    expect(isFollowed({ state: "signed", edition: 1 })).toBe(true);
    expect(isFollowed({ state: "draft", edition: 2 })).toBe(true);
    expect(isFollowed({ state: "closed", edition: 2 })).toBe(false);
    expect(wasSigned({ state: "closed", edition: 1 })).toBe(true);
  });
});
