import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { themeFrom } from "./model";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

/** What a pillar says. Themes stand in the same order in both languages, the Danish with the global goals they serve. */
export type PillarText = {
  nameDa: string;
  nameEn: string;
  colour: string;
  isGuiding: boolean;
  sdgs: number[];
  themesDa: string[];
  themesEn: string[];
};

/** Adds a pillar after the others. Refuses `setup.taken` and `setup.themesDiffer`. */
export async function addPillar(setter: Setter, code: string, pillar: PillarText): Promise<void> {
  const { organisationId } = setter;
  const { themes, row } = rowsOf(pillar);
  await changeSetup(setter, async (tx) => {
    const position = await tx.pillar.count({ where: { organisationId } });
    const { id } = await tx.pillar.create({ data: { organisationId, code, position, ...row }, select: { id: true } });
    await tx.theme.createMany({ data: themes.map((theme) => ({ ...theme, pillarId: id })) });
    return { action: "pillar.add", subject: code, detail: pillar };
  });
}

/** Changes a pillar and its themes. Refuses `access.notFound` for an id of elsewhere, and `setup.themesDiffer`. */
export async function changePillar(setter: Setter, id: string, pillar: PillarText): Promise<void> {
  const { organisationId } = setter;
  const { themes, row } = rowsOf(pillar);
  await changeSetup(setter, async (tx) => {
    const where = { organisationId_id: { organisationId, id } };
    const before = await tx.pillar.findUnique({ where, include: { themes: { orderBy: { position: "asc" } } } });
    if (!before) throw new Refusal("access.notFound");
    await tx.pillar.update({ where, data: row, select: { id: true } });
    await tx.theme.deleteMany({ where: { pillarId: id } });
    await tx.theme.createMany({ data: themes.map((theme) => ({ ...theme, pillarId: id })) });
    const was = { nameDa: before.nameDa, nameEn: before.nameEn, sdgs: before.sdgs, themes: before.themes.length };
    return { action: "pillar.change", subject: before.code, detail: { before: was, after: pillar } };
  });
}

function rowsOf({ themesDa, themesEn, ...row }: PillarText): {
  row: Omit<PillarText, "themesDa" | "themesEn">;
  themes: Omit<Prisma.ThemeCreateManyInput, "pillarId">[];
} {
  if (themesDa.length !== themesEn.length) throw new Refusal("setup.themesDiffer", {}, "themesEn");
  const themes = themesDa.map((line, position) => {
    const { name: nameDa, sdgs } = themeFrom(line);
    return { nameDa, nameEn: themeFrom(themesEn[position]!).name, sdgs, position };
  });
  return { row, themes };
}
