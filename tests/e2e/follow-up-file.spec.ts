import { createHash } from "node:crypto";
import { examplePng } from "../../prisma/demo/example-files";
import { demoRows } from "./demo-facts";
import { ask, expect, isMissing, ownOrigin, test } from "./wire";

const org = "region-midtjylland";
const here = `/${org}/agreements`;

test("a follow-up is backed by a file, judged like any evidence, and only ever saved", async ({
  pageAs,
  requestAs,
}) => {
  const [central, contributor] = [await pageAs("regionController"), await requestAs("regionContributor")];
  const [commitment] = await demoRows<{ id: string; unit: string; followUp: string }>(
    `select c.id, u.code as unit, f.id as "followUp" from "FollowUp" f join "Commitment" c on c.id = f."commitmentId" join "Agreement" a on a.id = c."agreementId"
     join "OrgUnit" u on u.id = a."orgUnitId" join "AgreementPeriod" p on p.id = a."periodId" where p.code = '2025-2026' and u.code = 'midtvask' and a.state = 'signed' order by c.position limit 1`,
  );
  const path = `${here}/2025-2026/units/midtvask/commitments/${commitment!.id}`;
  await central.goto(path);
  const line = central.locator(`#follow-up-${commitment!.followUp}`);
  const attach = async (name: string, buffer: Buffer) => {
    await line.getByText("Vedhæft en fil").click();
    await line.getByLabel("Fil", { exact: true }).setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await line.getByRole("button", { name: "Vedhæft", exact: true }).click();
  };
  await attach("kvittering.pdf", Buffer.from("<html><script>alert(1)</script></html>"));
  await expect(central.locator("#files-refused")).toContainText("Filens indhold er ikke det, dens navn siger");
  await attach("måling ‮gpj.png", examplePng());
  const file = line.getByRole("link", { name: "måling gpj.png" });
  await expect(file).toBeVisible();
  const href = (await file.getAttribute("href"))!;
  const given = await contributor.get(href);
  expect([given.status(), given.headers()["content-type"], given.headers()["content-disposition"]]).toEqual([
    200,
    "application/octet-stream",
    expect.stringMatching(/^attachment;/),
  ]);
  expect(given.headers()["content-security-policy"]).toContain("; sandbox");
  expect(
    createHash("sha256")
      .update(await given.body())
      .digest("hex"),
  ).toBe(createHash("sha256").update(examplePng()).digest("hex"));
  expect(isMissing(await ask(await requestAs("controller"), href.replace(org, "aleris")))).toBe(true);
  expect((await ask(contributor, `${here}/2025-2026/export/csv?of=follow-ups`)).body).toContain("måling gpj.png");

  // Taken back with a reason, it stays to be seen and read, and backs nothing any more.
  const entry = line.getByRole("listitem").filter({ hasText: "måling gpj.png" });
  await entry.getByText("Træk tilbage").first().click();
  const form = entry.locator("form");
  await form.getByRole("button", { name: "Træk måling gpj.png tilbage" }).click();
  await expect(form.locator(".error-summary")).toContainText("Skriv, hvorfor bilaget trækkes tilbage.");
  await form.getByLabel("Hvorfor trækkes filen tilbage?").fill("Forkert måler");
  await form.getByRole("button", { name: "Træk måling gpj.png tilbage" }).click();
  await expect(entry).toContainText(/Trukket tilbage \d\d\.\d\d\.\d{4} af .+: Forkert måler/);
  await expect(form).toHaveCount(0);
  expect((await contributor.get(href)).status()).toBe(200);
  expect((await ask(contributor, `${here}/2025-2026/export/csv?of=follow-ups`)).body).not.toContain("måling gpj.png");

  // Another org unit's people attach nothing, and neither does who names a follow-up of another commitment.
  const sent = (who: typeof contributor, to: string) =>
    who.post(`${to}/files`, {
      headers: { origin: ownOrigin() },
      maxRedirects: 0,
      multipart: {
        followUp: commitment!.followUp,
        file: { name: "b.csv", mimeType: "text/csv", buffer: Buffer.from("a;b") },
      },
    });
  expect((await sent(contributor, path)).status()).toBe(404);
  const [other] = await demoRows<{ id: string }>(
    `select c.id from "Commitment" c join "Agreement" a on a.id = c."agreementId" join "OrgUnit" u on u.id = a."orgUnitId" join "AgreementPeriod" p on p.id = a."periodId"
     where p.code = '2025-2026' and u.code = 'midtvask' and c.id <> '${commitment!.id}' limit 1`,
  );
  const elsewhere = path.replace(commitment!.id, other!.id);
  expect((await sent(await requestAs("regionController"), elsewhere)).status()).toBe(404);
  expect(await demoRows(`select 1 from "FollowUpFile" where name = 'b.csv'`)).toEqual([]);
});
