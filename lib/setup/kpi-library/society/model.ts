import { sources, worked, type Both, type LibraryKpi } from "../topic/model";

const topic = "society";

const customers = (code: string, name: Both, definition: Both): LibraryKpi => ({
  code,
  topic,
  isBase: true,
  isOfOrganisation: true,
  name,
  definition,
  unitOfMeasure: "count",
  direction: "neutral",
  sources: sources("FSR S12"),
});

/** Customers, and what the organisation gives the society around it. */
export const society: readonly LibraryKpi[] = [
  {
    code: "revenue",
    topic,
    isBase: true,
    isOfOrganisation: true,
    name: ["Omsætning", "Revenue"],
    definition: ["Årets omsætning efter regnskabet.", "The year's revenue by the accounts."],
    unitOfMeasure: "mDKK",
    direction: "neutral",
    sources: sources("GRI 201-1; VSME B1 §24"),
  },
  customers(
    "customers-opening",
    ["Kunder ved årets begyndelse", "Customers at the start of the year"],
    ["Kunder 1. januar.", "Customers on 1 January."],
  ),
  customers(
    "customers-closing",
    ["Kunder ved årets slutning", "Customers at the end of the year"],
    ["Kunder 31. december.", "Customers on 31 December."],
  ),
  customers(
    "customers-new",
    ["Nye kunder", "New customers"],
    ["Kunder, der er kommet til i året.", "Customers gained in the year."],
  ),
  {
    code: "customer-retention",
    topic,
    name: ["Fastholdelse af kunder", "Customer retention"],
    definition: [
      "Kunder ved årets slutning uden årets nye, i procent af kunder ved årets begyndelse.",
      "Customers at the end of the year without the year's new ones, in percent of those at its start.",
    ],
    unitOfMeasure: "%",
    direction: "higher",
    decimals: 0,
    formula: worked("(customers-closing - customers-new) / customers-opening"),
    sources: sources("FSR S12"),
  },
  {
    code: "cnps",
    topic,
    isOfOrganisation: true,
    name: ["Kundetilfredshed, cNPS", "Customer satisfaction, cNPS"],
    definition: [
      "Hvor gerne kunder vil anbefale os efter første besøg, på en skala fra 0 til 10: ambassadører minus kritikere.",
      "How willing customers are to recommend us after the first visit, on a scale of 0 to 10: promoters minus detractors.",
    ],
    unitOfMeasure: "score −100…+100",
    direction: "higher",
    sources: sources("Aleris Sociale forhold"),
  },
  {
    code: "mnps",
    topic,
    isOfOrganisation: true,
    name: ["Kundetilfredshed, mNPS (4-punktsskala)", "Customer satisfaction, mNPS (4-point scale)"],
    short: ["Kundetilfredshed, mNPS", "Customer satisfaction, mNPS"],
    definition: [
      "Tidligere måling af kundetilfredshed på fire punkter; afløst af cNPS.",
      "Earlier measurement of customer satisfaction on four points; replaced by cNPS.",
    ],
    unitOfMeasure: "score",
    direction: "higher",
    sources: sources("Aleris Sociale forhold"),
  },
  {
    code: "patient-safety-culture",
    topic,
    isOfOrganisation: true,
    name: ["Patientsikkerhedskultur, NPS", "Patient safety culture, NPS"],
    definition: [
      "Medarbejdernes vurdering af patientsikkerheden på deres arbejdsplads.",
      "Employees' rating of patient safety at their workplace.",
    ],
    unitOfMeasure: "score −100…+100",
    direction: "higher",
    sources: sources("Aleris Sociale forhold"),
  },
  {
    code: "job-contribution",
    topic,
    isOfOrganisation: true,
    name: ["Jobbidrag (fleksjob, arbejdsprøvning, praktik)", "Job contribution (flex jobs, work trials, internships)"],
    short: ["Jobbidrag", "Job contribution"],
    definition: [
      "Medarbejdere i fleksjob, arbejdsprøvning og praktik i procent af fuldtidsstillinger.",
      "People in flex jobs, work trials and internships in percent of full-time equivalents.",
    ],
    unitOfMeasure: "% of FTE",
    direction: "higher",
    sources: sources("Aleris Sociale forhold"),
  },
  {
    code: "education-contribution",
    topic,
    isOfOrganisation: true,
    name: ["Uddannelsesbidrag", "Education contribution"],
    definition: [
      "Elever, studerende og læger under uddannelse i procent af fuldtidsstillinger.",
      "Students, trainees and doctors in training in percent of full-time equivalents.",
    ],
    unitOfMeasure: "% of FTE",
    direction: "higher",
    sources: sources("Aleris Sociale forhold"),
  },
  {
    code: "privacy-complaints",
    topic,
    isOfOrganisation: true,
    name: ["Begrundede klager over persondata", "Substantiated privacy complaints"],
    definition: [
      "Klager over brud på kunders persondata, som organisationen eller en myndighed har givet ret.",
      "Complaints of breaches of customers' personal data that the organisation or an authority found right.",
    ],
    unitOfMeasure: "count",
    direction: "lower",
    sources: sources("GRI 418-1"),
  },
];
