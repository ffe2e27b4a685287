/** Makes an organisation whose root sheet is 90 KPIs × 5 open years, with a controller: `node --import tsx tests/bench/make-sheet.ts URL SLUG EMAIL PASSWORD`. */
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/database/generated/client";
import { createKpi, createOrganisation, createPeriods, createUser, grant } from "@/prisma/demo/factory";

const KPIS = 90;
const years = [2019, 2020, 2021, 2022, 2023];

const [url, slug, email, password] = process.argv.slice(2) as [string, string, string, string];
const database = new PrismaClient({ adapter: new PrismaPg(url) });
const { id } = await createOrganisation(database, { slug, name: "Bench" });
await createPeriods(database, id, years);
for (let position = 0; position < KPIS; position += 1)
  await createKpi(database, id, { code: `kpi-${position}`, position });
await grant(database, id, await createUser(database, { email, name: "Bench", password }), "controller");
await database.$disconnect();
process.exit();
