import { sources, type Both, type LibraryKpi } from "../topic/model";

const topic = "wellbeing";

/** A question of the well-being survey, asked once for the organisation. */
const survey = (
  code: string,
  unitOfMeasure: "%" | "index 0–100",
  direction: "higher" | "lower",
  name: Both,
  definition: Both,
): LibraryKpi => ({
  code,
  topic,
  name,
  definition,
  unitOfMeasure,
  direction,
  isOfOrganisation: true,
  sources: sources("Aleris Medarbejdertilfredshed"),
});

const answers = (code: string, name: Both, definition: Both): LibraryKpi => ({
  code,
  topic,
  isBase: true,
  smallGroup: "replies",
  name,
  definition,
  unitOfMeasure: "count",
  direction: "neutral",
  sources: sources("Aleris Medarbejdertilfredshed"),
});

/** What employees answer in the year's survey. */
export const surveys: readonly LibraryKpi[] = [
  survey(
    "survey-response",
    "%",
    "higher",
    ["Svarprocent, trivselsmåling", "Response rate, well-being survey"],
    [
      "Medarbejdere, der svarede på årets trivselsmåling, i procent af de spurgte.",
      "Employees who answered the year's well-being survey, in percent of those asked.",
    ],
  ),
  answers(
    "enps-promoters",
    ["Ambassadører (9–10)", "Promoters (9–10)"],
    ["Svar 9 eller 10 i trivselsmålingen.", "Answers 9 or 10 in the well-being survey."],
  ),
  answers(
    "enps-passives",
    ["Passive (7–8)", "Passives (7–8)"],
    ["Svar 7 eller 8 i trivselsmålingen.", "Answers 7 or 8 in the well-being survey."],
  ),
  answers(
    "enps-detractors",
    ["Kritikere (0–6)", "Detractors (0–6)"],
    ["Svar fra 0 til 6 i trivselsmålingen.", "Answers 0 to 6 in the well-being survey."],
  ),
  {
    code: "enps",
    topic,
    name: ["Medarbejdernes anbefaling, eNPS", "Employee Net Promoter Score, eNPS"],
    definition: [
      "Hvor gerne medarbejderne vil anbefale arbejdspladsen: andelen af ambassadører minus andelen af kritikere.",
      "How willing employees are to recommend the workplace: share of promoters minus share of detractors.",
    ],
    unitOfMeasure: "score −100…+100",
    direction: "higher",
    decimals: 0,
    formula: { kind: "nps", promoters: "enps-promoters", passives: "enps-passives", detractors: "enps-detractors" },
    sources: sources("Aleris Medarbejdertilfredshed"),
  },
  survey(
    "engagement-index",
    "index 0–100",
    "higher",
    ["Engagementindeks", "Engagement index"],
    [
      "Gennemsnit af trivselsmålingens spørgsmål om engagement, 0 til 100.",
      "Mean of the well-being survey's questions on engagement, 0 to 100.",
    ],
  ),
  survey(
    "work-environment-index",
    "index 0–100",
    "higher",
    ["Arbejdsmiljøindeks", "Work environment index"],
    [
      "Gennemsnit af trivselsmålingens spørgsmål om arbejdsmiljø, 0 til 100.",
      "Mean of the well-being survey's questions on the work environment, 0 to 100.",
    ],
  ),
  survey(
    "leadership-index",
    "index 0–100",
    "higher",
    ["Lederindeks", "Leadership index"],
    [
      "Gennemsnit af trivselsmålingens spørgsmål om nærmeste leder, 0 til 100.",
      "Mean of the well-being survey's questions on the nearest manager, 0 to 100.",
    ],
  ),
  survey(
    "team-index",
    "index 0–100",
    "higher",
    ["Teameffektivitetsindeks", "Team effectiveness index"],
    [
      "Gennemsnit af trivselsmålingens spørgsmål om samarbejdet i teamet, 0 til 100.",
      "Mean of the well-being survey's questions on work in the team, 0 to 100.",
    ],
  ),
  survey(
    "equal-opportunity",
    "%",
    "higher",
    ["Oplever lige muligheder og pligter", "Experience equal opportunities"],
    [
      "Medarbejdere, der oplever lige muligheder og pligter uanset køn, alder og baggrund.",
      "Employees who experience equal opportunities and duties whatever their sex, age and background.",
    ],
  ),
  survey(
    "bullying",
    "%",
    "lower",
    ["Oplevet mobning på arbejdspladsen", "Experienced bullying at work"],
    [
      "Medarbejdere, der har oplevet mobning på arbejdspladsen det seneste år.",
      "Employees who experienced bullying at work in the past year.",
    ],
  ),
  survey(
    "harassment",
    "%",
    "lower",
    ["Oplevet krænkende adfærd", "Experienced offensive behaviour"],
    [
      "Medarbejdere, der har oplevet krænkende adfærd på arbejdspladsen det seneste år.",
      "Employees who experienced offensive behaviour at work in the past year.",
    ],
  ),
];
