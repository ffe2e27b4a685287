import { hash, verify, type Algorithm } from "@node-rs/argon2";
import { Refusal } from "@/lib/access/refusal";
import { passwordFault } from "./model";

/** Argon2id (the enumeration is ambient, so its number is named here), 19 MiB, two rounds, one lane: OWASP's first recommendation. */
const ARGON2ID = 2 as Algorithm;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to keep of a password. Composed and decomposed forms of a character are the same password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

/** Whether the password belongs to the hash; false, too, when the hash cannot be read. */
export async function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password.normalize("NFC")).catch(() => false);
}

/** The hash of a new password that keeps the rules; refuses one that does not, at the field `password`. `own`: words close to the person. */
export async function hashNewPassword(password: string, own: readonly string[]): Promise<string> {
  const fault = passwordFault(password, own);
  if (fault) throw new Refusal(fault, {}, "password");
  return hashPassword(password);
}
