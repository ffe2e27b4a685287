import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_PASSWORD, passwordFault } from "@/lib/session/password/model";

describe("a new password", () => {
  it.each([
    "ledestjerne-hest-batteri",
    "Tolv trætte tårne",
    "correct donkey battery",
    "xK9#mQ2$vL7!",
    "пароль из четырёх слов",
    "🐝🌵🚲🎺🪁🦑🧦🪣🦚🍋🛶🧲",
    "   mellemrum er med   ",
    "827461935028",
    "7 3 9 1 8 2 6 0",
  ])("may be %s", (password) => expect(passwordFault(password)).toBeNull());

  it.each([
    "password1234",
    "Password1234!",
    "P@ssw0rd1234",
    "qwertyuiop123",
    "123456789012",
    "aaaaaaaaaaaaaaaa",
    "abcabcabcabc",
    "Sommer2024Sommer",
    "ledestjerne-demo",
    "Ledestjerne2026!",
    "Aleris-hospital-1",
    "welcomewelcome",
    "velkommen12345",
    "correcthorsebatterystaple",
    "............",
    "password 1984",
    "abcdefghijklmnop",
    "9876543210987",
    "            ",
  ])("may not be the common %j", (password) => expect(passwordFault(password)).toBe("access.passwordCommon"));

  it("may not be made of the person's name, address or organisation", () => {
    expect(passwordFault("GudrunMikkelsen1", ["gudrun.mikkelsen@firma.dk"])).toBe("access.passwordPersonal");
    expect(passwordFault("GudrunMikkelsen1")).toBeNull();
  });

  it("has 12 to 128 characters as people count them, not as computers do", () => {
    const letters = "mxqvtkhzrwbf";
    expect(passwordFault(letters.slice(0, 11))).toBe("access.passwordShort");
    expect(passwordFault(letters)).toBeNull();
    expect(passwordFault("🐝🌵🚲🎺🪁🦑🧦🪣🦚🍋🛶")).toBe("access.passwordShort");
    expect(
      passwordFault(
        [..."æøåxqvtkhzrw"]
          .map((letter) => `${letter}\u0301`)
          .join("")
          .repeat(6),
      ),
    ).not.toBe("access.passwordShort");
    expect(passwordFault(`${letters.repeat(10)}abcdefgh`)).toBeNull();
    expect(passwordFault(`${letters.repeat(10)}abcdefghi`)).toBe("access.passwordLong");
  });

  it.each(["mxqvtkhzrwbf\0", "mxqvtkhzrwbf\ud800"])("may not hold what cannot be kept: %j", (password) =>
    expect(passwordFault(password)).toBe("access.passwordBroken"),
  );

  it("keeps the bounds for any Unicode", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 0, maxLength: 200 }), (password) => {
        const length = [...password.normalize("NFC")].length;
        const fault = passwordFault(password);
        const expected = /\0/.test(password)
          ? "access.passwordBroken"
          : length < 12
            ? "access.passwordShort"
            : length > LONGEST_PASSWORD
              ? "access.passwordLong"
              : null;
        if (fault !== "access.passwordCommon" || expected) expect(fault).toBe(expected);
      }),
    );
  });
});
