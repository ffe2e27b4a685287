import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvalStates, refusalIn, stateOf, unapproved, verdicts } from "@/lib/approval/model";

const now = { version: 3, definition: "a" };

describe("the state of a value", () => {
  it.each([
    [null, "draft"],
    [{ verdict: "submitted", version: 3, definition: "a" }, "submitted"],
    [{ verdict: "approved", version: 3, definition: "a" }, "approved"],
    [{ verdict: "returned", version: 3, definition: "a" }, "returned"],
    // Changed after the approval, or while it waited: it waits by itself.
    [{ verdict: "approved", version: 2, definition: "a" }, "submitted"],
    [{ verdict: "submitted", version: 1, definition: "a" }, "submitted"],
    // Changed after it was returned: whoever changed it says when it is finished.
    [{ verdict: "returned", version: 2, definition: "a" }, "draft"],
    // Another definition asks anew, whatever was said.
    [{ verdict: "approved", version: 3, definition: "b" }, "draft"],
    [{ verdict: "returned", version: 3, definition: "b" }, "draft"],
  ] as const)("after %j is %s", (latest, state) => expect(stateOf(latest, now)).toBe(state));

  it("is approved only by an approval of this very version under this very definition", () => {
    fc.assert(
      fc.property(
        fc.option(
          fc.record({
            verdict: fc.constantFrom(...verdicts),
            version: fc.integer({ min: 1, max: 5 }),
            definition: fc.constantFrom("a", "b"),
          }),
        ),
        (latest) => {
          const isSo = latest?.verdict === "approved" && latest.version === 3 && latest.definition === "a";
          expect(stateOf(latest, now) === "approved").toBe(isSo);
        },
      ),
    );
  });
});

describe("a verdict", () => {
  it("is taken in these states only", () => {
    const matrix = approvalStates.map((state) => [state, ...verdicts.map((verdict) => refusalIn(state, verdict))]);
    expect(matrix).toEqual([
      ["draft", null, "notWaiting", "notWaiting"],
      ["returned", null, "notWaiting", "alreadySaid"],
      ["submitted", "alreadySaid", null, null],
      ["approved", "alreadySaid", "alreadySaid", null],
    ]);
  });

  it("leads to the state of its name, where it is taken", () => {
    for (const state of approvalStates)
      for (const verdict of verdicts)
        if (refusalIn(state, verdict) === null)
          expect(stateOf({ verdict, version: 3, definition: "a" }, now)).toBe(verdict);
  });
});

it("counts what is not approved", () => {
  expect(unapproved({ draft: 3, returned: 1, submitted: 8, approved: 100 })).toBe(12);
});
