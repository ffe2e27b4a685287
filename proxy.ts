import { NextResponse, type NextRequest } from "next/server";
import { bindingHeaders, editionPolicy } from "@/lib/access/headers/model";
import { isHttps, isOwnWrite } from "@/lib/access/origin";
import danish from "@/lib/language/messages/da/access.json";
import english from "@/lib/language/messages/en/access.json";

/**
 * Everything but files of the build, which are the same for everybody and hold no data, published editions, which bind
 * the browser themselves and are served as often as a site is read, and blocks of cells that come as JSON: passing
 * here costs as much as half of a save, and the route asks the same by itself (lib/access/json-route.ts).
 */
export const config = {
  matcher: [
    "/((?!_next/static/|icon\\.svg$|published/[^/]+/\\d+(?:/|$)|[^/]+/entry/values$).*)",
    {
      source: "/:org/entry/values",
      missing: [{ type: "header", key: "content-type", value: "application/json" }],
    },
  ],
};

/** Files that people brought: should a browser ever show one, it may do nothing there. */
const IS_FILE = /^\/[^/]+\/(evidence\/[^/]+|agreements\/files\/[^/]+|import\/[^/]+\/file)$/;

/** Pages of an edition, published byte for byte: they bring their own style, typefaces and pictures, and may do nothing. */
const IS_EDITION = /^\/(?:[^/]+\/reports\/\d+\/editions\/\d+\/files|published)\//;
/** Pictures: what lies at one of these addresses never changes, so the handler says how long it may be kept. */
const IS_PICTURE = /^\/(?:[^/]+\/reports\/pictures\/[^/]+\/\d+\.jpg|published\/.+\/picture-[0-9a-f-]{36}-\d+\.jpg)$/;

/** The composer shows the report beside what is being written: our own pages may frame it. */
const IS_PREVIEW = /^\/[^/]+\/reports\/\d+\/preview$/;

const READING = new Set(["GET", "HEAD"]);

/**
 * Stands before every page, handler and action, without the database: refuses what would change something and does
 * not come from our own pages, and sends the headers that bind a browser (OWASP ASVS 5.0 3.4).
 */
export function proxy(request: NextRequest): NextResponse {
  // Next.js would answer a forwarded host other than the origin's with 500.
  if (!READING.has(request.method) && !isOwnWrite(request.headers)) return bound(refused(), false);
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const { pathname } = request.nextUrl;
  const policy = IS_EDITION.test(pathname)
    ? editionPolicy
    : contentPolicy(nonce, IS_PREVIEW.test(pathname) ? "'self'" : "'none'") +
      (IS_FILE.test(pathname) ? "; sandbox" : "");
  const headers = new Headers(request.headers);
  // Next.js takes the nonce of its own scripts from here.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathOf(request));
  const response = bound(NextResponse.next({ request: { headers } }), IS_PICTURE.test(pathname));
  response.headers.set("content-security-policy", policy);
  return response;
}

/** In both languages: which one the person speaks is not worth finding out here. */
function refused(): NextResponse {
  return new NextResponse(`${danish.foreignOrigin}\n\n${english.foreignOrigin}\n`, {
    status: 403,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

/** Where the person is, to come back to after signing in. */
function pathOf({ nextUrl }: NextRequest): string {
  const query = new URLSearchParams(nextUrl.search);
  query.delete("_rsc");
  return nextUrl.pathname + (query.size ? `?${query}` : "");
}

function contentPolicy(nonce: string, ancestors: "'self'" | "'none'"): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    // React reports errors in development by eval; the built application never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Charts set sizes by style attributes; style elements need the nonce. The development overlay brings its own.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

function bound(response: NextResponse, mayBeKept: boolean): NextResponse {
  const { headers } = response;
  if (!mayBeKept) headers.set("cache-control", "private, no-store");
  for (const [name, value] of Object.entries(bindingHeaders())) headers.set(name, value);
  return response;
}
