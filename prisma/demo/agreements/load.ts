/** Loads Region Midtjylland's agreements: both periods, an example catalogue, and the org unit that closes within the second. */
import type { Prisma } from "@/lib/database/generated/client";
import { loadFirst } from "./first-period.ts";
import { shortUnit, type Context } from "./period.ts";
import { loadSecond } from "./second-period.ts";
import { loadSetting } from "./setting.ts";
import { unitActors } from "./signing.ts";
import { loadSuccession } from "./succession.ts";

export type AgreementPeople = { central: string; contributor?: string; specialist?: string };

/** The names of units, tracks and functions are the source's; every commitment, requirement and initiative is an example. */
export async function loadRegionAgreements(
  database: Prisma.TransactionClient,
  organisationId: string,
  orgUnits: Map<string, string>,
  people: AgreementPeople,
): Promise<void> {
  const setting = await loadSetting(database, organisationId, people.specialist);
  const known = new Map(people.contributor ? [[shortUnit, people.contributor]] : []);
  const context: Context = {
    ...{ database, organisationId, setting },
    units: [...orgUnits].map(([name, id]) => ({ id, name })),
    actors: { central: people.central, unitOf: unitActors(known) },
  };
  const first = await loadFirst(context);
  const second = await loadSecond(context, first);
  await loadSuccession(context, second);
  await addAssessments(context, second.agreements);
}

async function addAssessments(
  { database, organisationId, setting, actors }: Context,
  agreements: Map<string, { id: string }>,
): Promise<void> {
  const said: [string, string, "sound" | "improvable" | null, string][] = [
    [
      "midtVask",
      "utilities",
      "sound",
      "Eksempel: Genbrug af skyllevand er målt fra begyndelsen og kan bruges af andre vaskerier.",
    ],
    [
      "Regionshospitalet Horsens",
      "utilities",
      "improvable",
      "Eksempel: Gennemgangen mangler de ældste bygninger, hvor spildet er størst.",
    ],
    [
      "Regionsapoteket",
      "circular-economy",
      null,
      "Eksempel: Omfordeling af medicin er stærk; der mangler én indsats mere i sporet.",
    ],
  ];
  await database.assessment.createMany({
    data: said.map(([unit, track, verdict, text], at) => ({
      ...{ organisationId, verdict, text, isExample: true },
      agreementId: agreements.get(unit)!.id,
      trackId: setting.trackIds.get(track)!,
      actorId: actors.central,
      at: new Date(`2026-0${at + 2}-11T10:00:00Z`),
    })),
  });
}
