import { describe, expect, it } from "vitest";
import { nameIn, renamed } from "@/lib/setup/organisation/name/model";

const organisation = { name: "Nordlys", nameEn: "Northern Lights", currency: "DKK" };

describe("an organisation's name", () => {
  it("is the English one on English pages only, where there is one", () => {
    expect([
      nameIn(organisation, "da"),
      nameIn(organisation, "en"),
      nameIn({ ...organisation, nameEn: "" }, "en"),
    ]).toEqual(["Nordlys", "Northern Lights", "Nordlys"]);
  });

  it("keeps its English one as long as it is the same", () => {
    expect(renamed(organisation, "Nordlys")).toEqual(organisation);
    expect(renamed(organisation, "Sydlys")).toEqual({ name: "Sydlys", nameEn: "", currency: "DKK" });
  });
});
