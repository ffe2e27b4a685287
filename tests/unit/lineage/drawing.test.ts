import { describe, expect, it } from "vitest";
import { waterfallSvg } from "@/components/lineage/driver-drawing";

describe("the waterfall as a drawing", () => {
  const step = { name: 'El <script>alert(1)</script> & "co"', how: "3 → 4 MWh", look: "up" as const, text: "+1" };
  const drawn = waterfallSvg({
    ...{ title: "Scope 2 steg 1 t", subtitle: "Scope 2, t", note: "Delene giver ændringen.", faces: "" },
    steps: [{ ...step, bar: { left: 50, width: 25 } }],
  });

  it("holds every word, and none of them as an element", () => {
    expect(drawn).toContain("Scope 2 steg 1 t");
    expect(drawn).toContain("3 → 4 MWh");
    expect(drawn).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;");
    expect(drawn).not.toContain("<script");
  });

  it("places bars from zero, in the room between names and values", () => {
    const [, x, width] = /<rect x="([\d.]+)" y="\d+" width="([\d.]+)"/.exec(drawn)!;
    expect([Number(x), Number(width)]).toEqual([24 + 270 + 0.5 * 352, 0.25 * 352]);
  });
});
