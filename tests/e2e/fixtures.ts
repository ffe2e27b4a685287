/** The browser tests' `test`: signed in as somebody, and failing on anything the browser complains about. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import { stateFile, type Person } from "./people";

type Options = {
  /** Who is signed in; null: nobody. `test.use({ as: "controller" })`. */
  as: Person | null;
  /** Complaints of the browser that a test provokes on purpose. */
  tolerated: RegExp[];
};

type Fixtures = {
  /** What the browser complained about so far; checked by itself at the end of each test. */
  complaints: string[];
  /** A page of a context of its own, signed in as somebody else. */
  pageAs: (person: Person) => Promise<Page>;
};

export const test = base.extend<Options & Fixtures>({
  as: [null, { option: true }],
  tolerated: [[], { option: true }],
  storageState: async ({ as }, use) => use(as ? stateFile(as) : undefined),
  complaints: [
    async ({ page, tolerated }, use) => {
      const complaints: string[] = [];
      await listen(page, complaints);
      await use(complaints);
      expect(
        complaints.filter((line) => !tolerated.some((pattern) => pattern.test(line))),
        "what the browser complained about",
      ).toEqual([]);
    },
    { auto: true },
  ],
  pageAs: async ({ browser, complaints }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (person) => {
      const context = await browser.newContext({ storageState: stateFile(person) });
      contexts.push(context);
      const page = await context.newPage();
      await listen(page, complaints);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

/** Collects errors on the console, exceptions nobody caught, violations of the content policy, and answers of 500 and above. */
async function listen(page: Page, complaints: string[]): Promise<void> {
  page.on(
    "console",
    (message) =>
      message.type() === "error" && complaints.push(`console: ${message.text()} (${message.location().url})`),
  );
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on(
    "response",
    (response) => response.status() >= 500 && complaints.push(`answer ${response.status()}: ${response.url()}`),
  );
  await page.exposeFunction("reportViolation", (text: string) => complaints.push(`content policy: ${text}`));
  await page.addInitScript(() => {
    const report = (globalThis as unknown as { reportViolation: (text: string) => void }).reportViolation;
    addEventListener("securitypolicyviolation", (event) =>
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
}

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What depends on colours alone: all that another theme can change for axe. */
export const colourRules = ["color-contrast", "link-in-text-block"];

/** Fails with rule and place of every violation of WCAG 2.2 AA, or of the rules named, that axe finds on the page as it stands. */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(WCAG_22_AA)).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary}`),
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
