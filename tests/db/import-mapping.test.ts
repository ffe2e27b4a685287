/** A mapping as its form sends it: what is missing is said and what was chosen is kept. */
import type { Client } from "pg";
import { expect, it } from "vitest";
import { getImport, type ImportView } from "@/lib/import/batch/queries";
import { beginImport } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import { changeMapping } from "@/lib/import/mapping/mutations";
import type { MappingFields } from "@/lib/import/mapping/schema";
import { openRows } from "@/lib/operation/import-rows";
import type { ImportWorld } from "./import-world";
import { importing } from "./importing";

let client: Client;
let world: () => Promise<ImportWorld>;
importing("mapping", (made) => ({ client, world } = made));

it("keeps what was chosen and asks for what is missing before it goes on to the preview", async () => {
  const { organisationId, actorId } = await world();
  const file = Buffer.from(["Nord;;2024;2023", "Fjernkøling;MWh;1.100;1.089", "Damp;MWh;4900;4833"].join("\n"));
  const brought = { organisationId, actorId, door: "import", locale: "da", reach: null, name: "b.csv" } as const;
  const id = await beginImport(client, { ...brought, kind: "csv", size: file.length, sha256: "0".repeat(64) }, [file]);
  await work(client, id, () => openRows("csv", file, "b.csv"));
  const now = async () => (await getImport(client, organisationId, id, null)) as ImportView;
  const send = async (fields: MappingFields) => {
    const { plan, look, name } = await now();
    const all = { "sheet.0.is": "1", "sheet.0.used": "1", "sheet.0.head": "1", notation: "da", ...fields };
    expect(await changeMapping(client, organisationId, { id, plan: plan!, look: look!, name, reach: null }, all)).toBe(
      true,
    );
    return now();
  };
  expect((await now()).state).toBe("mapping");
  expect(await send({ "sheet.0.used": "" })).toMatchObject({ state: "mapping", failure: "import.incomplete" });

  const figures = { "column.0.2.role": "value", "column.0.2.year": "2024" };
  const ticked = await send({ ...figures, "column.0.0.role": "ignore", "sheet.0.orgUnit": "Nord · nord" });
  expect(ticked).toMatchObject({ state: "mapping", failure: "import.incomplete" });
  expect(ticked.plan!.sheets[0]).toMatchObject({ isUsed: true, fixed: { orgUnit: "nord" } });
  expect(ticked.plan!.sheets[0]!.columns[0], "a choice is not lost with the tick").toMatchObject({ role: "ignore" });

  const whole = { ...figures, "column.0.0.role": "kpi", "sheet.0.orgUnit": "nord" };
  const again = await send({ ...whole, "sheet.0.head": "2" });
  expect(again).toMatchObject({ state: "mapping", plan: { sheets: [{ head: [1] }] } });
  await send({ ...whole, "sheet.0.head": "1" });
  expect(await send(whole)).toMatchObject({ state: "previewing", failure: "" });
});
