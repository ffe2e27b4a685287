import { ratio, share, sources, worked, type Both, type LibraryKpi } from "../topic/model";

const topic = "governance";
const isOfOrganisation = true;

const base = (code: string, unit: string, name: Both, definition: Both, from: string): LibraryKpi => ({
  code,
  topic,
  isBase: true,
  isOfOrganisation,
  name,
  definition,
  unitOfMeasure: unit,
  direction: "neutral",
  sources: sources(from),
});

/** A number that is best nought, or a share that is best whole. */
const conduct = (
  code: string,
  [unit, direction]: ["count", "lower"] | ["DKK", "lower"] | ["%", "higher"],
  name: Both,
  definition: Both,
  from: string,
): LibraryKpi => ({
  code,
  topic,
  isOfOrganisation,
  name,
  definition,
  unitOfMeasure: unit,
  direction,
  sources: sources(from),
});

/** The board, the executive management, and how business is done. */
export const governance: readonly LibraryKpi[] = [
  base(
    "board-men",
    "count",
    ["Bestyrelsen, mænd", "Board, men"],
    ["Mænd valgt til bestyrelsen på generalforsamlingen.", "Men elected to the board by the general meeting."],
    "FSR G13; VSME C9 §65",
  ),
  base(
    "board-women",
    "count",
    ["Bestyrelsen, kvinder", "Board, women"],
    ["Kvinder valgt til bestyrelsen på generalforsamlingen.", "Women elected to the board by the general meeting."],
    "FSR G13; VSME C9 §65",
  ),
  {
    code: "board-women-share",
    topic,
    name: ["Kønsdiversitet, kvinder i bestyrelsen", "Gender diversity, women on the board"],
    short: ["Kvinder i bestyrelsen", "Women on the board"],
    definition: [
      "Kvinder i procent af bestyrelsens medlemmer valgt på generalforsamlingen.",
      "Women in percent of the board's members elected by the general meeting.",
    ],
    unitOfMeasure: "%",
    direction: "neutral",
    decimals: 0,
    formula: worked("board-women / (board-men + board-women)"),
    sources: sources("FSR G13; VSME C9 §65; GRI 405-1"),
  },
  {
    code: "gender-board",
    topic,
    name: ["Kønsdiversitet, bestyrelse (m/k)", "Gender split, board of directors (m/f)"],
    short: ["Køn, bestyrelse (m/k)", "Gender, board of directors (m/f)"],
    definition: [
      "Mænd og kvinder blandt bestyrelsens medlemmer valgt på generalforsamlingen.",
      "Men and women among the board's members elected by the general meeting.",
    ],
    unitOfMeasure: "% men/women",
    direction: "balance",
    decimals: 0,
    formula: { kind: "split", men: "board-men", women: "board-women" },
    sources: sources("VSME C9 §65; GRI 405-1; Aleris Ledelsesdata"),
  },
  {
    code: "gender-executive",
    topic,
    isOfOrganisation,
    name: ["Kønsdiversitet, direktionen (m/k)", "Gender split, executive management (m/f)"],
    short: ["Køn, direktion (m/k)", "Gender, executive management (m/f)"],
    definition: ["Mænd og kvinder i direktionen.", "Men and women in executive management."],
    unitOfMeasure: "% men/women",
    direction: "balance",
    sources: sources("GRI 405-1; Aleris Diversitet"),
  },
  base(
    "board-attended",
    "count",
    ["Fremmøder i bestyrelsen", "Board attendances"],
    ["Fremmøder lagt sammen over alle møder og medlemmer.", "Attendances added up over all meetings and members."],
    "FSR G14",
  ),
  base(
    "board-seats",
    "count",
    ["Mulige fremmøder i bestyrelsen", "Possible board attendances"],
    ["Antal møder gange antal medlemmer.", "Number of meetings times number of members."],
    "FSR G14",
  ),
  {
    code: "board-attendance",
    topic,
    name: ["Fremmøde i bestyrelsen", "Board attendance"],
    definition: ["Fremmøder i procent af møder gange medlemmer.", "Attendances in percent of meetings times members."],
    unitOfMeasure: "%",
    direction: "higher",
    decimals: 0,
    formula: share("board-attended", "board-seats"),
    sources: sources("FSR G14"),
  },
  base(
    "ceo-pay",
    "DKK",
    ["Direktørens løn", "CEO pay"],
    ["Den administrerende direktørs samlede vederlag i året.", "The chief executive's total remuneration of the year."],
    "FSR G15; GRI 2-21",
  ),
  base(
    "pay-median",
    "DKK",
    ["Medianløn, alle ansatte", "Median pay, all employees"],
    [
      "Den midterste årsløn blandt alle ansatte, omregnet til fuld tid.",
      "The middle yearly pay of all employees, converted to full time.",
    ],
    "FSR G15; GRI 2-21",
  ),
  {
    code: "ceo-pay-ratio",
    topic,
    name: ["Direktørløn ift. medianløn", "CEO pay ratio"],
    definition: [
      "Direktørens vederlag delt med medianlønnen.",
      "The chief executive's remuneration divided by the median pay.",
    ],
    unitOfMeasure: "times",
    direction: "lower",
    decimals: 1,
    formula: ratio("ceo-pay", "pay-median"),
    sources: sources("FSR G15; GRI 2-21"),
  },
  conduct(
    "corruption-convictions",
    ["count", "lower"],
    ["Domme for korruption og bestikkelse", "Corruption and bribery convictions"],
    ["Endelige domme i året over organisationen.", "Final convictions of the organisation in the year."],
    "VSME B11 §43; GRI 205-3",
  ),
  conduct(
    "corruption-fines",
    ["DKK", "lower"],
    ["Bøder for korruption og bestikkelse", "Corruption and bribery fines"],
    [
      "Bøder i året for brud på love mod korruption og bestikkelse.",
      "Fines of the year for breaches of laws against corruption and bribery.",
    ],
    "VSME B11 §43; GRI 205-3",
  ),
  conduct(
    "corruption-training",
    ["%", "higher"],
    ["Undervist i antikorruption", "Trained in anti-corruption"],
    [
      "Ansatte, der er undervist i reglerne mod korruption, i procent af alle.",
      "Employees trained in the rules against corruption, in percent of all.",
    ],
    "GRI 205-2",
  ),
  conduct(
    "discrimination-cases",
    ["count", "lower"],
    ["Sager om diskrimination", "Cases of discrimination"],
    ["Sager om diskrimination, der er behandlet i året.", "Cases of discrimination dealt with in the year."],
    "GRI 406-1",
  ),
  conduct(
    "code-of-conduct",
    ["%", "higher"],
    ["Leverandører med adfærdskodeks", "Suppliers with a code of conduct"],
    [
      "Primære leverandører, der har skrevet under på adfærdskodekset.",
      "Primary suppliers that have signed the code of conduct.",
    ],
    "VSME B2 §26; GRI 414-1; Aleris Ledelsesdata",
  ),
  conduct(
    "suppliers-screened",
    ["%", "higher"],
    ["Nye leverandører vurderet på miljø", "Suppliers screened on environment"],
    [
      "Nye leverandører vurderet efter miljøkriterier, i procent af alle nye.",
      "New suppliers screened by environmental criteria, in percent of all new ones.",
    ],
    "GRI 308-1",
  ),
  conduct(
    "whistleblower-awareness",
    ["%", "higher"],
    ["Kender whistleblowerordningen", "Aware of the whistleblower scheme"],
    ["Medarbejdere, der kender whistleblowerordningen.", "Employees who know of the whistleblower scheme."],
    "VSME C6 §61; GRI 2-26; Aleris Ledelsesdata",
  ),
];
