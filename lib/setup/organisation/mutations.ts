import { createHash } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { onPaper } from "./model";

/** An organisation as it is to be. */
export type OrganisationSetup = {
  name: string;
  nameEn: string;
  country: string;
  currency: string;
  yearBeginsInMonth: number;
  languages: ("da" | "en")[];
  colour: string;
  suppressBelowCases: number;
  suppressBelowReplies: number;
  materialityPercent: string;
  fteKpi: string | null;
};

/**
 * Changes what an organisation is as a whole; its root org unit keeps its name. Refuses
 * `setup.organisation.colourPale` for a colour that cannot be read on paper, and `setup.unknownCode`.
 */
export async function changeOrganisation(setter: Setter, { fteKpi, ...wanted }: OrganisationSetup): Promise<void> {
  const { organisationId } = setter;
  const { ratio, isEnough } = wanted.colour ? onPaper(wanted.colour) : { ratio: "", isEnough: true };
  if (!isEnough) throw new Refusal("setup.organisation.colourPale", { ratio }, "colour");
  await changeSetup(setter, async (tx) => {
    const kpi =
      fteKpi &&
      (await tx.kpi.findUnique({
        where: { organisationId_code: { organisationId, code: fteKpi } },
        select: { id: true },
      }));
    if (fteKpi && !kpi) throw new Refusal("setup.unknownCode", { code: fteKpi }, "fteKpi");
    const before = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      include: { fteKpi: { select: { code: true } } },
    });
    await tx.organisation.update({
      where: { id: organisationId },
      data: { ...wanted, fteKpiId: kpi ? kpi.id : null },
      select: { id: true },
    });
    await tx.orgUnit.updateMany({ where: { organisationId, isRoot: true }, data: { name: wanted.name } });
    const { name, nameEn, country, currency, yearBeginsInMonth, languages, colour } = before;
    const { suppressBelowCases, suppressBelowReplies } = before;
    const was = {
      name,
      nameEn,
      country,
      currency,
      yearBeginsInMonth,
      languages,
      colour,
      suppressBelowCases,
      suppressBelowReplies,
    };
    const materialityPercent = before.materialityPercent.toFixed();
    return {
      action: "organisation.change",
      subject: wanted.name,
      detail: {
        before: { ...was, materialityPercent, fteKpi: before.fteKpi?.code ?? null },
        after: { ...wanted, fteKpi },
      },
    };
  });
}

/** Puts a picture of the organisation's on the report's cover; null takes it away. Refuses `access.notFound` for a picture it has not. */
export async function setCover(setter: Setter, coverId: string | null): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const picture =
      coverId && (await tx.picture.findFirst({ where: { organisationId, id: coverId }, select: { name: true } }));
    if (coverId && !picture) throw new Refusal("access.notFound");
    await tx.organisation.update({ where: { id: organisationId }, data: { coverId }, select: { id: true } });
    return { action: "organisation.cover", subject: picture ? picture.name : "", detail: { coverId } };
  });
}

/** Puts a logo on the organisation's report, kept among its files; null takes it away. */
export async function setLogo(setter: Setter, bytes: Uint8Array<ArrayBuffer> | null): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const sha256 = bytes && createHash("sha256").update(bytes).digest("hex");
    let logoId: string | null = null;
    if (bytes && sha256) {
      const held = await tx.keptFile.findUnique({ where: { organisationId_sha256: { organisationId, sha256 } } });
      logoId =
        held?.id ??
        (
          await tx.keptFile.create({
            data: { organisationId, sha256, size: bytes.length, pieces: { create: { position: 0, bytes } } },
          })
        ).id;
    }
    await tx.organisation.update({ where: { id: organisationId }, data: { logoId }, select: { id: true } });
    return { action: "organisation.logo", subject: sha256 ?? "", detail: { sha256 } };
  });
}
