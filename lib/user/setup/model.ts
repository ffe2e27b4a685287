/** First words of addresses that belong to the application itself. */
const TAKEN = new Set(["account", "api", "healthz", "invitation", "setup", "sign-in", "sign-out"]);

/** Whether an organisation may be called so in addresses: 2–40 small letters, digits and single hyphens, and not a word of our own. */
export function isFreeSlug(slug: string): boolean {
  return slug.length >= 2 && slug.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !TAKEN.has(slug);
}
