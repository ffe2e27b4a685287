import fc from "fast-check";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { agreementText, hashOf, linesOfText, type TextContent } from "@/lib/agreement/text/model";
import { textWords } from "@/lib/agreement/text/queries";

const content = (text: string, more: Partial<TextContent> = {}): TextContent => ({
  organisation: "Region",
  centralFunction: "Central",
  strategy: "Strategi",
  orgUnit: "Sygehuset",
  period: "2025–2026",
  edition: 1,
  kind: "agreement",
  reason: "",
  succession: null,
  tracks: [
    {
      name: "Cirkulær økonomi",
      required: [],
      own: [
        {
          text,
          responsible: "Driftsleder",
          deadline: "31. december 2026",
          measuredBy: "milepæle",
          milestones: ["Plan (30. juni 2025)"],
          expectedEffect: "Restaffald −12 t",
        },
      ],
    },
  ],
  ...more,
});

describe("the text of an agreement", () => {
  it("reads as headings, items and their details", () => {
    const lines = linesOfText(agreementText(content("Vaskbare kitler"), textWords()));
    expect(lines[0]).toEqual({ kind: "title", text: "Aftale om bæredygtighed, Sygehuset 2025–2026" });
    const at = lines.findIndex(({ kind }) => kind === "item");
    expect(lines.slice(at).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "item Vaskbare kitler",
      "detail Ansvarlig: Driftsleder",
      "detail Frist: 31. december 2026",
      "detail Måles ved: milepæle",
      "detail Milepæl: Plan (30. juni 2025)",
      "detail Ventet effekt: Restaffald −12 t",
    ]);
  });

  it("says why it changes another, and who carries on what", () => {
    const amended = agreementText(
      content("x", { kind: "amendment", edition: 2, reason: "Ny leverandør" }),
      textWords(),
    );
    expect(amended).toContain("Udgave 2 ændrer den tidligere underskrevne tekst. Begrundelse: Ny leverandør");
    const succession = { from: "1. januar 2026", parts: [{ commitment: "x", orgUnit: "Nord" }] };
    const handed = agreementText(
      content("x", { kind: "succession", edition: 2, reason: "Lukker", succession }),
      textWords(),
    );
    expect(handed).toContain("- Nord fører videre: x\n");
  });

  it("keeps what somebody wrote on its own line, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const text = agreementText(content(typed), textWords());
        const items = linesOfText(text).filter(({ kind }) => kind === "item");
        expect(items).toEqual([{ kind: "item", text: typed.replace(/\s+/g, " ").trim() }]);
      }),
    );
  });

  it("is the same for the same content, with the hash sha256sum would print", () => {
    const text = agreementText(content("Kitler"), textWords());
    expect(agreementText(content("Kitler"), textWords())).toBe(text);
    expect(hashOf(text)).toBe(createHash("sha256").update(Buffer.from(text, "utf8")).digest("hex"));
    expect(hashOf(text)).not.toBe(hashOf(`${text} `));
  });
});
