/** What the Aleris demo collects per hospital from 2024 on. The source has no figure per hospital: all of them are examples. */
import type { SmallGroup } from "@/lib/suppression/model";
import type { Formula } from "@/lib/kpi/schema";
import { allocate, grow } from "./allocation.ts";

/** Full-time equivalents per hospital, examples that sum to the printed 757 of 2023; the rest is divided in proportion. */
export const hospitals = {
  København: 238,
  Aalborg: 112,
  Ringsted: 88,
  Esbjerg: 84,
  Herning: 42,
  Aarhus: 68,
  "Aleris PP": 96,
  "IN-LAB": 29,
} as const;
export type Hospital = keyof typeof hospitals;
const hospitalNames = Object.keys(hospitals) as Hospital[];

const wasteSites: Hospital[] = ["København", "Aalborg", "Ringsted", "Esbjerg"];

/** Indicators whose values come from the hospitals from 2024 on, and where. The whole is 2023's printed figure, or 2022's where that is pending. */
export const collectedIndicators: { code: string; whole: string; at?: Hospital[] }[] = [
  { code: "electricity", whole: "3574" },
  { code: "heating", whole: "3465" },
  { code: "water", whole: "15374" },
  { code: "hazardous-waste", whole: "16.91", at: wasteSites },
  { code: "waste", whole: "295.0", at: wasteSites },
  { code: "fte", whole: "757" },
];

export type BaseSeries = {
  code: string;
  pillar: string;
  unitOfMeasure: string;
  whole: string;
  at?: Hospital[];
  nameDa: string;
  nameEn: string;
  definitionDa: string;
  definitionEn: string;
};

const series = (
  code: string,
  pillar: string,
  unitOfMeasure: string,
  whole: string,
  names: [string, string],
  definitions: [string, string],
  at?: Hospital[],
): BaseSeries => ({
  code,
  pillar,
  unitOfMeasure,
  whole,
  at,
  nameDa: names[0],
  nameEn: names[1],
  definitionDa: definitions[0],
  definitionEn: definitions[1],
});

/** Base data that only the calculations use: counts behind shares, rates and scores. */
export const baseSeries: BaseSeries[] = [
  series(
    "waste-recycled",
    "producer",
    "t",
    "47.2",
    ["Affald til genanvendelse", "Waste for recycling"],
    [
      "Pap, papir, plastfolie, organisk affald og batterier.",
      "Cardboard, paper, plastic film, organic waste and batteries.",
    ],
    wasteSites,
  ),
  series(
    "headcount-men",
    "employer",
    "count",
    "365",
    ["Ansatte mænd", "Men employed"],
    ["Mænd ansat 31. december.", "Men employed on 31 December."],
  ),
  series(
    "headcount-women",
    "employer",
    "count",
    "985",
    ["Ansatte kvinder", "Women employed"],
    ["Kvinder ansat 31. december.", "Women employed on 31 December."],
  ),
  series(
    "sick-days-short",
    "employer",
    "days",
    "5446",
    ["Sygedage, under 30 dage", "Sick days, under 30 days"],
    ["Arbejdsdage med fravær i forløb på under 30 dage.", "Working days of absence in spells of under 30 days."],
  ),
  series(
    "sick-days-long",
    "employer",
    "days",
    "2348",
    ["Sygedage, over 30 dage", "Sick days, over 30 days"],
    ["Arbejdsdage med fravær i forløb på 30 dage eller mere.", "Working days of absence in spells of 30 days or more."],
  ),
  series(
    "working-days",
    "employer",
    "days",
    "166540",
    ["Arbejdsdage i alt", "Working days in total"],
    ["Aftalte arbejdsdage i året for alle ansatte.", "Agreed working days of the year, all employees."],
  ),
  series(
    "injury-count",
    "employer",
    "count",
    "26",
    ["Arbejdsulykker", "Work accidents"],
    ["Anmeldte ulykker i året.", "Accidents reported in the year."],
  ),
  series(
    "enps-promoters",
    "employer",
    "count",
    "542",
    ["Ambassadører (9–10)", "Promoters (9–10)"],
    ["Svar 9 eller 10 i trivselsmålingen.", "Answers 9 or 10 in the well-being survey."],
  ),
  series(
    "enps-passives",
    "employer",
    "count",
    "437",
    ["Passive (7–8)", "Passives (7–8)"],
    ["Svar 7 eller 8 i trivselsmålingen.", "Answers 7 or 8 in the well-being survey."],
  ),
  series(
    "enps-detractors",
    "employer",
    "count",
    "182",
    ["Kritikere (0–6)", "Detractors (0–6)"],
    ["Svar fra 0 til 6 i trivselsmålingen.", "Answers 0 to 6 in the well-being survey."],
  ),
];

/** From 2024 on these are calculated from consolidated counts; the decimals they are printed with. */
export const calculatedFrom2024: Record<string, { formula: Formula; decimals: number }> = {
  "waste-recycled-share": { formula: { kind: "share", part: "waste-recycled", whole: "waste" }, decimals: 0 },
  "gender-all": { formula: { kind: "split", men: "headcount-men", women: "headcount-women" }, decimals: 0 },
  "sick-leave-short": { formula: { kind: "share", part: "sick-days-short", whole: "working-days" }, decimals: 2 },
  "sick-leave-long": { formula: { kind: "share", part: "sick-days-long", whole: "working-days" }, decimals: 2 },
  injuries: { formula: { kind: "share", part: "injury-count", whole: "fte" }, decimals: 1 },
  enps: {
    formula: { kind: "nps", promoters: "enps-promoters", passives: "enps-passives", detractors: "enps-detractors" },
    decimals: 0,
  },
};

/** What tells of people, and by what they are counted. */
export const smallGroups: Record<string, SmallGroup> = {
  fte: "cases",
  "headcount-men": "cases",
  "headcount-women": "cases",
  "injury-count": "cases",
  "sick-days-short": "cases",
  "sick-days-long": "cases",
  "enps-promoters": "replies",
  "enps-passives": "replies",
  "enps-detractors": "replies",
};

/** How 2024 went against 2023 in percent, hospital by hospital: invented, and different enough to tell them apart. */
const growth: Record<Hospital, number> = {
  København: 104,
  Aalborg: 98,
  Ringsted: 101,
  Esbjerg: 97,
  Herning: 103,
  Aarhus: 106,
  "Aleris PP": 110,
  "IN-LAB": 100,
};

/** Hospitals that have delivered everything for 2024; the demo's contributor still has figures to enter. */
const delivered: Hospital[] = ["Ringsted", "Esbjerg", "Aarhus", "IN-LAB"];
const partly: Partial<Record<Hospital, string[]>> = {
  København: [
    "electricity",
    "hazardous-waste",
    "fte",
    "headcount-men",
    "headcount-women",
    "sick-days-short",
    "working-days",
    "injury-count",
  ],
  Aalborg: ["electricity", "water", "fte", "headcount-men", "headcount-women"],
  Herning: ["fte"],
};

/** Hospitals whose figures of 2024 the demo's contributor enters. */
export const contributed: readonly Hospital[] = ["København", "Aalborg"];

/** A decimal sign that was lost: ten times last year's heat, for the review to find. */
const tenfold = { code: "heating", hospital: "Esbjerg" };

/** Example figures of one series: 2023 at every hospital, 2024 where it has been delivered. */
export function exampleFigures({
  code,
  whole,
  at = hospitalNames,
}: {
  code: string;
  whole: string;
  at?: Hospital[];
}): { hospital: Hospital; year: number; figure: string }[] {
  const parts = allocate(
    whole,
    at.map((hospital) => hospitals[hospital]),
  );
  return at.flatMap((hospital, index) => {
    const before = { hospital, year: 2023, figure: parts[index]! };
    const isIn = delivered.includes(hospital) || partly[hospital]?.includes(code);
    const grown = grow(parts[index]!, growth[hospital]);
    const isTenfold = code === tenfold.code && hospital === tenfold.hospital;
    return isIn ? [before, { hospital, year: 2024, figure: isTenfold ? `${grown}0` : grown }] : [before];
  });
}
