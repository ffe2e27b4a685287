/** Loads the demo: both organisations with their people, figures and reports. */
import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/lib/database/generated/client";
import { loadAleris } from "./demo/aleris.ts";
import { loadAlerisApproval } from "./demo/aleris-approval.ts";
import { loadAlerisAssurance } from "./demo/aleris-assurance.ts";
import { loadAlerisBeside } from "./demo/aleris-beside.ts";
import { loadAlerisRequests } from "./demo/aleris-requests.ts";
import { loadRegionAgreements } from "./demo/agreements/load.ts";
import { createUser, grant } from "./demo/factory.ts";
import { demoPassword, demoPeople } from "./demo/people.ts";
import { publishYears } from "./demo/publications.ts";
import { loadRegion } from "./demo/region.ts";
import { loadReports } from "./demo/reports.ts";

/** Loads the demo into the database at `url`, all of it or nothing; an organisation that is there already is left alone. Returns whether anything was loaded. */
export async function loadDemo(url: string): Promise<boolean> {
  const database = new PrismaClient({ adapter: new PrismaPg(url) });
  try {
    return await database.$transaction(load, { timeout: 60_000, maxWait: 10_000 });
  } finally {
    await database.$disconnect();
  }
}

async function load(database: Prisma.TransactionClient): Promise<boolean> {
  if (await database.organisation.findUnique({ where: { slug: "aleris" } })) return false;
  const people = new Map<string, string>();
  for (const { roles: _, ...person } of demoPeople)
    people.set(person.email, await createUser(database, { ...person, password: demoPassword }));
  const controllers = {
    aleris: people.get("controller@demo.example") ?? randomUUID(),
    "region-midtjylland": people.get("controller@region.example") ?? randomUUID(),
  };
  const administrator = people.get("admin@demo.example") ?? randomUUID();
  const contributor = people.get("contributor@demo.example") ?? controllers.aleris;
  const authors = { controller: controllers.aleris, contributor, administrator };
  const loaded = {
    aleris: await loadAleris(database, authors),
    "region-midtjylland": await loadRegion(database, controllers["region-midtjylland"]),
  };
  await loadRegionAgreements(
    database,
    loaded["region-midtjylland"].organisationId,
    loaded["region-midtjylland"].orgUnits,
    {
      central: controllers["region-midtjylland"],
      contributor: people.get("contributor@region.example"),
      specialist: people.get("specialist@region.example"),
    },
  );
  await loadAlerisBeside(database, loaded.aleris.organisationId, authors);
  await loadAlerisApproval(database, loaded.aleris.organisationId, authors);
  await loadAlerisRequests(database, loaded.aleris.organisationId, authors);
  const auditor = people.get("auditor@demo.example") ?? controllers.aleris;
  await loadAlerisAssurance(database, loaded.aleris.organisationId, { controller: controllers.aleris, auditor });
  for (const slug of ["aleris", "region-midtjylland"] as const) {
    await loadReports(database, loaded[slug].organisationId, slug);
    await database.auditEntry.create({
      data: { organisationId: loaded[slug].organisationId, door: "demo", action: "demo.load", subject: slug },
    });
    await publishYears(database, loaded[slug].organisationId, slug, {
      author: controllers[slug],
      approver: administrator,
    });
  }
  for (const person of demoPeople) {
    for (const { slug, role, orgUnits = [] } of person.roles) {
      await grant(
        database,
        loaded[slug].organisationId,
        people.get(person.email)!,
        role,
        orgUnits.map((name) => loaded[slug].orgUnits.get(name)!),
      );
    }
  }
  return true;
}
