/** Makes an organisation to import into, with its administrator: `node --import tsx tests/bench/import/organisation.ts URL SLUG ORG-UNITS KPIS EMAIL PASSWORD`. */
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/database/generated/client";
import { withClient } from "@/lib/database/connection";
import { createUser, grant } from "@/prisma/demo/factory";
import { largeOrganisation } from "@/tests/fixtures/import/scale";

const [url, slug, orgUnits, kpis, email, password] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const id = await withClient(url, (client) => largeOrganisation(client, slug, Number(orgUnits), Number(kpis)));
const database = new PrismaClient({ adapter: new PrismaPg(url) });
await grant(database, id, await createUser(database, { email, name: "Bench", password }), "administrator");
await database.$disconnect();
process.exit();
