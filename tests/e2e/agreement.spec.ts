import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { actionNamed } from "./build";
import { demoRows } from "./demo-facts";
import { expectInspectedIn } from "./inspect";
import { ask, call, expect, refusalOf, test } from "./wire";

const org = "region-midtjylland";
const here = `/${org}/agreements`;

type Found = { id: string; version: number };
async function agreement(unit: string, period: string): Promise<Found> {
  const [row] = await demoRows<Found>(
    `select a.id, a.version from "Agreement" a join "OrgUnit" u on u.id = a."orgUnitId" join "AgreementPeriod" p on p.id = a."periodId"
     join "Organisation" o on o.id = a."organisationId" where o.slug = $1 and u.code = $2 and p.code = $3`,
    [org, unit, period],
  );
  return row!;
}
const hashOnPage = (page: Page) => page.locator("details[open] [data-hash]").first();

test("the committee reads who has signed, what is met, what is late and what it contributes", async ({ pageAs }) => {
  const page = await pageAs("regionManager");
  await page.goto(`${here}/2024/overview`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("11 af 11 har underskrevet");
  await page.goto(`${here}/2025-2026/overview`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("10 af 11 har underskrevet");
  await expect(page.getByText("mangler: Regionsapoteket")).toBeVisible();
  for (const part of ["Bidrag til strategiens mål", "Udvikling siden 2024", "Hvad der er forsinket"])
    await expect(page.getByRole("heading", { name: part })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Restaffald/ })).toContainText("t");
  // A reader changes nothing here.
  await page.goto(`${here}/2025-2026/units/midtvask`);
  await expect(page.getByRole("heading", { name: "Næste skridt" })).toHaveCount(0);
});

test("an org unit with two own circular commitments is refused signing, with the reason", async ({ pageAs }) => {
  const page = await pageAs("regionContributor");
  await page.goto(`${here}/2025-2026/units/regionsapoteket`);
  await expect(page.getByText("2 af 3 egne indsatser i Cirkulær økonomi").first()).toBeVisible();
  await page.getByLabel("I egenskab af").fill("Sygehusapoteker");
  await page.getByRole("button", { name: "Underskriv", exact: true }).click();
  await expect(page.locator(".error-summary")).toContainText("2 af 3 egne indsatser i Cirkulær økonomi");
  const { id } = await agreement("regionsapoteket", "2025-2026");
  const signatures = `select 1 from "Signature" s join "AgreementText" t on t.id = s."textId" where t."agreementId" = $1`;
  expect(await demoRows(signatures, [id])).toEqual([]);
});

test("Psykiatrien's agreement passed to its successors, and the hash is that of the stored text", async ({
  pageAs,
  requestAs,
}) => {
  const page = await pageAs("regionManager");
  await page.goto(`${here}/2025-2026/units/psykiatrien`);
  await expect(page.getByText(/Fra 1\. januar 2026 føres indsatserne videre af/)).toBeVisible();
  await expect(page.getByText("Aftalen · tidligere gældende")).toBeVisible();
  const printed = (await hashOnPage(page).textContent())!.trim();
  const { id } = await agreement("psykiatrien", "2025-2026");
  const [stored] = await demoRows<{ text: string; number: number }>(
    `select text, number from "AgreementText" where "agreementId" = $1 order by number desc limit 1`,
    [id],
  );
  expect(createHash("sha256").update(stored!.text).digest("hex")).toBe(printed);
  const file = await ask(await requestAs("regionManager"), `${here}/2025-2026/units/psykiatrien/text`);
  expect(createHash("sha256").update(file.body).digest("hex")).toBe(printed);
  await page.goto(`${here}/2025-2026/units/aarhus-universitetshospital`);
  await expect(page.getByText("overtaget fra Psykiatrien 2025–2026").first()).toBeVisible();
});

test("the agreement is printed on A4, and commitments and follow-ups leave as files", async ({ requestAs }) => {
  test.slow();
  const request = await requestAs("regionManager");
  const pdf = await request.get(`${here}/2024/units/midtvask/pdf`);
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const csv = await ask(request, `${here}/2025-2026/export/csv?lang=en`);
  const [head, ...lines] = csv.body.trim().split("\r\n");
  expect(head).toContain("orgUnit,track,kind,commitment");
  const [{ count } = { count: 0 }] = await demoRows<{ count: number }>(
    `select count(*)::int from "Commitment" c join "Agreement" a on a.id = c."agreementId" join "AgreementPeriod" p on p.id = a."periodId" where p.code = '2025-2026'`,
  );
  expect(lines).toHaveLength(count);
  expect((await ask(request, `${here}/2025-2026/export/csv?of=follow-ups`)).body).toContain("evidence,effect");
  const xlsx = await request.get(`${here}/2025-2026/export/xlsx`);
  expect([xlsx.status(), (await xlsx.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
});

test("the catalogue tells which org units use an initiative, with what effect", async ({ pageAs }) => {
  const page = await pageAs("regionContributor");
  await page.goto(`${here}/catalogue`);
  const entry = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /^Vaskbare kitler/ }) });
  await expect(entry).toContainText("enheder");
  await expect(page.getByRole("button", { name: /Tag ud af kataloget/ })).toHaveCount(0);
  await entry.getByRole("link", { name: /^Enheder, der bruger det/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Vaskbare kitler/ })).toBeVisible();
  const uses = page.getByRole("table", { name: "Enheder, der bruger det" });
  await uses.getByRole("link", { name: "Aarhus Universitetshospital 2024" }).click();
  await expect(page).toHaveURL(/units\/aarhus-universitetshospital\/commitments\//);
});

test("a period is rolled forward, signed, followed up and amended", async ({ pageAs, requestAs, baseURL }) => {
  test.slow();
  const [central, unit, request] = [
    await pageAs("regionController"),
    await pageAs("regionContributor"),
    await requestAs("regionContributor"),
  ];
  await central.goto(`${here}/setup`);
  await central.getByText("Åbn en periode", { exact: true }).first().click();
  await central.getByLabel("Første dag").fill("2027-01-01");
  await central.getByLabel("Sidste dag").fill("2028-12-31");
  await central.getByRole("button", { name: "Åbn en periode" }).click();
  await expect(central).toHaveURL(`${here}/2027-2028`);
  await expect(central.getByRole("heading", { level: 1 })).toHaveText("0 af 10 enheder har underskrevet");

  // Carry on, copy and end.
  const address = `${here}/2027-2028/units/regionsapoteket`;
  await unit.goto(address);
  const decide = async (text: RegExp, choice: string, reason = "") => {
    const line = unit.locator(".earlier > li").filter({ hasText: text });
    await line.getByRole("radio", { name: new RegExp(`^${choice}`) }).check();
    if (reason) await line.getByRole("textbox", { name: "Begrundelse" }).fill(reason);
    await line.getByRole("button", { name: /^Beslut/ }).click();
    await expect(line.getByRole("radio")).toHaveCount(0);
  };
  await decide(/^Mad bestilles/, "Videreføres");
  await decide(/^Medicin/, "Gentages");
  await decide(/^Videomøde/, "Slutter", "Er blevet fast praksis");
  await expect(unit.getByText("Sluttet · Er blevet fast praksis")).toBeVisible();
  await expect(unit.getByText("videreført fra Regionsapoteket 2025–2026")).toBeVisible();
  await expect(unit.getByText("gentaget fra Regionsapoteket 2025–2026")).toBeVisible();

  // A third own commitment from the catalogue; the requirements get somebody responsible.
  await unit.getByRole("link", { name: "Tilføj en indsats Cirkulær økonomi" }).click();
  await unit.getByRole("link", { name: /^Vælg Engangshandsker/ }).click();
  await expect(unit.getByRole("heading", { level: 1, name: /^Engangshandsker/ })).toBeVisible();
  const picked = unit.url();
  for (const form of [picked, picked.replace(/\?.*$/, "?track=circular-economy")])
    await expectInspectedIn(unit, form, baseURL!);
  await unit.goto(picked);
  await unit.getByLabel("Ansvarlig").fill("Hygiejnekoordinator");
  await unit.getByRole("textbox", { name: "Milepæle" }).fill("30.06.2027 Undervisning holdt");
  await unit.getByRole("button", { name: "Gem indsatsen" }).click();
  await expect(unit).toHaveURL(address);
  const { id } = await agreement("regionsapoteket", "2027-2028");
  const bare = await demoRows<{
    id: string;
    trackId: string;
    text: string;
    origin: string;
    initiativeId: string | null;
  }>(
    `select c.id, c."trackId", c.text, c."initiativeId" from "Commitment" c where c."agreementId" = $1
     and not exists (select from "Milestone" m where m."commitmentId" = c.id)`,
    [id],
  );
  for (const { id: commitment, trackId, text, initiativeId } of bare) {
    const { version } = await agreement("regionsapoteket", "2027-2028");
    const saved = await call(request, actionNamed("saveCommitment"), address, [
      {},
      {
        ...{ org, agreementId: id, seen: String(version), back: address, id: commitment, trackId, text },
        ...{ initiativeId: initiativeId ?? "", responsible: "Sekretariatet", deadline: "2028-12-31" },
        ...{ measure: "milestones", kpiId: "", targetAmount: "", expectedEffect: "", milestones: "01.06.2027 Plan" },
      },
    ]);
    expect(refusalOf(saved)).toBeNull();
  }
  await unit.goto(address);
  await expect(unit.getByText(/mangler, før aftalen kan underskrives/)).toHaveCount(0);
  await unit.getByRole("button", { name: "Foreslå" }).click();
  await expect(unit.locator(".unit-head .state")).toContainText("Foreslået");
  await central.goto(address);
  await central.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(central.locator(".unit-head .state")).toContainText("Til underskrift");

  const signAs = async (page: Page, capacity: string) => {
    await page.goto(address);
    await page.getByLabel("I egenskab af").fill(capacity);
    await page.getByRole("button", { name: "Underskriv", exact: true }).click();
    await expect(page.locator(".signatures").first()).toContainText(capacity);
  };
  await signAs(unit, "Sygehusapoteker");
  await signAs(central, "Bæredygtighedschef");
  await expect(central.locator(".unit-head .state")).toContainText("Underskrevet");
  const first = (await hashOnPage(central).textContent())!.trim();

  // An amendment keeps both texts.
  await unit.goto(address);
  await unit.getByText("Ændr aftalen", { exact: true }).click();
  await unit.getByLabel("Hvorfor ændres aftalen?").fill("Leverandøren er skiftet");
  await unit.getByRole("button", { name: "Begynd ændringen" }).click();
  await expect(unit.locator(".unit-head .state")).toContainText("ændring under vejs, udgave 2");
  await unit.getByRole("button", { name: "Foreslå" }).click();
  await expect(unit.locator(".unit-head .state")).toContainText("Foreslået");
  await central.goto(address);
  await central.getByRole("button", { name: "Godkend", exact: true }).click();
  await expect(central.locator(".unit-head .state")).toContainText("Til underskrift");
  await signAs(unit, "Sygehusapoteker");
  await signAs(central, "Bæredygtighedschef");
  const texts = await demoRows<{ sha256: string; reason: string; text: string }>(
    `select sha256, reason, text from "AgreementText" where "agreementId" = $1 order by number`,
    [id],
  );
  expect(texts.map(({ reason }) => reason)).toEqual(["", "Leverandøren er skiftet"]);
  expect(texts[0]!.sha256).toBe(first);
  await expect(hashOnPage(central)).toHaveText(texts[1]!.sha256);
  expect(createHash("sha256").update(texts[1]!.text).digest("hex")).toBe(texts[1]!.sha256);
});
