import { createHash } from "node:crypto";
import { withConnection } from "@/lib/database/pool";
import { addEvidence, withdrawEvidence } from "@/lib/evidence/mutations";
import type { JudgedFile } from "@/lib/evidence/model";
import { examplePdf } from "@/prisma/demo/example-files";
import { twoOrganisations } from "./two-organisations";

export const pdf = examplePdf(["Example"]);

/** A file as the product has judged it. */
export const judged = (bytes: Buffer, name = "faktura.pdf"): JudgedFile & { bytes: Buffer; note: string } => ({
  name,
  kind: "pdf",
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes,
  note: "",
});

/** Two organisations in a database of the file's own, and the ways its tests put something beside a value. */
export function besideWorld() {
  const here = twoOrganisations();

  const actor = () => ({
    organisationId: here.aleris.organisationId,
    actorId: here.aleris.actorId,
    door: "page" as const,
  });
  const cell = (kpiId = here.aleris.electricity, orgUnitId = here.aleris.north, year = 2024) => ({
    kpiId,
    orgUnitId,
    year,
  });
  const addTo = (where: ReturnType<typeof cell>, file = judged(pdf), by = actor()) =>
    withConnection((sql) => addEvidence(sql, by, where, file));
  const take = (id: string, by = actor(), reason = "Wrong year") =>
    withConnection((sql) => withdrawEvidence(sql, by, id, reason));
  return { here, actor, cell, addTo, take };
}
