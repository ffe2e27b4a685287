import fc from "fast-check";
import { expect, it } from "vitest";
import { distinctNames } from "@/lib/kpi/name/model";

it("KPIs of one name are told apart by their unit of measure, the others keep their name", () => {
  const kpis = [
    { code: "waste-recycled", name: "Affald til genanvendelse", unitOfMeasure: "t" },
    { code: "waste-recycled-share", name: "affald til genanvendelse", unitOfMeasure: "%" },
    { code: "water", name: "Vand", unitOfMeasure: "m³" },
    { code: "old-power", name: "El", unitOfMeasure: "MWh" },
    { code: "power", name: "El", unitOfMeasure: "MWh" },
  ];
  expect([...distinctNames(kpis, "da").values()]).toEqual([
    "Affald til genanvendelse (t)",
    "affald til genanvendelse (%)",
    "Vand",
    "El (old-power)",
    "El (power)",
  ]);
});

it("no two KPIs share a name, whatever they are called", () => {
  const kpi = fc.record({
    code: fc.constantFrom("a", "b", "c", "d", "e"),
    name: fc.constantFrom("El", "el", "Vand"),
    unitOfMeasure: fc.constantFrom("t", "%", "MWh"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(kpi, { selector: ({ code }) => code }), (kpis) => {
      const names = [...distinctNames(kpis, "en").values()].map((name) => name.toLowerCase());
      expect(new Set(names).size).toBe(kpis.length);
    }),
  );
});
