import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { signInSchema } from "@/lib/session/schema";
import { isFree, isSlug } from "@/lib/user/setup/model";
import { setupSchema } from "@/lib/user/setup/schema";

describe("an organisation's word in addresses", () => {
  it.each(["aleris", "region-midtjylland", "a1"])("may be %s", (slug) =>
    expect(isSlug(slug) && isFree(slug)).toBe(true),
  );
  it.each(["", "a", "Aleris", "aleris ", "-aleris", "aleris-", "a--b", "æøå", "a/b", "..", "a.b", "a".repeat(41)])(
    "may not be %j",
    (slug) => expect(isSlug(slug)).toBe(false),
  );

  it("is none of the application's own addresses", () => {
    const own = readdirSync("app", { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && /^[a-z]/.test(entry.name),
    );
    expect(own.map(({ name }) => name)).toContain("sign-in");
    expect(own.filter(({ name }) => isFree(name)).map(({ name }) => name)).toEqual([]);
  });
});

describe("forms", () => {
  const asForm = (fields: Record<string, string>) =>
    Object.entries(fields).reduce((form, [name, value]) => (form.set(name, value), form), new FormData());
  const setup = {
    organisation: " Prøve A/S ",
    slug: "proeve",
    name: "Anna",
    email: "Anna@Firma.DK",
    password: "tolv trætte tårne",
  };

  it("are read as people fill them in", () => {
    expect(setupSchema.parse(asForm(setup))).toEqual({ ...setup, organisation: "Prøve A/S", email: "anna@firma.dk" });
    expect(signInSchema.parse(asForm({ email: "a@b.dk", password: " x ", $ACTION_REF_1: "" }))).toEqual({
      email: "a@b.dk",
      password: " x ",
      next: "/",
    });
  });

  it.each([
    [{ ...setup, name: "   " }, "user.nameMissing"],
    [{ ...setup, name: "Anna\u0000" }, "access.brokenText"],
    [{ ...setup, name: "a".repeat(121) }, "access.tooLong"],
    [{ ...setup, email: "" }, "access.emailMissing"],
    [{ ...setup, email: "anna" }, "access.emailWrong"],
    [{ ...setup, slug: "setup" }, "user.slugTaken"],
    [{ ...setup, password: "" }, "access.passwordMissing"],
    [{ ...setup, password: "x".repeat(513) }, "access.passwordLong"],
  ])("refuse %j with %s", (fields, code) =>
    expect(setupSchema.safeParse(asForm(fields)).error?.issues.map(({ message }) => message)).toEqual([code]),
  );

  it("refuse fields they do not know, and a field sent twice", () => {
    expect(setupSchema.safeParse(asForm({ ...setup, role: "administrator" })).success).toBe(false);
    const twice = asForm(setup);
    twice.append("email", "other@firma.dk");
    expect(setupSchema.safeParse(twice).success).toBe(false);
  });
});
