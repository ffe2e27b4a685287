import { describe, expect, it } from "vitest";
import { readSetup } from "@/lib/setup/file/text/model";
import { firstSetup } from "@/lib/user/setup/file/model";

const organisation = { name: "Nordlys A/S", year: 2026 };
const file = (more = "") => `format: ledestjerne-setup
version: 1
organisation:
  name: Aleris Danmark
  country: DK
  currency: DKK
  suppressBelowCases: 5
  suppressBelowReplies: 10
  materialityPercent: "5"
${more}`;

describe("a set-up file the first organisation begins with", () => {
  it("is taken under the name that was given on the page", () => {
    const first = firstSetup(file("  fourEyes: chosen\n"), organisation);
    const read = first.ok ? readSetup(first.text) : null;
    expect(read).toMatchObject({ ok: true, setup: { organisation: { name: "Nordlys A/S", fourEyes: "chosen" } } });
  });

  it("is refused with the place of every fault, before anything is made", () => {
    expect(firstSetup(file().replace("version: 1", "version: 2"), organisation)).toMatchObject({
      ok: false,
      problems: [{ path: "version", line: 2 }],
    });
    const unknown = firstSetup(file("  fteKpi: nobody\n"), organisation);
    expect(unknown).toMatchObject({ ok: false, problems: [{ code: expect.stringContaining("unknownKpi") }] });
    expect(firstSetup("a: [", organisation).ok).toBe(false);
  });
});
