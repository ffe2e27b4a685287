/** Fewest characters of a password (OWASP ASVS 5.0 6.2.1 asks for 8 and recommends 15). */
const SHORTEST_PASSWORD = 12;

/** Most characters of a password. */
export const LONGEST_PASSWORD = 128;

/** Most UTF-16 units of a password on its way in: 128 characters, each with accents of its own. */
export const MOST_PASSWORD_UNITS = 512;

/** Why a password is refused: the key of its message. */
export type PasswordFault =
  | "access.passwordShort"
  | "access.passwordLong"
  | "access.passwordCommon"
  | "access.passwordPersonal"
  | "access.passwordBroken";

/**
 * Words that passwords are commonly built from, ours included. A password is common when there is little else in it
 * than these, a year or a number, runs and repeats: "Password1234!", "Sommer2024Sommer", "qwertyuiop12".
 */
const WORDS = [
  "password",
  "passwort",
  "passord",
  "passw0rd",
  "p4ssword",
  "parola",
  "contraseña",
  "kodeord",
  "adgangskode",
  "løsenord",
  "losenord",
  "hemmelig",
  "secret",
  "welcome",
  "velkommen",
  "letmein",
  "login",
  "admin",
  "administrator",
  "root",
  "user",
  "bruger",
  "test",
  "demo",
  "guest",
  "gæst",
  "default",
  "change",
  "changeme",
  "skift",
  "qwertyuiop",
  "qwerty",
  "qwertz",
  "azerty",
  "asdfghjkl",
  "asdf",
  "zxcvbnm",
  "zxcv",
  "qazwsx",
  "wsxedc",
  "abcdefghijklmnopqrstuvwxyz",
  "abcdefghijkl",
  "abcdef",
  "abcd",
  "abc",
  "iloveyou",
  "jegelskerdig",
  "monkey",
  "dragon",
  "football",
  "fodbold",
  "sunshine",
  "princess",
  "master",
  "superman",
  "batman",
  "starwars",
  "pokemon",
  "liverpool",
  "arsenal",
  "sommer",
  "summer",
  "vinter",
  "winter",
  "efterår",
  "autumn",
  "forår",
  "spring",
  "januar",
  "februar",
  "december",
  "mandag",
  "monday",
  "danmark",
  "denmark",
  "københavn",
  "kobenhavn",
  "copenhagen",
  "aarhus",
  "odense",
  "aalborg",
  "dannebrog",
  "jylland",
  "region",
  "midtjylland",
  "aleris",
  "ledestjerne",
  "guidingstar",
  "ledestjernen",
  "csr",
  "esg",
  "rapport",
  "report",
  "hospital",
  "the",
  "and",
  "for",
  "my",
  "mit",
  "min",
  "er",
  "is",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "correcthorsebatterystaple",
].sort((one, other) => other.length - one.length);

/** The digit or sign that often stands for a letter. */
const LOOKALIKES: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * What is wrong with a new password, or null. Length counts characters as people see code points; `own` are words
 * close to the person (address, name, organisation), which alone make no password either.
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | null {
  if (/[\p{Surrogate}\0]/u.test(password)) return "access.passwordBroken";
  const length = [...password.normalize("NFC")].length;
  if (length < SHORTEST_PASSWORD) return "access.passwordShort";
  if (length > LONGEST_PASSWORD) return "access.passwordLong";
  const personal = own.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
  if (isBuiltFrom(password, [])) return "access.passwordCommon";
  return isBuiltFrom(password, personal) ? "access.passwordPersonal" : null;
}

/** Whether too little is left without the known words, runs, repeats: fewer than four letters and fewer than eight characters of any kind. */
function isBuiltFrom(password: string, more: readonly string[]): boolean {
  const words = [...WORDS, ...more].sort((one, other) => other.length - one.length);
  return [plain(password), unmasked(plain(password))].some((text) => {
    const left = words.reduce((rest, word) => rest.replaceAll(word, " "), text);
    const odd = withoutRuns(unrepeated(left)).replace(/\s/g, "");
    return odd.replace(/[\p{N}\p{P}$+<=>^`|~]/gu, "").length < 4 && odd.length < 8;
  });
}

/** Without immediate repeats of up to six characters: "abababab" is "ab", "xxxxxxxx" is "x". */
function unrepeated(text: string): string {
  return text.replace(/(.{1,6}?)\1+/gu, "$1");
}

/** Without three and more neighbours in a row, up or down: "1234", "fedc", "8901". */
function withoutRuns(text: string): string {
  const codes = [...text].map((sign) => sign.codePointAt(0)!);
  const step = (at: number) => (codes[at]! === 0x39 && codes[at + 1] === 0x30 ? 1 : codes[at + 1]! - codes[at]!);
  const isInside = (at: number) => Math.abs(step(at)) === 1 && step(at) === step(at + 1);
  return [...text].filter((_, at) => !isInside(at) && !isInside(at - 1) && !isInside(at - 2)).join("");
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function unmasked(text: string): string {
  return [...text].map((sign) => LOOKALIKES[sign] ?? sign).join("");
}
