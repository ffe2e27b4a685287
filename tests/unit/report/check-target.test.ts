import { describe, expect, it } from "vitest";
import { saidOf } from "../../factories/check-draft";

const executive = "Køn, direktion (m/k)";
const middle = "Køn, mellemledere (m/k)";

describe("a number stated as a target", () => {
  it.each([
    // The targets are 60/40 and 50/50, and 20 % of waste recycled in 2024.
    [
      "Målet for direktionen er 50/50 og for mellemlederne 40/60.",
      [
        `targetDiffers | ${executive} | 60/40 | {{kpi:gender-executive target}}`,
        `targetDiffers | ${middle} | 50/50 | {{kpi:gender-middle target}}`,
      ],
    ],
    [
      "Målet er 60/40 i direktionen og 50/50 i mellemledergruppen.",
      [
        `bindable | ${executive} | {{kpi:gender-executive target}}`,
        `bindable | ${middle} | {{kpi:gender-middle target}}`,
      ],
    ],
    ["Genanvendelsen skal være 20 % i 2025.", ["targetYear | Affald til genanvendelse | 20"]],
    ["Vi vil genanvende 20 % af affaldet i 2025.", ["targetYear | Affald til genanvendelse | 20"]],
    [
      "Genanvendelsen skal være 30 % i 2024.",
      ["targetDiffers | Affald til genanvendelse | 20 | {{kpi:waste-recycled-share target}}"],
    ],
    ["Vi vil have 50 % økologi i 2024.", ["bindable | Økologi i køkkenerne | {{kpi:organic-share target}}"]],
  ])("%s", (text, expected) => expect(saidOf(text)).toEqual(expected));

  it("in English as well", () =>
    expect(saidOf("We will recycle 20 % of our waste by 2025.", { locale: "en" })).toEqual([
      "targetYear | Waste recycled | 20",
    ]));

  it.each([
    // What was reached stands beside the target and is no second one.
    ["Målet for direktionen er 60/40 og i dag 75/25.", `bindable | ${executive} | {{kpi:gender-executive}}`],
    [
      "Målet for genanvendelse er 20 % og vi nåede 16 %.",
      "bindable | Affald til genanvendelse | {{kpi:waste-recycled-share unit}}",
    ],
  ])("what was reached is none: %s", (text, expected) => expect(saidOf(text).at(-1)).toBe(expected));

  it.each([
    "Vi vil bruge 20 % mindre strøm i 2025.",
    "Vi vil øge genanvendelsen med 20 % i 2025.",
    "Strøm skal være 100 % vedvarende i 2025.",
  ])("how much more, and something else, is none: %s", (text) => expect(saidOf(text)).toEqual([]));
});
