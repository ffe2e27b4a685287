import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startSession } from "@/lib/session/mutations";
import { findSession } from "@/lib/session/queries";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation, aPerson, goodPassword } from "./people";

vi.hoisted(() => void (process.env.APP_ORIGIN = "https://esg.example.dk"));

let own: TestDatabase;
beforeAll(async () => void (own = await freshDatabase()));
afterAll(() => own.close());

test("behind https the cookie is bound to this host, and opens a session all the same", async () => {
  const { id } = await anOrganisation(own.database, "aleris");
  const { email } = await aPerson(own.database, "Anna", id, "manager");
  const cookies = (await startSession(email, goodPassword)).getSetCookie();
  expect(cookies).toHaveLength(1);
  expect(cookies[0]).toMatch(/^__Host-ledestjerne=[^;]+; Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(
    await findSession(decodeURIComponent(cookies[0]!.slice("__Host-ledestjerne=".length, cookies[0]!.indexOf(";")))),
  ).not.toBeNull();
});
