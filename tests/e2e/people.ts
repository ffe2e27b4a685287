/** The demo's accounts as the browser tests know them, and where their sign-ins are kept for the run. */
import { join } from "node:path";
import { demoPassword, demoPeople } from "../../prisma/demo/people";

/** "controller@demo.example" is "controller", "controller@region.example" is "regionController". */
export const people = {
  admin: "admin@demo.example",
  controller: "controller@demo.example",
  contributor: "contributor@demo.example",
  manager: "manager@demo.example",
  auditor: "auditor@demo.example",
  regionController: "controller@region.example",
  regionContributor: "contributor@region.example",
  regionManager: "manager@region.example",
  regionSpecialist: "specialist@region.example",
} as const;

export type Person = keyof typeof people;
export { demoPassword as password, demoPeople };

/** File with the cookies of a signed-in account, written once per run. */
export function stateFile(person: Person): string {
  return join(process.env.E2E_HOME!, "sign-ins", `${person}.json`);
}
