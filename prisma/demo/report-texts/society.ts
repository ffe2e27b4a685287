import { block, chart, figures, focus, highlights, lead, prose, quote, risks, section } from "./row.ts";

/** Chapter of the first guiding star in the report 2023. */
export const society = section(
  "pillar",
  "society",
  { da: "Ansvarlig samfundsaktør", en: "Responsible member of society" },
  [
    lead(
      "385.000 kundebesøg på et år forpligter. Ledestjernen handler om tryg behandling, om plads på arbejdspladsen og om at spørge patienterne, hvad de synes.",
      "385,000 customer visits in a year carry an obligation. This guiding star is about safe treatment, room for more people at work, and asking patients what they think.",
    ),
    figures("cnps", "patient-safety-culture", "job-contribution", "education-contribution"),
    prose({
      da: "Kunder og patienter giver Aleris høje tal i 2023. Den nye kundemåling, cNPS, ligger på {{kpi:cnps}} mod et mål på over {{kpi:cnps target bare}}, og patientsikkerhedskulturen på {{kpi:patient-safety-culture}} mod over {{kpi:patient-safety-culture target bare}}. Jobbidraget er næsten tre gange målet. Uddannelsesbidraget går den anden vej: det faldt for andet år i træk og ligger under målet.",
      en: "Customers and patients give Aleris high marks in 2023. The new customer measure, cNPS, stands at {{kpi:cnps}} against a target above {{kpi:cnps target bare}}, and patient safety culture at {{kpi:patient-safety-culture}} against above {{kpi:patient-safety-culture target bare}}. The job contribution is almost three times the target. The education contribution goes the other way: it fell for the second year running and lies below target.",
    }),
    highlights(
      2023,
      {
        da: "98 % | af kunderne var tilfredse eller meget tilfredse, målt på de daglige terminaler",
        en: "98 % | of customers were satisfied or very satisfied, asked daily at terminals",
      },
      {
        da: "10 · 9 · 2 | sygeplejestuderende, sundhedssekretærer og læger under uddannelse",
        en: "10 · 9 · 2 | student nurses, health secretaries and doctors in training",
      },
      {
        da: "10 · 11 | mennesker i fleksjob og i arbejdsprøvning",
        en: "10 · 11 | people in flex jobs and in work trials",
      },
      {
        da: "4 | danske projekter med støtte fra AlerisFonden, af 14 i alt til 1,1 mio. SEK",
        en: "4 | Danish projects funded by AlerisFonden, of 14 in all at 1.1 million SEK",
      },
      {
        da: "25 | organisationer i den forebyggelsesalliance, Aleris gik ind i",
        en: "25 | organisations in the prevention alliance that Aleris joined",
      },
    ),
    risks(
      {
        da: "Menneskerettigheder i leverandørkæden. De primære leverandører skriver under på et adfærdskodeks.",
        en: "Human rights in the supply chain. The primary suppliers sign a code of conduct.",
      },
      {
        da: "Lige og respektfuld behandling af alle kunder. Følges gennem tilfredshedsmålinger og klager.",
        en: "Equal and respectful treatment of every customer. Followed through satisfaction surveys and complaints.",
      },
    ),
    focus(
      2024,
      {
        da: "Uddannelsesbidrag over {{kpi:education-contribution target bare}} % af FTE",
        en: "Education contribution above {{kpi:education-contribution target bare}} % of FTE",
      },
      {
        da: "Jobbidrag over {{kpi:job-contribution target bare}} % af FTE",
        en: "Job contribution above {{kpi:job-contribution target bare}} % of FTE",
      },
      { da: "1 % af omsætningen til forskning og udvikling", en: "1 % of revenue for research and development" },
      { da: "Fireårigt partnerskab om elevers trivsel", en: "A four-year partnership on pupils’ well-being" },
    ),
    quote(
      { da: "Ledestjernens spørgsmål til sig selv", en: "The guiding star’s question to itself" },
      {
        da: "Den, der spørger patienterne, skal også kunne svare dem.",
        en: "Whoever asks patients a question must be ready to answer them.",
      },
    ),
    block(
      "comparison",
      {
        da: "Patienterne mærker især forskel, når én læge har ansvaret",
        en: "Patients notice the difference most when one doctor is responsible",
      },
      [
        {
          da: "LUP 2023: indlagte patienter henvist fra det offentlige. Andel positive svar i procent, sorteret efter forskel i procentpoint.",
          en: "LUP 2023: inpatients referred by the public health service. Share of positive answers in per cent, sorted by difference in percentage points.",
        },
        { da: "", en: "" },
        { da: "Spørgsmål | Aleris | Landsgennemsnit", en: "Question | Aleris | National average" },
        {
          da: "En bestemt læge tog ansvar for forløbet | 95 | 74",
          en: "One doctor took responsibility for the whole course | 95 | 74",
        },
        { da: "Med til at træffe beslutninger | 92 | 79", en: "Involved in decisions | 92 | 79" },
        {
          da: "Spurgt ind til egen beskrivelse af sygdommen | 92 | 81",
          en: "Asked about own description of the illness | 92 | 81",
        },
        { da: "Fik den information, der var behov for | 92 | 84", en: "Got the information needed | 92 | 84" },
        { da: "Tilfreds med behandlingen | 97 | 90", en: "Satisfied with the treatment | 97 | 90" },
        { da: "Venligt og imødekommende personale | 98 | 96", en: "Friendly and welcoming staff | 98 | 96" },
        { da: "", en: "" },
        {
          da: "Den Landsdækkende Undersøgelse af Patientoplevelser (LUP) 2023. Aksen begynder ved 70 %. Tallene gælder kun patienter, som det offentlige har henvist til indlæggelse.",
          en: "The Danish national survey of patient experiences (LUP) 2023. The axis begins at 70 %. The figures only concern patients admitted on referral by the public health service.",
        },
      ],
      { axisFrom: 70, axisTo: 100, unitOfMeasure: "%" },
    ),
    chart(
      {
        da: "Flere får et job ad en anden vej, men færre er under uddannelse",
        en: "More people get a job by another route, but fewer are in training",
      },
      {
        da: "Jobbidrag og uddannelsesbidrag, procent af FTE.",
        en: "Job contribution and education contribution, per cent of FTE.",
      },
      null,
      [
        { kind: "bar", kpis: ["job-contribution"] },
        { kind: "bar", kpis: ["education-contribution"] },
      ],
    ),
  ],
  { pillarCode: "society" },
);
