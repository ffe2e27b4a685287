/** Fewest characters of a password (OWASP ASVS 5.0 6.2.1 asks for 8 and recommends 15). */
export const SHORTEST_PASSWORD = 12;

/** Most characters of a password. */
export const LONGEST_PASSWORD = 128;

/** Most UTF-16 units of a password on its way in: 128 characters, each with accents of its own. */
export const MOST_PASSWORD_UNITS = 512;

/** Why a password is refused: the key of its message. */
export type PasswordFault = "access.passwordShort" | "access.passwordLong" | "access.passwordCommon" | "access.passwordPersonal" | "access.passwordBroken";

/**
 * Words that passwords are commonly built from, ours included. A password is common when nothing but these, digits,
 * punctuation and repeats of a few characters is in it: "Password1234!", "Sommer2024Sommer", "qwertyuiop12".
 */
const WORDS = [
  "password", "passwort", "passord", "passw0rd", "p4ssword", "parola", "contraseña", "kodeord", "adgangskode", "løsenord", "losenord", "hemmelig", "secret",
  "welcome", "velkommen", "letmein", "login", "admin", "administrator", "root", "user", "bruger", "test", "demo", "guest", "gæst", "default", "change", "changeme", "skift",
  "qwertyuiop", "qwerty", "qwertz", "azerty", "asdfghjkl", "asdf", "zxcvbnm", "zxcv", "qazwsx", "wsxedc", "abcdefghijklmnopqrstuvwxyz", "abcdefghijkl", "abcdef", "abcd", "abc",
  "iloveyou", "jegelskerdig", "monkey", "dragon", "football", "fodbold", "sunshine", "princess", "master", "superman", "batman", "starwars", "pokemon", "liverpool", "arsenal",
  "sommer", "summer", "vinter", "winter", "efterår", "autumn", "forår", "spring", "januar", "februar", "december", "mandag", "monday",
  "danmark", "denmark", "københavn", "kobenhavn", "copenhagen", "aarhus", "odense", "aalborg", "dannebrog", "jylland", "region", "midtjylland", "aleris",
  "ledestjerne", "guidingstar", "ledestjernen", "csr", "esg", "rapport", "report", "hospital", "the", "and", "for", "my", "mit", "min", "er", "is", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "correcthorsebatterystaple",
].sort((one, other) => other.length - one.length);

/** The digit or sign that often stands for a letter. */
const LOOKALIKES: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

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

/** Whether fewer than four characters of it are left without the known words, digits, punctuation, runs and repeats. */
function isBuiltFrom(password: string, more: readonly string[]): boolean {
  const words = [...WORDS, ...more].sort((one, other) => other.length - one.length);
  return [plain(password), unmasked(plain(password))].some((text) => rest(text, words) < 4);
}

function rest(text: string, words: readonly string[]): number {
  let left = text;
  for (const word of words) left = left.replaceAll(word, " ");
  return [...unrepeated(left).replace(/[^\p{L}]/gu, "")].length;
}

/** Without immediate repeats of up to six characters: "abababab" is "ab", "xxxxxxxx" is "x". */
function unrepeated(text: string): string {
  return text.replace(/(.{1,6}?)\1+/gu, "$1");
}

function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function unmasked(text: string): string {
  return [...text].map((sign) => LOOKALIKES[sign] ?? sign).join("");
}
