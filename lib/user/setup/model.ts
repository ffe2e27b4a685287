/** First words of addresses that belong to the application itself. */
const TAKEN = new Set([
  "account",
  "api",
  "healthz",
  "invitation",
  "print",
  "published",
  "setup",
  "sign-in",
  "sign-out",
]);

/** Whether an organisation may be called so in addresses: 2–40 small letters, digits and single hyphens. */
export function isSlug(slug: string): boolean {
  return slug.length >= 2 && slug.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
}

/** Whether the word is not one of our own addresses. */
export function isFree(slug: string): boolean {
  return !TAKEN.has(slug);
}
