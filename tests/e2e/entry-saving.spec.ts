import type { Page } from "@playwright/test";
import { demoRows } from "./demo-facts";
import { askedInPlace, endSessions, signInInPlace } from "./ended-session";
import { expect, test } from "./fixtures";
import { openSheet, openYears, signInAs, storedIn, type OpenYears } from "./open-years";

test.describe.configure({ mode: "serial" });
// A save without a session is refused as such.
test.use({ tolerated: [/ 401 .*\/entry\/values\)$/] });

let made: OpenYears;
test.beforeAll(async () => {
  made = await openYears();
});
const path = () => `/${made.slug}/entry/2022/${made.slug}`;
const cell = (page: Page, kpi: string) => page.getByRole("gridcell", { name: new RegExp(`^${kpi} 2022,`) });
const status = (page: Page, words: string | RegExp) => page.getByRole("status").filter({ hasText: words });
const enter = async (page: Page, kpi: string, text: string) => {
  await cell(page, kpi).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
};
const stored = async (code: string) => (await storedIn(made.slug)).get(`${code} 2022`);

test("what was typed without a connection survives the page being killed, and is sent when it is back", async ({
  page,
  context,
  complaints,
}) => {
  await signInAs(page, made);
  await openSheet(page, path());
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await enter(page, "Strøm", "3.289");
  await enter(page, "Varme", "3.465");
  await cell(page, "Vand").click();
  await page.keyboard.type("15.37");
  await expect(status(page, "Ikke gemt, prøver igen")).toBeVisible();
  await expect(status(page, "2 tal er ikke gemt")).toBeVisible();
  // The browser dies: nothing of the page runs again.
  const session = await context.newCDPSession(page);
  const died = new Promise((done) => page.once("crash", done));
  void session.send("Page.crash").catch(() => {});
  await died;
  await page.close();
  expect(await stored("electricity")).toBeUndefined();
  await context.setOffline(false);
  const next = await context.newPage();
  await openSheet(next, path());
  await expect(cell(next, "Strøm")).toHaveText("3.289");
  await expect(cell(next, "Vand")).toHaveText("15.37");
  await expect(next.locator(".msg", { hasText: "ikke skrevet færdig" })).toBeVisible();
  await expect(status(next, "3 tal, du ikke nåede at gemme, er hentet frem igen.")).toBeVisible();
  await expect.poll(() => stored("electricity")).toBe("reported 3289");
  await expect.poll(() => stored("heating")).toBe("reported 3465");
  expect(await stored("water")).toBeUndefined();
  await next.getByRole("button", { name: "Fortryd" }).click();
  await expect(status(next, /Gemt kl\. \d\d\.\d\d/)).toBeVisible();
  complaints.splice(0);
});

test("a lost connection tries again by itself, and shows nothing as saved that is not", async ({
  page,
  context,
  complaints,
}) => {
  await signInAs(page, made);
  await openSheet(page, path());
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await enter(page, "Risikoaffald", "15,56");
  await expect(status(page, "Ikke gemt, prøver igen")).toBeVisible();
  await expect(page.getByRole("gridcell", { name: /^Status for Risikoaffald:/ })).toHaveAccessibleName(
    /Ikke gemt endnu/,
  );
  expect(await stored("hazardous-waste")).toBeUndefined();
  await context.setOffline(false);
  await expect(page.getByRole("gridcell", { name: /^Status for Risikoaffald:/ })).toHaveAccessibleName(/Gemt/);
  expect(await stored("hazardous-waste")).toBe("reported 15.56");
  complaints.splice(0);
});

test("an ended session asks for the password in place, then every draft is sent", async ({ page }) => {
  await signInAs(page, made);
  await openSheet(page, path());
  await endSessions(made);
  await enter(page, "Affald i alt", "216");
  await expect(askedInPlace(page)).toBeVisible();
  expect(await stored("waste")).toBeUndefined();
  await signInInPlace(page, made);
  await expect(status(page, /Gemt kl\. \d\d\.\d\d/)).toBeVisible();
  await expect(cell(page, "Affald i alt")).toHaveText("216");
  await expect.poll(() => stored("waste")).toBe("reported 216");
});

test("a year closed meanwhile is Låst with the reason; the draft is kept, and sent once the year is open again", async ({
  page,
}) => {
  const close = (state: string) =>
    demoRows(
      `with org as (update "Organisation" set "dataVersion" = "dataVersion" + 1 where slug = $1 returning id)
       update "ReportingPeriod" set state = $2::"PeriodState" from org where year = 2022 and "organisationId" = org.id returning 1`,
      [made.slug, state],
    );
  await signInAs(page, made);
  await openSheet(page, path());
  await close("closed");
  await enter(page, "Tilbudt MUS", "100");
  await expect(status(page, "Låst")).toBeVisible();
  await expect(status(page, "Ét tal er ikke gemt")).toBeVisible();
  await expect(
    page.locator(".msg", { hasText: "Regnskabsåret blev lukket, mens du skrev. 100 blev ikke gemt" }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText("Tallene kan læses, men ikke ændres.").first()).toBeVisible();
  await expect(cell(page, "Tilbudt MUS")).toHaveText("100");
  await expect(status(page, "Låst")).toBeVisible();
  expect(await stored("appraisal-offered")).toBeUndefined();
  await close("open");
  await page.reload();
  await expect(status(page, /Gemt kl\. \d\d\.\d\d/)).toBeVisible();
  await expect(cell(page, "Tilbudt MUS")).toHaveText("100");
});
