/** The demo's sign-ins: no real person, one per role. They exist in demo mode only. */
import type { Role } from "@/lib/database/generated/enums";

export const demoPassword = "ledestjerne-demo";

export type DemoPerson = {
  email: string;
  name: string;
  locale: "da" | "en";
  roles: { slug: "aleris" | "region-midtjylland"; role: Role; orgUnits?: string[] }[];
};

export const demoPeople: DemoPerson[] = [
  {
    email: "admin@demo.example",
    name: "Administrator",
    locale: "da",
    roles: [
      { slug: "aleris", role: "administrator" },
      { slug: "region-midtjylland", role: "administrator" },
    ],
  },
  {
    email: "controller@demo.example",
    name: "Controller",
    locale: "da",
    roles: [{ slug: "aleris", role: "controller" }],
  },
  {
    email: "contributor@demo.example",
    name: "Bidragyder",
    locale: "da",
    roles: [{ slug: "aleris", role: "contributor", orgUnits: ["København", "Aalborg"] }],
  },
  { email: "manager@demo.example", name: "Leder", locale: "da", roles: [{ slug: "aleris", role: "manager" }] },
  { email: "auditor@demo.example", name: "Revisor", locale: "da", roles: [{ slug: "aleris", role: "auditor" }] },
  {
    email: "controller@region.example",
    name: "Controller, regionen",
    locale: "da",
    roles: [{ slug: "region-midtjylland", role: "controller" }],
  },
  {
    email: "contributor@region.example",
    name: "Bidragyder, Regionsapoteket",
    locale: "da",
    roles: [{ slug: "region-midtjylland", role: "contributor", orgUnits: ["Regionsapoteket"] }],
  },
  {
    email: "manager@region.example",
    name: "Udvalget",
    locale: "da",
    roles: [{ slug: "region-midtjylland", role: "manager" }],
  },
  {
    email: "specialist@region.example",
    name: "Fagfunktion, Byggeri & Ejendomme",
    locale: "da",
    roles: [{ slug: "region-midtjylland", role: "manager" }],
  },
];
