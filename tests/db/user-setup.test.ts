import { afterAll, beforeAll, expect, test } from "vitest";
import { hasUsers } from "@/lib/session/queries";
import { setUp } from "@/lib/user/setup/mutations";
import { freshDatabase, type TestDatabase } from "./harness";
import { goodPassword } from "./people";

let own: TestDatabase;
beforeAll(async () => void (own = await freshDatabase()));
afterAll(() => own.close());

const setup = (slug: string) => ({
  organisation: `Organisation ${slug}`,
  slug,
  name: "First",
  email: `${slug}@tests.example`,
  password: goodPassword,
});

test("setting up refuses a weak password and leaves nothing behind", async () => {
  await expect(setUp({ ...setup("weak"), password: "organisation weak" }, 2026)).rejects.toMatchObject({
    field: "password",
  });
  expect([await hasUsers(), await own.database.organisation.count()]).toEqual([false, 0]);
});

test("setting up makes one administrator and one organisation, however many try at once, and never again", async () => {
  const outcomes = await Promise.all(
    ["a1", "b2", "c3", "d4"].map((slug) =>
      setUp(setup(slug), 2026).then(
        () => "done",
        (error: { code: string }) => error.code,
      ),
    ),
  );
  expect(outcomes.sort()).toEqual(["done", "user.setupOver", "user.setupOver", "user.setupOver"]);
  const organisations = await own.database.organisation.findMany({
    include: { orgUnits: true, periods: true, memberships: { include: { user: true } } },
  });
  expect(organisations).toHaveLength(1);
  expect(organisations[0]).toMatchObject({
    orgUnits: [{ isRoot: true, code: organisations[0]!.slug }],
    periods: [{ year: 2026, state: "open" }],
    memberships: [{ role: "administrator", user: { name: "First" } }],
  });
  expect(await hasUsers()).toBe(true);
  await expect(setUp(setup("later"), 2027)).rejects.toMatchObject({ code: "user.setupOver" });
});
