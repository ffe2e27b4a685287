/** Makes an organisation whose five years are open, with a controller of its own: `node --import tsx tests/e2e/load-open-years.ts URL SLUG EMAIL PASSWORD`. */
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/database/generated/client";
import { loadOpenYears } from "@/prisma/demo/aleris";
import { createUser, grant } from "@/prisma/demo/factory";

const [url, slug, email, password] = process.argv.slice(2) as [string, string, string, string];
const database = new PrismaClient({ adapter: new PrismaPg(url) });
await database.$transaction(
  async (tx) => {
    const actorId = await createUser(tx, { email, name: "Ny Controller", password });
    const { organisationId } = await loadOpenYears(tx, { slug, name: "Prøvehospitalet", actorId });
    await grant(tx, organisationId, actorId, "controller");
  },
  { timeout: 60_000 },
);
await database.$disconnect();
