import { isHttps } from "../origin";

/** What every answer binds a browser to (OWASP ASVS 5.0 3.4), but for its content policy and how long it may be kept. */
export function bindingHeaders(): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(isHttps() ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** The policy of an edition's documents: they bring their own style, typefaces and pictures, and may do nothing. They keep their origin, or what lies beside them would be a stranger to them. */
export const editionPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-same-origin";
