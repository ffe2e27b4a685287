import { appendix } from "./appendix.ts";
import {
  chart,
  figures,
  lead,
  passage,
  section,
  type Panel,
  type ReportRow,
  type SectionRow,
  type Text,
} from "./row.ts";

type Chapter = {
  code: string;
  pillarCode: string;
  name: Text;
  strip: string[];
  charts: { title: Text; subtitle: Text; panels: Panel[] }[];
};

const chapters: Chapter[] = [
  {
    code: "society",
    pillarCode: "society",
    name: { da: "Ansvarlig samfundsaktør", en: "Responsible member of society" },
    strip: ["cnps", "patient-safety-culture", "job-contribution", "education-contribution"],
    charts: [
      {
        title: { da: "Jobbidrag og uddannelsesbidrag", en: "Job contribution and education contribution" },
        subtitle: { da: "Procent af FTE.", en: "Per cent of FTE." },
        panels: [
          { kind: "bar", kpis: ["job-contribution"] },
          { kind: "bar", kpis: ["education-contribution"] },
        ],
      },
    ],
  },
  {
    code: "employer",
    pillarCode: "employer",
    name: { da: "Ansvarlig arbejdsgiver", en: "Responsible employer" },
    strip: ["enps", "engagement-index", "sick-leave-short", "injuries", "fte"],
    charts: [
      {
        title: { da: "eNPS og arbejdsskader", en: "eNPS and work injuries" },
        subtitle: {
          da: "Score fra −100 til +100, og procent af FTE.",
          en: "Score from −100 to +100, and per cent of FTE.",
        },
        panels: [
          { kind: "line", kpis: ["enps"] },
          { kind: "bar", kpis: ["injuries"] },
        ],
      },
      {
        title: { da: "Sygefraværet, kort og langt", en: "Sick leave, short and long" },
        subtitle: { da: "Procent af arbejdstiden.", en: "Per cent of working time." },
        panels: [{ kind: "stacked", kpis: ["sick-leave-long", "sick-leave-short"] }],
      },
      {
        title: { da: "Målene for medarbejderne", en: "The targets for employees" },
        subtitle: {
          da: "Årets tal som del af målet. Alle mål står på samme linje.",
          en: "The year as a part of its target. All targets stand on one line.",
        },
        panels: [
          {
            kind: "bullet",
            kpis: ["enps", "engagement-index", "sick-leave-short", "injuries"],
          },
        ],
      },
    ],
  },
  {
    code: "producer",
    pillarCode: "producer",
    name: { da: "Ansvarlig producent", en: "Responsible producer" },
    strip: ["electricity", "electricity-intensity", "water", "waste", "waste-recycled-share"],
    charts: [
      {
        title: { da: "Strøm og vand", en: "Electricity and water" },
        subtitle: {
          da: "Forbrug i de enheder, der har indberettet.",
          en: "Consumption in the org units that have reported.",
        },
        panels: [
          { kind: "bar", kpis: ["electricity"] },
          { kind: "bar", kpis: ["water"] },
        ],
      },
      {
        title: { da: "Strømmen, hospital for hospital", en: "Electricity, hospital by hospital" },
        subtitle: { da: "MWh, alle på samme skala.", en: "MWh, all on the same scale." },
        panels: [{ kind: "units", kpis: ["electricity"] }],
      },
      {
        title: { da: "Affald i alt og genanvendt", en: "Total waste and recycled share" },
        subtitle: { da: "Ton, og procent af affaldet.", en: "Tonnes, and per cent of the waste." },
        panels: [
          { kind: "bar", kpis: ["waste"] },
          { kind: "line", kpis: ["waste-recycled-share"] },
        ],
      },
    ],
  },
  {
    code: "ethics",
    pillarCode: "anti-corruption",
    name: { da: "Etik og antikorruption", en: "Ethics and anti-corruption" },
    strip: ["gender-board", "code-of-conduct", "whistleblower-awareness"],
    charts: [],
  },
];

const draftLead = lead(
  "Udkast. Tallene følger indberetningen og ændrer sig, til året er lukket.",
  "Draft. The figures follow the data entry and change until the year is closed.",
);

const chapterSection = ({ code, pillarCode, name, strip, charts }: Chapter): SectionRow =>
  section(
    "pillar",
    code,
    name,
    [
      draftLead,
      figures(...strip),
      ...charts.map(({ title, subtitle, panels }) => chart(title, subtitle, null, panels)),
    ],
    { pillarCode },
  );

/** The draft report of the open year: its figures are those being entered. */
export const draft2024: ReportRow = {
  year: 2024,
  titleDa: "CSR-rapport 2024",
  titleEn: "CSR report 2024",
  subtitleDa: "Udkast under udarbejdelse. Værdier mærket som eksempel er opfundet til demoen.",
  subtitleEn: "Draft in preparation. Values marked as examples are invented for the demo.",
  sections: [
    section("cover", "cover", { da: "Forside", en: "Cover" }, []),
    section("contents", "contents", { da: "Indhold", en: "Contents" }, []),
    section(
      "strategy",
      "strategy",
      { da: "Tre ledestjerner sætter retningen", en: "Three guiding stars set the course" },
      [draftLead],
    ),
    ...chapters.map(chapterSection),
    ...appendix([
      passage(
        { da: "Grundlag og forbehold", en: "Basis and reservations" },
        {
          da: "Hvor enhederne indberetter hver for sig, er organisationens tal regnet af deres. Et tal dækker kun de enheder, der har indberettet.",
          en: "Where org units report each for itself, the organisation’s figure is calculated from theirs. A figure covers only the org units that have reported.",
        },
      ),
    ]),
  ],
};
