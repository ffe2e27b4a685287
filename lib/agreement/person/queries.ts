import { database } from "@/lib/database/client";

/** What is told of whoever did something: the present name, and the specialist functions the person works in. */
export type PersonName = { name: string; functions: string[] };

/** The people of these ids who are in the organisation still, by id. */
export async function getPeopleNames(organisationId: string, ids: string[]): Promise<Map<string, PersonName>> {
  if (ids.length === 0) return new Map();
  const rows = await database.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      name: true,
      functions: { where: { organisationId }, select: { function: { select: { name: true } } } },
    },
  });
  return new Map(
    rows.map(({ id, name, functions }) => [id, { name, functions: functions.map((one) => one.function.name) }]),
  );
}
