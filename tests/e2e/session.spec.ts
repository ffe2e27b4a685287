import { randomUUID } from "node:crypto";
import { actionNamed } from "./build";
import { arrive, isSignedIn, signIn } from "./newcomer";
import { password as demoPassword, people } from "./people";
import { ask, call, expect, redirectOf, refusalOf, test } from "./wire";

const message = (body: string) => /"message":"([^"]+)"/.exec(body)?.[1];

test("a wrong password, an unknown account and a locked one are told the same; others are unaffected", async ({
  requestAs,
}) => {
  const [admin, first, second, nobody] = await Promise.all([
    requestAs("admin"),
    requestAs(null),
    requestAs(null),
    requestAs(null),
  ]);
  const [one, other] = [await arrive(admin, first), await arrive(admin, second)];
  const unknown = { email: `${randomUUID()}@tests.example`, password: "forkert adgangskode" };
  const wrong = { ...one, password: "forkert adgangskode" };
  const told = await signIn(nobody, unknown);
  expect(refusalOf(told)).toBe("access.wrong");
  for (let tries = 1; tries <= 5; tries += 1) {
    const answer = await signIn(nobody, wrong);
    expect([answer.status, message(answer.body)]).toEqual([told.status, message(told.body)]);
  }
  const locked = await signIn(nobody, one);
  expect([locked.status, message(locked.body)]).toEqual([told.status, message(told.body)]);
  // Whatever address the tries claim to come from.
  const forged = await call(nobody, actionNamed("signIn"), "/sign-in", [{}, { ...one, next: "/" }], {
    "x-forwarded-for": "203.0.113.9",
  });
  expect(refusalOf(forged)).toBe("access.wrong");
  expect(await isSignedIn(nobody)).toBe(false);
  // Whoever was signed in stays so, and another account gets in.
  expect(await isSignedIn(first)).toBe(true);
  expect(redirectOf(await signIn(nobody, other))).toBe("/account");
  expect(await isSignedIn(nobody)).toBe(true);
});

test("four wrong passwords do not lock, and a right one forgets them", async ({ requestAs }) => {
  const [admin, request] = await Promise.all([requestAs("admin"), requestAs(null)]);
  const one = await arrive(admin, request);
  for (let round = 1; round <= 2; round += 1) {
    for (let tries = 1; tries <= 4; tries += 1)
      expect(refusalOf(await signIn(request, { ...one, password: "forkert adgangskode" }))).toBe("access.wrong");
    expect(redirectOf(await signIn(request, one))).toBe("/account");
  }
});

test("signing out ends every session of the person", async ({ page, context, requestAs }) => {
  const [admin, elsewhere] = await Promise.all([requestAs("admin"), requestAs(null)]);
  const one = await arrive(admin, elsewhere);
  await page.goto("/sign-in?next=%2Faleris%2Fkpis%3Fyear%3D2023");
  await page.getByLabel("E-mail").fill(one.email);
  await page.getByLabel("Adgangskode").fill(one.password);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).toHaveURL(/\/aleris\/kpis\?year=2023$/);
  const cookies = await context.cookies();
  expect(await isSignedIn(elsewhere)).toBe(true);
  await page.getByRole("button", { name: "Log ud" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/aleris/kpis");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faleris%2Fkpis$/);
  expect(await isSignedIn(elsewhere)).toBe(false);
  // The cookie is dead, not only gone from the browser.
  await context.addCookies(cookies);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("another password ends the other sessions, and the old one opens nothing", async ({
  page,
  requestAs,
  context,
}) => {
  const [admin, elsewhere] = await Promise.all([requestAs("admin"), requestAs(null)]);
  const one = await arrive(admin, elsewhere);
  expect(redirectOf(await signIn(context.request, one))).toBe("/account");
  await page.goto("/account");
  const change = async (current: string, password: string) => {
    await page.getByLabel("Nuværende adgangskode").fill(current);
    await page.getByLabel("Ny adgangskode").fill(password);
    await page.getByRole("button", { name: "Skift adgangskode" }).click();
  };
  await change(one.password, "kort");
  await expect(page.locator(".error-summary")).toContainText("mindst 12 tegn");
  await change("forkert adgangskode", "cykel gennem regnen 9");
  await expect(page.locator(".error-summary")).toContainText(/forkert/i);
  expect(await isSignedIn(elsewhere)).toBe(true);
  await change(one.password, "cykel gennem regnen 9");
  await expect(page.getByText(/Adgangskoden er skiftet/)).toBeVisible();
  expect(await isSignedIn(elsewhere)).toBe(false);
  await page.reload();
  await expect(page).toHaveURL(/\/account$/);
  expect(refusalOf(await signIn(elsewhere, one))).toBe("access.wrong");
  expect(redirectOf(await signIn(elsewhere, { ...one, password: "cykel gennem regnen 9" }))).toBe("/account");
});

test("signing in leads on to a path of our own, and nowhere else", async ({ requestAs, baseURL }) => {
  const [admin, request] = await Promise.all([requestAs("admin"), requestAs(null)]);
  const one = await arrive(admin, request);
  const target = async (next: string) => redirectOf(await signIn(request, one, next));
  for (const next of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/.//evil.example",
    "http:evil.example",
    "/\u0000",
  ]) {
    expect.soft(await target(next), JSON.stringify(next)).toBe("/");
  }
  expect(await target("/aleris/reports/2023?x=1#s")).toBe("/aleris/reports/2023?x=1#s");
  // Whoever is signed in is led on without a form, to our own paths too.
  const onward = async (next: string) =>
    new URL(
      (await request.get(`/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 })).headers().location ?? "",
      baseURL,
    ).href;
  expect(await onward("//evil.example")).toBe(`${baseURL}/`);
  expect(await onward("/aleris/kpis")).toBe(`${baseURL}/aleris/kpis`);
  // And the form of whoever is not keeps the path only.
  const form = async (next: string) =>
    /name="next" value="([^"]*)"/.exec(
      (await ask(await requestAs(null), `/sign-in?next=${encodeURIComponent(next)}`)).body,
    )?.[1];
  expect(await form("https://evil.example")).toBe("/");
  expect(await form("/aleris/kpis?year=2023")).toBe("/aleris/kpis?year=2023");
});

test("without JavaScript one signs in just the same", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/aleris/kpis");
  await page.getByLabel("E-mail").fill(people.manager);
  await page.getByLabel("Adgangskode").fill(demoPassword);
  await page.getByRole("button", { name: "Log ind", exact: true }).click();
  await expect(page).toHaveURL(/\/aleris\/kpis$/);
  await context.close();
});

test("a cookie that was tampered with opens nothing", async ({ requestAs, playwright, baseURL }) => {
  const { cookies } = await (await requestAs("manager")).storageState();
  const good = cookies.find(({ name }) => name === "ledestjerne")!.value;
  const ask = async (value: string) => {
    const request = await playwright.request.newContext({
      baseURL,
      extraHTTPHeaders: { cookie: `ledestjerne=${value}` },
    });
    const answer = await isSignedIn(request);
    await request.dispose();
    return answer;
  };
  expect(await ask(good)).toBe(true);
  const [token, signature] = decodeURIComponent(good).split(".") as [string, string];
  const altered = [
    `${token.slice(0, -1)}${token.endsWith("a") ? "b" : "a"}.${signature}`,
    `${token}.${"A".repeat(43)}=`,
    `${token}.`,
    token,
    "",
    "%00",
    ".",
  ];
  for (const value of altered)
    expect(await ask(value === "%00" ? value : encodeURIComponent(value)), value).toBe(false);
});
