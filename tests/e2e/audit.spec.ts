import { createHash } from "node:crypto";
import { chainFollower, type ChainLink } from "../../lib/audit/chain/model";
import { expect, test } from "./wire";

test.use({ as: "auditor" });

test("an auditor narrows the trail, reads an act's detail and takes the whole chain away", async ({ page }) => {
  await page.goto("/aleris/dashboard/2023");
  await page.getByRole("link", { name: "Revisionsspor" }).click();
  const table = page.getByRole("table");
  await expect(table).toBeVisible();
  await page.getByLabel("Hvad").selectOption({ label: "Demo" });
  await page.getByRole("button", { name: "Vis" }).click();
  await expect(page).toHaveURL(/room=demo/);
  await expect(table.getByRole("row")).toHaveCount(2);
  await table.getByText("Detaljer").click();
  await expect(table.getByText(/^SHA-256 [0-9a-f]{64}$/)).toBeVisible();

  const chain = await page.request.get("/aleris/audit/chain");
  const links = (await chain.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ChainLink);
  const { follow, ends } = chainFollower((text) => createHash("sha256").update(text).digest("hex"));
  expect(links.flatMap((link) => follow(link) ?? [])).toEqual([]);
  expect(ends()).toMatchObject([{ length: links.length }]);

  const csv = await page.request.get("/aleris/audit/csv?room=demo");
  expect((await csv.text()).split("\r\n")[0]).toBe("sequence,at,actor,door,action,subject,detail,hash");
});

test("an empty search says what to do", async ({ page }) => {
  await page.goto("/aleris/audit?from=1999-01-01&to=1999-01-02");
  await expect(page.getByText("Ingen poster passer")).toBeVisible();
});
