/** `npm run import` as somebody types it: what it prints is what the page shows, and what it writes is what it printed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimImport, startUndo } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import { listCells } from "@/lib/import/preview/queries";
import { openRows } from "@/lib/operation/import-rows";
import { appendix } from "@/tests/fixtures/import/shapes";
import { workbook } from "@/tests/fixtures/import/workbook";
import { connectedDatabase, type ConnectedDatabase } from "./harness";
import { importWorld, manyFigures, preview } from "./import-world";

let made: ConnectedDatabase;
let client: ConnectedDatabase["client"];
const home = mkdtempSync(join(tmpdir(), "ledestjerne-command-"));

beforeAll(async () => {
  made = await connectedDatabase();
  client = made.client;
}, 60_000);
afterAll(async () => {
  await made.close();
  rmSync(home, { recursive: true, force: true });
});

/** Runs the command on a file and says how it ended and what it printed. */
function command(file: string, ...options: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/operation/import.ts", file, ...options], {
    env: { ...process.env, DATABASE_URL: made.ownerUrl },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (piece) => (out += String(piece)));
  child.stderr.on("data", (piece) => (err += String(piece)));
  return new Promise((done) => child.once("exit", (code) => done({ code, out, err })));
}

async function world(slug: string) {
  const org = await importWorld(made.database, slug);
  await made.database.membership.create({
    data: { organisationId: org.organisationId, userId: org.actorId, role: "controller" },
  });
  return org;
}

const filled = (organisationId: string) =>
  made.database.yearlyValue.count({ where: { organisationId, status: { not: null } } });

it("prints the preview of the page cell by cell and writes nothing; refused cells are a bad end unless they are left out", async () => {
  const org = await world("command");
  const file = join(home, "esg.xlsx");
  writeFileSync(file, workbook(appendix));
  const shown = await command(file, "--org", "command", "--dry-run", "--all", "--lang", "en");
  expect([shown.code, shown.err]).toEqual([0, ""]);
  expect(await filled(org.organisationId)).toBe(0);
  const page = await preview(client, org, "esg.xlsx", workbook(appendix));
  for (const view of ["refused", "added"] as const) {
    const cells = await listCells(client, page.id, view, { from: 0, most: 100 }, "en");
    expect(cells.length).toBeGreaterThan(2);
    for (const { sheet, cell, text, kpiCode, year } of cells) {
      const line = shown.out.split("\n").find((one) => one.includes(`${sheet}!${cell} `));
      expect(line, `${sheet}!${cell}`).toContain(JSON.stringify(text));
      expect(line).toContain([kpiCode, year].filter(Boolean)[0] ?? "");
    }
  }
  expect((await command(file, "--org", "command")).code, "some cells are refused").toBe(1);
  expect(await filled(org.organisationId)).toBe(0);
  expect((await command(file, "--org", "command", "--skip-refused")).code).toBe(0);
  expect(await filled(org.organisationId)).toBe(page.summary.added);
  const again = await command(file, "--org", "command", "--skip-refused");
  expect(again.code).toBe(0);
  expect(await made.database.valueRevision.count({ where: { organisationId: org.organisationId } })).toBe(
    page.summary.added,
  );
  const links = await made.database.auditEntry.findMany({
    where: { organisationId: org.organisationId, action: "value.import" },
  });
  expect(links).toMatchObject([{ door: "command", actorId: org.actorId }]);
}, 60_000);

it("takes a file the browser would refuse as too big, and says in words what it cannot read", async () => {
  const org = await world("command-big");
  const file = join(home, "stor.csv");
  const remark = "målt på stedet ".repeat(120);
  const rows = Array.from(
    { length: 6_000 },
    (_, at) => `${at < 2 ? ["nord", "syd"][at] : `sted-${at}`};water;2024;${at};${remark}`,
  );
  writeFileSync(file, ["Enhed;Nøgletal;År;Værdi;Bemærkning", ...rows].join("\r\n"));
  const shown = await command(file, "--org", "command-big", "--skip-refused");
  expect([shown.code, shown.err]).toEqual([0, ""]);
  expect(await filled(org.organisationId)).toBe(2);

  writeFileSync(join(home, "rapport.pdf"), "%PDF-1.7");
  const pdf = await command(join(home, "rapport.pdf"), "--org", "command-big");
  expect([pdf.code, pdf.err]).toEqual([1, expect.stringContaining("hverken en Excel-projektmappe")]);
  expect((await command(file, "--org", "nobody")).err).toContain("No such organisation: nobody");
  expect((await command(file)).code).toBe(2);
}, 60_000);

it("says why there is nothing to import: no table in the file, or refusals with the row's own label and the limit", async () => {
  const org = await world("command-nothing");
  const file = join(home, "brev.csv");
  writeFileSync(file, "Kære alle\nher er vores tal");
  const letter = await command(file, "--org", "command-nothing", "--dry-run");
  expect([letter.code, letter.out]).toEqual([1, expect.stringContaining("Der blev ikke fundet nogen tal i filen.")]);
  writeFileSync(file, ["Nøgletal;Sted;2024", "El;Nord;-5", "Fjernkøling;Nord;3"].join("\n"));
  const refused = await command(file, "--org", "command-nothing");
  expect(refused.code).toBe(1);
  expect(refused.out).toContain("electricity · Nord · 2024  Under det mindste, nøgletallet kan være: 0.");
  expect(refused.out).toContain("Fjernkøling · Nord · 2024  Nøgletallet er ikke genkendt");
  expect(refused.out).toContain("De 2 afviste celler kan ikke importeres, før");
  expect(refused.out).not.toContain("--skip-refused");
  expect(await filled(org.organisationId)).toBe(0);
}, 60_000);

it("what a killed command left at work is taken up by the next process that looks, and not before it is believed dead", async () => {
  const { organisationId, file } = await manyFigures(client, "killed");
  const path = join(home, "killed.xlsx");
  writeFileSync(path, file);
  const other = new pg.Client({ connectionString: made.ownerUrl });
  await other.connect();
  // Nothing can be staged meanwhile: it is killed at work.
  await other.query(`BEGIN; LOCK TABLE "ImportCell" IN ACCESS EXCLUSIVE MODE`);
  const child = spawn(process.execPath, ["--import", "tsx", "lib/operation/import.ts", path, "--org", "killed"], {
    env: { ...process.env, DATABASE_URL: made.ownerUrl },
  });
  const left = () => made.database.import.findFirst({ where: { organisationId } });
  await expect.poll(async () => (await left())?.state, { timeout: 60_000, interval: 20 }).toBe("previewing");
  const killed = once(child, "exit");
  child.kill("SIGKILL");
  await killed;
  await other.query("ROLLBACK");
  await other.end();
  const { id } = (await left())!;
  expect(await claimImport(client), "it may live").toBeNull();
  await client.query(`UPDATE "Import" SET "leaseUntil" = now() - interval '1 second' WHERE id = $1`, [id]);
  expect(await claimImport(client)).toBe(id);
  await work(client, id, () => openRows("xlsx", file, "killed.xlsx"));
  expect((await left())!.state).toBe("previewed");
}, 90_000);

it("what a command brought is taken back on the page as what a page brought", async () => {
  const { organisationId, actorId, file } = await manyFigures(client, "regretted");
  const path = join(home, "regretted.xlsx");
  writeFileSync(path, file);
  expect((await command(path, "--org", "regretted")).code).toBe(0);
  const { id } = await made.database.import.findFirstOrThrow({ where: { organisationId } });
  expect(await startUndo(client, organisationId, id, actorId, null)).toBe(true);
  expect(await claimImport(client), "the queue of the page works on it").toBe(id);
  await work(client, id, () => Promise.reject(new Error("not read again")));
  expect(await filled(organisationId)).toBe(0);
});
