import { describe, expect, it } from "vitest";
import { NextRequest } from "next/server";
import { allowedOrigins, appOrigin, isOwnOrigin } from "@/lib/access/origin";
import { unstable_doesMiddlewareMatch as doesProxyMatch } from "next/experimental/testing/server";
import { config, proxy } from "@/proxy";

describe("origins", () => {
  it("are both names of this computer without a configured address", () => {
    expect(appOrigin({ PORT: "4000" })).toBe("http://127.0.0.1:4000");
    expect(allowedOrigins({ PORT: "4000" })).toEqual(
      expect.arrayContaining(["http://127.0.0.1:4000", "http://localhost:4000"]),
    );
  });

  it("are the configured one alone elsewhere", () =>
    expect(allowedOrigins({ APP_ORIGIN: "https://esg.example.dk" })).toEqual(["https://esg.example.dk"]));

  it.each([
    null,
    "null",
    "",
    "https://esg.example.dk.evil.example",
    "http://esg.example.dk",
    "https://esg.example.dk:444",
    "https://evil.example",
    "https://ESG.example.dk/",
  ])("refuse %j", (origin) => expect(isOwnOrigin(origin, { APP_ORIGIN: "https://esg.example.dk" })).toBe(false));
});

describe("the proxy", () => {
  const ask = (method: string, headers: Record<string, string> = {}) =>
    proxy(new NextRequest("http://127.0.0.1:3000/aleris/dashboard/2023?_rsc=1&a=b", { method, headers }));

  it.each<Record<string, string>>([
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: "http://127.0.0.1:3000", "x-forwarded-host": "evil.example" },
  ])("refuses a write with %j", (headers) =>
    expect(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"].map((method) => ask(method, headers).status)).toEqual([
      403, 403, 403, 403, 403,
    ]),
  );

  it("lets a write of our own pages through", () => {
    expect(ask("POST", { origin: "http://127.0.0.1:3000" }).status).toBe(200);
    expect(
      ask("POST", { origin: "http://127.0.0.1:3000", "x-forwarded-host": "127.0.0.1:3000, inner:80" }).status,
    ).toBe(200);
  });

  it("sends headers that bind the browser, with a nonce that is new each time", () => {
    const [one, other] = [ask("GET").headers, ask("GET").headers];
    const policy = one.get("content-security-policy")!;
    const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src"))!;
    expect(scripts).toMatch(/^script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'$/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toBe(other.get("content-security-policy"));
    expect(one.get("cache-control")).toBe("private, no-store");
    expect(one.get("x-content-type-options")).toBe("nosniff");
    expect(one.get("strict-transport-security")).toBeNull();
  });

  it.each<[string, Record<string, string>, boolean]>([
    ["/aleris/dashboard/2023", {}, true],
    ["/aleris/dashboard/2023", { "content-type": "application/json" }, true],
    ["/aleris/entry/values", {}, true],
    ["/aleris/entry/values", { "content-type": "text/plain" }, true],
    ["/aleris/entry/values", { "content-type": "multipart/form-data; boundary=x" }, true],
    ["/aleris/entry/2024/values", { "content-type": "application/json" }, true],
    ["/aleris/entry/values/x", { "content-type": "application/json" }, true],
    ["/aleris/entry/values", { "content-type": "application/json" }, false],
    ["/_next/static/x.js", {}, false],
  ])("at %s with %j", (url, headers, stands) => expect(doesProxyMatch({ config, url, headers })).toBe(stands));

  it("tells the page where it is, whatever the browser claims", () => {
    expect(ask("GET", { "x-path": "//evil.example" }).headers.get("x-middleware-request-x-path")).toBe(
      "/aleris/dashboard/2023?a=b",
    );
  });
});
