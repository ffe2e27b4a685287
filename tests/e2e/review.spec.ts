import { actionNamed } from "./build";
import { demoRows } from "./demo-facts";
import { expectAccessible } from "./fixtures";
import { arrive } from "./newcomer";
import { openYears, signInAs } from "./open-years";
import { call, expect, isMissing, ask, refusalOf, save, test, typedCell } from "./wire";

const stored = async (unit: string, kpi: string) =>
  (
    await demoRows<{ kpiId: string; orgUnitId: string; version: number }>(
      `select v."kpiId", v."orgUnitId", v.version from "YearlyValue" v join "Kpi" k on k.id = v."kpiId" join "OrgUnit" u on u.id = v."orgUnitId"
       where u.code = $1 and k.code = $2 and v.year = 2024`,
      [unit, kpi],
    )
  )[0]!;

test.describe("the controller", () => {
  test.use({ as: "controller" });

  test("finds what is ten times too high on top, with last year, peers and years beside it", async ({ page }) => {
    await page.goto("/aleris/review/2024");
    await page.getByRole("link", { name: "Esbjerg", exact: true }).click();
    await expect(page).toHaveURL(/unit=esbjerg/);
    const first = page.locator("#unexplained").getByRole("row").nth(1);
    await expect(first).toContainText("Varme");
    await expect(first).toContainText("omkring 10 gange så meget som i 2023");
    await expect(first).toContainText(/\+\d{3} %/);
    await expect(
      page.getByText(/usædvanligt tal uden forklaring står øverst|usædvanlige tal uden forklaring står øverst/),
    ).toBeVisible();
    await first.getByRole("link", { name: "Se nærmere på Varme, Esbjerg" }).click();
    const panel = page.getByRole("dialog");
    await expect(panel.getByRole("heading", { name: "Varme" })).toBeVisible();
    for (const part of ["Bilag", "Drøftelser", "Historik", "Godkendelse"])
      await expect(panel.getByRole("heading", { name: new RegExp(`^${part}`) })).toBeVisible();
    // In the panel everything is to read; the lineage opens in it.
    await expect(panel.getByRole("button", { name: "Godkend" })).toHaveCount(0);
    await panel.getByRole("link", { name: "Sådan er tallet blevet til" }).click();
    await expect(
      panel.getByRole("link", { name: "Åbn som side" }).or(panel.getByText("Esbjerg")).first(),
    ).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    await expectAccessible(page);
  });

  test("is told what is not approved, on the overview and the draft of the report, and of a published year nothing", async ({
    page,
  }) => {
    for (const path of ["/aleris/dashboard/2024", "/aleris/reports/2024"]) {
      await page.goto(path);
      await expect(page.getByText(/\d+ tal for 2024 er ikke godkendt endnu/)).toBeVisible();
    }
    await page.getByRole("link", { name: "Se gennemsynet" }).click();
    await expect(page).toHaveURL(/\/aleris\/review\/2024$/);
    await page.goto("/aleris/dashboard/2023");
    await expect(page.getByText("ikke godkendt endnu")).toHaveCount(0);
  });

  test("sends nothing back without a word why", async ({ page }) => {
    await page.goto("/aleris/review/2024?unit=in-lab");
    await page.getByRole("checkbox", { name: /^Vælg Strøm/ }).check();
    await page.getByRole("button", { name: "Send tilbage" }).click();
    await expect(page.getByText("Skriv, hvad der skal ses på igen.").first()).toBeVisible();
    await expect(page.getByLabel("Kommentar")).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);
  });
});

test("whoever entered a figure does not approve it, and is told so", async ({ pageAs }) => {
  const page = await pageAs("admin");
  await page.goto("/aleris/review/2024?unit=aarhus");
  await page.getByRole("button", { name: /^Godkend alle \d+$/ }).click();
  await expect(page.getByText(/har du selv været med til at indtaste/)).toBeVisible();
  const place = await stored("aarhus", "electricity");
  const said = await demoRows(
    `select 1 from "ValueVerdict" where "kpiId" = $1 and "orgUnitId" = $2 and year = 2024 and verdict = 'approved'`,
    [place.kpiId, place.orgUnitId],
  );
  expect(said).toEqual([]);
});

test("an auditor reads the review and judges nothing", async ({ pageAs, requestAs }) => {
  const page = await pageAs("auditor");
  await page.goto("/aleris/review/2024");
  await expect(page.getByRole("heading", { level: 1, name: "Gennemsyn 2024" })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Godkend|Luk 2024/ })).toHaveCount(0);
  const manager = await requestAs("manager");
  expect(isMissing(await ask(manager, "/aleris/review/2024"))).toBe(true);
});

test.describe("a contributor", () => {
  test.use({ as: "contributor" });

  test("meets what was sent back on top of the sheet, with the comment, and the submission names what is missing first", async ({
    page,
  }) => {
    await page.goto("/aleris/entry/2024/koebenhavn");
    const strip = page.getByRole("region", { name: "Godkendelse af arket" });
    await expect(strip).toContainText("Ét tal er sendt tilbage til dig");
    await expect(strip).toContainText("Er det arbejdsdage?");
    await expect(
      page.getByRole("gridcell", {
        name: /^Status for Sygedage, under 30 dage: Returneret|^Status for Sygedage, under 30 dage: returneret/,
      }),
    ).toBeVisible();
    await strip.getByRole("link", { name: "Indsend arket" }).click();
    await expect(page.getByRole("heading", { name: /\d+ tal mangler/ })).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Vælg Sygedage, under 30 dage" })).not.toBeChecked();
    await expectAccessible(page);
  });

  test("submits for no other org unit, and approves nothing", async ({ requestAs }) => {
    const request = await requestAs("contributor");
    const { kpiId, orgUnitId, version } = await stored("esbjerg", "water");
    const input = { org: "aleris", year: "2024", cells: [`${kpiId} ${orgUnitId} ${version}`], comment: "" };
    const path = "/aleris/entry/2024/koebenhavn/submit";
    expect(refusalOf(await call(request, actionNamed("submitValues"), path, [{}, input]))).toBe("access.notFound");
    const judged = { ...input, verdict: "approved" };
    expect(refusalOf(await call(request, actionNamed("judgeValues"), path, [{}, judged]))).toBe("access.notFound");
    expect(isMissing(await ask(request, "/aleris/entry/2024/esbjerg/submit"))).toBe(true);
  });
});

test("nobody says anything of another organisation's values, by whatever id", async ({ requestAs }) => {
  const controller = await requestAs("regionController");
  const { kpiId, orgUnitId, version } = await stored("esbjerg", "water");
  const path = "/region-midtjylland/review/2024";
  const org = "region-midtjylland";
  const cells = [`${kpiId} ${orgUnitId} ${version}`];
  const judge = (input: object) =>
    call(controller, actionNamed("judgeValues"), path, [{}, { org, year: "2024", ...input }]);
  expect(refusalOf(await judge({ cells, verdict: "approved", comment: "" }))).toBe("approval.refusal.unknown");
  const scope = { org, year: "2024", unit: orgUnitId, pillar: "", seenAt: new Date().toISOString() };
  expect(refusalOf(await call(controller, actionNamed("approveScope"), path, [{}, scope]))).toBe(
    "approval.nothingWaits",
  );
  for (const bad of ["a\u0000b", "\ud800"])
    expect(refusalOf(await judge({ cells, verdict: "returned", comment: bad }))).toBe("invalid");
  expect(refusalOf(await judge({ cells: ["x"], verdict: "approved", comment: "" }))).toBe("invalid");
  expect(isMissing(await ask(controller, "/aleris/review/2024/esbjerg/water"))).toBe(true);
});

test("a value goes from draft to approved, with a return in between, and waits again once it is changed", async ({
  browser,
  requestAs,
  pageAs,
}) => {
  const admin = await requestAs("admin");
  const context = await browser.newContext();
  await arrive(admin, context.request, { role: "contributor", orgUnits: ["herning"] });
  const theirs = await context.newPage();
  const cell = "/aleris/entry/2024/herning/sick-days-long";
  const enter = async (figure: string) => {
    await theirs.goto(cell);
    await theirs.getByLabel(/^Tal/).first().fill(figure);
    await theirs.keyboard.press("Enter");
    await expect(theirs.getByRole("status").filter({ hasText: /Gemt kl\./ })).toBeVisible();
  };
  const state = theirs.locator("#approval .beside-state");
  await enter("131");
  await theirs.goto("/aleris/entry/2024/herning/submit");
  for (const box of await theirs.getByRole("checkbox").all())
    await box.setChecked((await box.getAttribute("aria-label")) === "Vælg Sygedage, over 30 dage");
  await theirs.getByRole("button", { name: "Indsend de valgte" }).click();
  await expect(theirs.getByText("Ét tal er indsendt.")).toBeVisible();

  const controller = await pageAs("controller");
  await controller.goto("/aleris/review/2024/herning/sick-days-long");
  const judged = controller.locator("#approval .beside-state");
  await expect(judged).toContainText("Indsendt");
  await controller.getByLabel("Kommentar").fill("Står der 131 eller 113?");
  await controller.getByRole("button", { name: "Send tilbage" }).click();
  await expect(judged).toContainText("Returneret");

  await theirs.goto("/aleris/entry/2024/herning");
  await expect(theirs.getByRole("blockquote")).toHaveText("Står der 131 eller 113?");
  await enter("113");
  await theirs.reload();
  await expect(state).toContainText("Kladde");
  await theirs.getByRole("button", { name: "Indsend tallet" }).click();
  await expect(state).toContainText("Indsendt");

  await controller.goto("/aleris/review/2024?unit=herning");
  await controller.getByRole("checkbox", { name: "Vælg Sygedage, over 30 dage, Herning" }).check();
  await controller.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(controller.getByText("Ét tal er godkendt.")).toBeVisible();
  await theirs.goto(cell);
  await expect(state).toContainText("Godkendt");
  await enter("114");
  await theirs.reload();
  await expect(state).toContainText("Indsendt");
  await context.close();
});

test("a year is sent to review and closed, refuses every figure, is not published before all is approved, and opens again with a reason only", async ({
  page,
}) => {
  const made = await openYears();
  await signInAs(page, made);
  await page.goto(`/${made.slug}/review/2023`);
  await expect(page.getByText("Ét tal er ikke godkendt")).toBeVisible();
  await page.getByRole("button", { name: "Send til gennemsyn" }).click();
  await expect(page.getByText("Tilstand: til gennemsyn.")).toBeVisible();
  await page.getByRole("button", { name: "Luk 2023" }).click();
  await expect(page.getByRole("button", { name: "Udgiv 2023" })).toBeVisible();
  await page.getByRole("button", { name: "Udgiv 2023" }).click();
  await expect(page.getByText(/Kun godkendte tal tæller i den udgivne rapport/)).toBeVisible();
  await expectAccessible(page);

  const [unit] = await demoRows<{ kpiId: string; orgUnitId: string; version: number }>(
    `select v."kpiId", v."orgUnitId", v.version from "YearlyValue" v join "Organisation" o on o.id = v."organisationId" where o.slug = $1 and v.year = 2023`,
    [made.slug],
  );
  const { kpiId, orgUnitId, version } = unit!;
  const cells = [typedCell(kpiId, version, "1")];
  const sheet = `/${made.slug}/entry/2023/${made.slug}`;
  const saved = await save(page.request, made.slug, { orgUnitId, year: 2023, cells });
  expect(saved.body).toContain('"code":"periodClosed"');
  const submit = { org: made.slug, year: "2023", cells: [`${kpiId} ${orgUnitId} ${version}`], comment: "" };
  expect(refusalOf(await call(page.request, actionNamed("submitValues"), `${sheet}/submit`, [{}, submit]))).toBe(
    "approval.refusal.periodClosed",
  );

  await page.getByRole("button", { name: "Åbn 2023 igen" }).click();
  await expect(page.getByText(/Skriv, hvorfor året åbnes igen/).first()).toBeVisible();
  await page.getByLabel("Hvorfor skal 2023 åbnes igen?").first().fill("Regnskabet kom for sent");
  await page.getByRole("button", { name: "Åbn 2023 igen" }).click();
  await expect(page.getByText("Tilstand: åben.")).toBeVisible();
  await page.goto(`/${made.slug}/audit?room=period`);
  await expect(page.locator("code", { hasText: "Regnskabet kom for sent" })).toHaveCount(1);
});
