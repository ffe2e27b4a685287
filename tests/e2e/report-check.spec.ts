import { expect, expectAccessible, test } from "./fixtures";

const check = "/aleris/reports/2023/check";

test.use({ as: "controller" });

test("what the check finds is accepted with a reason, seen by others, and taken back", async ({ page, pageAs }) => {
  await page.goto(check);
  const item = page.getByRole("listitem").filter({ hasText: "Arbejdsskader 2023" });
  await expect(item).toContainText("3,5 % af 757 årsværk er intet helt antal");
  await expect(item.getByRole("link", { name: "Se tallet" })).toHaveAttribute("href", "/aleris/figures/injuries/2023");
  await expect(page.getByRole("link", { name: "Indtast tal for 2023" })).toHaveAttribute("href", "/aleris/entry/2023");
  await expectAccessible(page);
  await item.getByRole("button", { name: "Acceptér: Arbejdsskader 2023" }).click();
  await expect(item.getByRole("alert")).toContainText("Skriv, hvorfor det må stå.");
  await item.getByLabel("Begrundelse").fill("Nævneren er årets gennemsnit.");
  await item.getByRole("button", { name: "Acceptér: Arbejdsskader 2023" }).click();
  await expect(item).toContainText("Nævneren er årets gennemsnit.");

  const auditor = await pageAs("auditor");
  await auditor.goto(check);
  const seen = auditor.getByRole("listitem").filter({ hasText: "Arbejdsskader 2023" });
  await expect(seen).toContainText("Nævneren er årets gennemsnit.");
  await expect(seen.getByRole("button")).toHaveCount(0);

  await item.getByRole("button", { name: "Tag tilbage: Arbejdsskader 2023" }).click();
  await expect(item.getByLabel("Begrundelse")).toBeVisible();
});
