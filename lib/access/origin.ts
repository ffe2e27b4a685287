/**
 * Where this installation is reached: APP_ORIGIN, or this computer and the port. Needed exactly, because a write is
 * accepted only from a page of our own: Next.js itself runs a server action when `Origin` is missing, and trusts a
 * forged `X-Forwarded-Host`.
 */
type Environment = { APP_ORIGIN?: string | undefined; PORT?: string | undefined };

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The address people use, without a path: "https://esg.example.dk". */
export function appOrigin(environment: Environment = process.env as Environment): string {
  return new URL(environment.APP_ORIGIN || `http://127.0.0.1:${environment.PORT || 3000}`).origin;
}

/** The origins a write may come from: the configured one, and on loopback both names of this computer. */
export function allowedOrigins(environment: Environment = process.env as Environment): string[] {
  const origin = new URL(appOrigin(environment));
  if (!LOOPBACK.has(origin.hostname)) return [origin.origin];
  const port = origin.port ? `:${origin.port}` : "";
  return [origin.origin, `${origin.protocol}//127.0.0.1${port}`, `${origin.protocol}//localhost${port}`];
}

/** Whether a request that changes something comes from our own pages; missing and "null" do not. */
export function isOwnOrigin(origin: string | null, environment: Environment = process.env as Environment): boolean {
  return origin !== null && allowedOrigins(environment).includes(origin);
}

/** Whether the host a request says it was sent to (the first of `X-Forwarded-Host`, which a proxy sets and anybody can forge) is ours; nothing said is fine. */
export function isOwnHost(forwarded: string | null, environment: Environment = process.env as Environment): boolean {
  const host = forwarded?.split(",")[0]?.trim();
  return !host || allowedOrigins(environment).some((origin) => new URL(origin).host === host.toLowerCase());
}

/** Whether a request that changes something comes from our own pages and was sent to us. */
export function isOwnWrite(headers: Headers): boolean {
  return isOwnOrigin(headers.get("origin")) && isOwnHost(headers.get("x-forwarded-host"));
}

/** Whether the configured address is https, so that cookies are bound to it and browsers are told to insist. */
export function isHttps(environment: Environment = process.env as Environment): boolean {
  return appOrigin(environment).startsWith("https:");
}
