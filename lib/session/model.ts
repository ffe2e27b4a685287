import { isHttps } from "@/lib/access/origin";

/** Minutes without a request after which a session ends (OWASP ASVS 5.0 7.3.1). */
export const IDLE_MINUTES = 30;

/** Hours after signing in at which a session ends whatever happens (OWASP ASVS 5.0 7.3.2). */
export const LONGEST_HOURS = 8;

/** So many wrong passwords within so many minutes lock an account, for as many minutes. */
export const LOCK_OUT = { tries: 5, minutes: 5 } as const;

/** Name of the session's cookie. Behind https the prefix has the browser bind it to this host alone. */
export function sessionCookie(): string {
  return isHttps() ? "__Host-ledestjerne" : "ledestjerne";
}

/**
 * Where to go after signing in: a path of our own, else the start page. Anything a browser could read as another
 * origin ("//host", "/\host", control characters that browsers drop) is not a path of our own.
 */
export function ownPath(target: unknown): string {
  if (typeof target !== "string" || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(target)) return "/";
  const base = "http://own.invalid";
  if (!URL.canParse(target, base)) return "/";
  const url = new URL(target, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search + url.hash;
}
