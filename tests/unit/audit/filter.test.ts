import { describe, expect, test } from "vitest";
import { auditQuery, startOfDay } from "@/lib/audit/model";
import { auditFilterSchema } from "@/lib/audit/schema";

describe("the filter of the audit trail", () => {
  test("comes back from its own address", () => {
    const filter = auditFilterSchema.parse({ room: "value", door: "page", from: "2024-03-01", before: "42" });
    expect(filter).toEqual({ room: "value", actorId: null, door: "page", from: "2024-03-01", to: null, before: 42 });
    expect(auditFilterSchema.parse(Object.fromEntries(new URLSearchParams(auditQuery(filter))))).toEqual(filter);
  });

  test.each([{ room: "a.b" }, { door: "window" }, { from: "31.12.2024" }, { before: "-1" }, { actorId: ["x", "y"] }])(
    "sets no limit by %j",
    (asked) => {
      expect(Object.values(auditFilterSchema.parse(asked))).toEqual([null, null, null, null, null, null]);
    },
  );

  test.each([
    ["2024-01-15", "2024-01-14T23:00:00.000Z"],
    ["2024-07-15", "2024-07-14T22:00:00.000Z"],
    ["2024-03-31", "2024-03-30T23:00:00.000Z"],
    ["2024-10-27", "2024-10-26T22:00:00.000Z"],
  ])("begins %s in Copenhagen at %s", (day, instant) => {
    expect(startOfDay(day, "Europe/Copenhagen").toISOString()).toBe(instant);
  });

  test("knows a zone without an offset", () => {
    expect(startOfDay("2024-01-15", "UTC").toISOString()).toBe("2024-01-15T00:00:00.000Z");
  });
});
