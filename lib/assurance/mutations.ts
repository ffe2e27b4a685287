import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import { refusalOf, type AssuranceAct, type Conclusion } from "./model";
import { drawLargest, drawRandom, printOf, type Drawable } from "./sample/model";
import { getPopulation } from "./sample/queries";

/** Who acts in which organisation. */
type Actor = { organisationId: string; actorId: string };

/** A sample as it is to be drawn; by hand: the values named, by org unit and KPI. */
export type Drawing = { year: number; within: string } & (
  | { rule: "random"; seed: string; size: number }
  | { rule: "largest"; size: number }
  | { rule: "byHand"; named: readonly { unit: string; code: string }[] }
);

/** Draws a sample in one act. Refuses `access.notFound` for a year there is not, `assurance.nothingToDraw`, and `assurance.noSuchValue` by hand. */
export function drawSample(
  database: PrismaClient,
  { organisationId, actorId }: Actor,
  drawing: Drawing,
): Promise<string> {
  return database.$transaction(async (tx) => {
    const { year, within, rule } = drawing;
    const where = { organisationId_year: { organisationId, year } };
    if (!(await tx.reportingPeriod.findUnique({ where, select: { year: true } }))) throw new Refusal("access.notFound");
    const values = await getPopulation(tx, organisationId, year, within);
    const drawn = drawnFrom(values, drawing);
    if (drawn.length === 0) throw new Refusal("assurance.nothingToDraw");
    const seed = rule === "random" ? drawing.seed : "";
    const print = printOf(values);
    const { id } = await tx.assuranceSample.create({
      data: {
        organisationId,
        year,
        rule,
        seed,
        within,
        population: values.length,
        populationPrint: print,
        drawnBy: actorId,
      },
      select: { id: true },
    });
    await tx.assuranceItem.createMany({
      data: drawn.map(({ kpiId, orgUnitId, version }, at) => ({
        ...{ organisationId, sampleId: id, position: at + 1, kpiId, orgUnitId, year, version },
      })),
    });
    const detail = { year, rule, seed, within, population: values.length, populationPrint: print, drawn: drawn.length };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "assurance.draw", subject: id, detail });
    return id;
  });
}

function drawnFrom(values: Drawable[], drawing: Drawing): Drawable[] {
  if (drawing.rule === "random") return drawRandom(values, drawing.seed, drawing.size);
  if (drawing.rule === "largest") return drawLargest(values, drawing.size);
  return drawing.named.map(({ unit, code }) => {
    const found = values.find((value) => value.unit === unit && value.code === code);
    if (!found) throw new Refusal("assurance.noSuchValue", { unit, code }, "values");
    return found;
  });
}

/**
 * Adds an act about a sampled value. Two at once follow each other. Refuses `access.notFound` for an item of
 * elsewhere, and what `refusalOf` says. What was said stays out of the trail: it may name people.
 */
export function actOnItem(
  database: PrismaClient,
  { organisationId, actorId }: Actor,
  itemId: string,
  { act, conclusion, text }: { act: AssuranceAct; conclusion: Conclusion | null; text: string },
): Promise<void> {
  return database.$transaction(async (tx) => {
    await lock(tx, itemId);
    const item = await tx.assuranceItem.findUnique({
      where: { organisationId_id: { organisationId, id: itemId } },
      include: { entries: { select: { act: true }, orderBy: { position: "asc" } } },
    });
    if (!item) throw new Refusal("access.notFound");
    const refused = refusalOf(
      item.entries.map((entry) => entry.act),
      act,
    );
    if (refused) throw new Refusal(`assurance.${refused}`);
    await tx.assuranceEntry.createMany({
      data: [{ itemId, organisationId, position: item.entries.length + 1, act, conclusion, text, actorId }],
    });
    const { kpiId, orgUnitId, year } = item;
    const detail = { cell: { kpiId, orgUnitId, year }, ...(conclusion && { conclusion }) };
    await recordAudit(tx, {
      organisationId,
      actorId,
      door: "page",
      action: `assurance.${act}`,
      subject: itemId,
      detail,
    });
  });
}

/** Held until the transaction ends. */
async function lock(tx: Prisma.TransactionClient, itemId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`assurance ${itemId}`}, 0))`;
}
