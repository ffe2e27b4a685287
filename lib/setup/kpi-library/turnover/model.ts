import { share, sources, worked, type LibraryKpi } from "../topic/model";

const topic = "workforce";
const smallGroup = "cases";

/** Who comes and goes; three definitions that cannot be held against each other, so three KPIs. */
export const turnover: readonly LibraryKpi[] = [
  {
    code: "leavers",
    topic,
    smallGroup,
    isBase: true,
    name: ["Fratrådte", "Leavers"],
    definition: [
      "Ansatte, der er fratrådt i året, frivilligt eller afskediget.",
      "Employees who left in the year, by their own wish or dismissed.",
    ],
    unitOfMeasure: "count",
    direction: "lower",
    sources: sources("FSR S10; VSME B8 §40; GRI 401-1"),
  },
  {
    code: "hires",
    topic,
    smallGroup,
    name: ["Nyansatte", "New hires"],
    definition: ["Ansatte, der er begyndt i året.", "Employees who began in the year."],
    unitOfMeasure: "count",
    direction: "neutral",
    sources: sources("GRI 401-1"),
  },
  {
    code: "headcount-opening",
    topic,
    smallGroup,
    isBase: true,
    name: ["Ansatte ved årets begyndelse", "Employees at the start of the year"],
    definition: ["Ansatte 1. januar.", "Employees on 1 January."],
    unitOfMeasure: "count",
    direction: "neutral",
    sources: sources("VSME B8 §40"),
  },
  {
    code: "turnover-fte",
    topic,
    name: ["Medarbejderomsætning ift. fuldtidsstillinger", "Employee turnover relative to FTE"],
    short: ["Medarbejderomsætning (FTE)", "Employee turnover (FTE)"],
    definition: ["Fratrådte i procent af fuldtidsarbejdsstyrken.", "Leavers in percent of the full-time workforce."],
    unitOfMeasure: "%",
    direction: "lower",
    decimals: 1,
    formula: share("leavers", "fte"),
    sources: sources("FSR S10"),
  },
  {
    code: "turnover-headcount",
    topic,
    name: ["Medarbejderomsætning ift. hoveder", "Employee turnover by headcount"],
    short: ["Medarbejderomsætning (hoveder)", "Employee turnover (headcount)"],
    definition: [
      "Fratrådte i procent af gennemsnittet af ansatte ved årets begyndelse og slutning.",
      "Leavers in percent of the mean of employees at the start and the end of the year.",
    ],
    unitOfMeasure: "%",
    direction: "lower",
    decimals: 1,
    formula: worked("leavers / ((headcount-opening + headcount-men + headcount-women) / 2)"),
    sources: sources("VSME B8 §40; GRI 401-1"),
  },
  {
    code: "turnover",
    topic,
    name: ["Medarbejderomsætning, gennemsnit pr. måned", "Employee turnover, monthly average"],
    short: ["Medarbejderomsætning pr. måned", "Employee turnover per month"],
    definition: [
      "Fratrådte i procent af de ansatte, gennemsnit af årets måneder.",
      "Leavers in percent of employees, mean of the year's months.",
    ],
    unitOfMeasure: "%",
    direction: "lower",
    isOfOrganisation: true,
    sources: sources("Aleris Medarbejdersundhed"),
  },
];
