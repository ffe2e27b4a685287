import { beforeEach, expect, test, vi } from "vitest";
import { messages } from "@/lib/language/messages";
import { isLocale, type Locale } from "@/lib/language/model";

const cookie = vi.hoisted(() => ({ value: undefined as string | undefined }));
vi.mock("next-intl/server", () => ({ getRequestConfig: (config: unknown) => config }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) =>
      name === "locale" && cookie.value !== undefined ? { name, value: cookie.value } : undefined,
  }),
}));

type Request = (parameters: {
  locale?: Locale;
  requestLocale: Promise<string | undefined>;
}) => Promise<{ locale: Locale; messages: object; timeZone: string }>;
const configuration = (await import("@/lib/language/request")).default as unknown as Request;
const asked = (locale?: Locale) =>
  configuration({ ...(locale && { locale }), requestLocale: Promise.resolve(undefined) });

beforeEach(() => {
  cookie.value = undefined;
});

test("Danish without a choice, with Copenhagen's time", async () => {
  expect(await asked()).toEqual({ locale: "da", messages: messages.da, timeZone: "Europe/Copenhagen" });
});

test("the choice in the cookie", async () => {
  cookie.value = "en";
  expect(await asked()).toMatchObject({ locale: "en", messages: messages.en });
});

test.each(["", "fr", "EN", "en-GB", "__proto__", "../da"])("an unknown choice %j is Danish", async (value) => {
  cookie.value = value;
  expect(isLocale(value)).toBe(false);
  expect(await asked()).toMatchObject({ locale: "da" });
});

test("a language asked for in code goes before the cookie", async () => {
  cookie.value = "en";
  expect(await asked("da")).toMatchObject({ locale: "da" });
});
