/** Days an invitation's link is good for. */
export const INVITATION_DAYS = 7;

/** Whether text can be an invitation's secret: 32 random bytes in base64url. */
export function isSecret(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
