import { afterAll, beforeAll, expect, test } from "vitest";
import { rememberLocale } from "@/lib/language/mutations";
import { freshDatabase, type TestDatabase } from "./harness";

let own: TestDatabase;
beforeAll(async () => void (own = await freshDatabase()));
afterAll(() => own.close());

test("a choice of language stays on the person's account, and on no other", async () => {
  const person = await own.database.user.create({ data: { name: "A", email: "a@language.example" } });
  const neighbour = await own.database.user.create({ data: { name: "B", email: "b@language.example" } });
  await rememberLocale(person.id, "en");
  const locales = await own.database.user.findMany({
    where: { id: { in: [person.id, neighbour.id] } },
    orderBy: { email: "asc" },
    select: { locale: true },
  });
  expect(locales).toEqual([{ locale: "en" }, { locale: "da" }]);
});
