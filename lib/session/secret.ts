/** The key that signs cookies. The start makes one, keeps it in DATA_DIR and hands it on. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret || secret.length < 32) throw new Error("AUTH_SECRET is missing or shorter than 32 characters.");
  return secret;
}
