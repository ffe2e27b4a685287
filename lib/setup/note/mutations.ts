import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { requireKpi } from "@/lib/setup/kpi/finding/queries";

/** A footnote on a KPI's name, from a year and until a year: one that is there, or a new one. */
export type NoteInput = {
  footnoteId: string | null;
  textDa: string;
  textEn: string;
  fromYear: number;
  toYear: number | null;
};

/** Marks a footnote on a KPI. Refuses `access.notFound`, `setup.note.textMissing`, `setup.collection.yearsCrossed`, `setup.taken`. */
export async function addNote(setter: Setter, code: string, note: NoteInput): Promise<void> {
  const { organisationId } = setter;
  const { fromYear, toYear, textDa, textEn } = note;
  if (note.footnoteId === null && (textDa === "" || textEn === ""))
    throw new Refusal("setup.note.textMissing", {}, textDa === "" ? "textDa" : "textEn");
  if (toYear !== null && toYear < fromYear) throw new Refusal("setup.collection.yearsCrossed", {}, "toYear");
  await changeSetup(setter, async (tx) => {
    const { id: kpiId } = await requireKpi(tx, organisationId, code);
    const footnote = note.footnoteId
      ? await tx.footnote.findFirst({
          where: { organisationId, id: note.footnoteId },
          select: { id: true, code: true },
        })
      : await newFootnote(tx, organisationId, code, { textDa, textEn });
    if (!footnote) throw new Refusal("access.notFound");
    await tx.footnoteUse.create({
      data: { organisationId, kpiId, footnoteId: footnote.id, fromYear, toYear },
      select: { kpiId: true },
    });
    return {
      action: "footnote.add",
      subject: code,
      detail: { footnote: footnote.code, textDa, textEn, fromYear, toYear },
    };
  });
}

/** Takes a footnote off a KPI; one that stands nowhere else goes with it. Refuses `access.notFound`. */
export async function removeNote(
  setter: Setter,
  code: string,
  { footnoteId, fromYear }: { footnoteId: string; fromYear: number },
): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const { id: kpiId } = await requireKpi(tx, organisationId, code);
    const { count } = await tx.footnoteUse.deleteMany({ where: { organisationId, kpiId, footnoteId, fromYear } });
    if (count === 0) throw new Refusal("access.notFound");
    const footnote = await tx.footnote.findUniqueOrThrow({ where: { id: footnoteId } });
    if ((await tx.footnoteUse.count({ where: { footnoteId } })) === 0)
      await tx.footnote.delete({ where: { id: footnoteId }, select: { id: true } });
    const { code: name, textDa, textEn } = footnote;
    return {
      action: "footnote.remove",
      subject: code,
      detail: { before: { footnote: name, textDa, textEn, fromYear } },
    };
  });
}

/** A new footnote, called after the KPI and counted up. */
async function newFootnote(
  tx: Prisma.TransactionClient,
  organisationId: string,
  code: string,
  text: { textDa: string; textEn: string },
): Promise<{ id: string; code: string }> {
  const named = await tx.footnote.findMany({
    where: { organisationId, code: { startsWith: code } },
    select: { code: true },
  });
  const taken = new Set(named.map((one) => one.code));
  let number = 1;
  while (taken.has(`${code}-${number}`)) number++;
  return tx.footnote.create({
    data: { organisationId, code: `${code}-${number}`, ...text },
    select: { id: true, code: true },
  });
}
