import { describe, expect, it } from "vitest";
import { accessTo, coversOrgUnit, type SignedIn } from "@/lib/access/model";
import { requireOrgUnit } from "@/lib/access/org-unit";
import { may, permissions, roles, type Permission, type Role } from "@/lib/access/policy";

describe("the policy", () => {
  it("admits each role to exactly these permissions", () => {
    const matrix = permissions.map(
      (permission) =>
        `${permission.padEnd(15)} ${roles.map((role) => (may([role], permission) ? role : "-")).join(" ")}`,
    );
    expect(matrix).toEqual([
      "figure.read     contributor controller manager auditor administrator",
      "history.read    - controller manager auditor administrator",
      "factor.read     contributor controller manager auditor administrator",
      "factor.edit     - controller - - administrator",
      "entry.read      contributor controller manager auditor administrator",
      "value.save      contributor controller - - administrator",
      "cell.read       contributor controller manager auditor administrator",
      "evidence.read   contributor controller manager auditor administrator",
      "evidence.add    contributor controller - - administrator",
      "evidence.withdraw contributor controller - - administrator",
      "discussion.write contributor controller - - administrator",
      "value.restore   contributor controller - - administrator",
      "value.submit    contributor controller - - administrator",
      "value.approve   - controller - - administrator",
      "review.read     - controller - auditor administrator",
      "period.step     - controller - - administrator",
      "year.publish    - controller - - administrator",
      "value.restate   - controller - - administrator",
      "value.import    contributor controller - - administrator",
      "coverage.edit   - controller - - administrator",
      "task.read       contributor controller - - administrator",
      "request.read    - controller manager auditor administrator",
      "request.send    - controller - - administrator",
      "report.read     contributor controller manager auditor administrator",
      "report.export   contributor controller manager auditor administrator",
      "report.edit     - controller - - administrator",
      "assurance.read  - controller - auditor administrator",
      "assurance.write - - - auditor -",
      "assurance.answer - controller - - administrator",
      "report.publish  - controller - - administrator",
      "agreement.read  contributor controller manager auditor administrator",
      "agreement.edit  contributor controller - - administrator",
      "agreement.govern - controller - - administrator",
      "agreement.assess contributor controller manager - administrator",
      "audit.read      - controller - auditor administrator",
      "setup.edit      - controller - - administrator",
      "organisation.add - - - - administrator",
      "user.manage     - - - - administrator",
    ]);
  });

  it("gives an administrator everything a controller has", () => {
    expect(
      permissions.filter((permission) => may(["controller"], permission) && !may(["administrator"], permission)),
    ).toEqual([]);
  });

  it.each(["auditor", "manager"] as const)("lets the %s change nothing", (role) => {
    const changing: Permission[] = [
      "value.save",
      "value.restore",
      "value.submit",
      "value.approve",
      "period.step",
      "year.publish",
      "value.restate",
      "value.import",
      "evidence.add",
      "evidence.withdraw",
      "discussion.write",
      "task.read",
      "request.send",
      "report.edit",
      "report.publish",
      "agreement.edit",
      "agreement.govern",
      "user.manage",
    ];
    expect(changing.filter((permission) => may([role], permission))).toEqual([]);
  });

  it("adds up several roles, and gives nothing without any", () => {
    expect(may(["auditor", "contributor"], "value.save")).toBe(true);
    expect(permissions.filter((permission) => may([], permission))).toEqual([]);
  });
});

describe("access to an organisation", () => {
  const signedIn = (...held: Role[]): SignedIn => ({
    sessionId: "s",
    user: { id: "u", name: "U", email: "u@demo.example", locale: "da" },
    memberships: [
      {
        organisation: { id: "o", slug: "aleris", name: "Aleris", dataVersion: "1", hasAgreements: false },
        roles: held,
        orgUnitIds: held.includes("contributor") ? ["north"] : [],
      },
    ],
  });

  it("is none without a role there", () => expect(accessTo(signedIn("controller"), "region")).toBeNull());

  it.each<[Role[], string[] | null]>([
    [["contributor"], ["north"]],
    [["contributor", "manager"], ["north"]],
    [["contributor", "auditor"], ["north"]],
    [["contributor", "controller"], null],
    [["contributor", "administrator"], null],
    [["controller"], null],
    [["administrator"], null],
  ])("reaches, as %j, %j", (held, reach) => expect(accessTo(signedIn(...held), "aleris")?.orgUnitIds).toEqual(reach));

  it("refuses an org unit outside a contributor's reach", () => {
    const access = accessTo(signedIn("contributor"), "aleris")!;
    expect(coversOrgUnit(access, "north")).toBe(true);
    expect(() => requireOrgUnit(access, "south")).toThrowError("access.notFound");
    expect(() => requireOrgUnit({ orgUnitIds: [] }, "north")).toThrowError("access.notFound");
  });
});
