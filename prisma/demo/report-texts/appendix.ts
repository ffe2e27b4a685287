import { passage, section, type SectionRow } from "./row.ts";

/** The appendix of any Aleris report: tables come from the figures, words beneath the last one from `method`. */
export function appendix(method: SectionRow["blocks"]): SectionRow[] {
  return [
    section("appendix", "appendix-e", { da: "Miljødata", en: "Environmental data" }, [], {
      appendixPart: "environment",
    }),
    section("appendix", "appendix-s", { da: "Sociale data", en: "Social data" }, [], { appendixPart: "social" }),
    section("appendix", "appendix-g", { da: "Ledelsesdata", en: "Governance data" }, method, {
      appendixPart: "governance",
    }),
  ];
}

/** How the figures of 2023 were made. */
export const method2023 = [
  passage(
    { da: "Grundlag og forbehold", en: "Basis and reservations" },
    {
      da: "Intensiteter er regnet af de viste mængder og omsætningen. Omsætningen for 2023 er {{kpi:revenue}} mio. kr.; tallene for 2019–2022 er afledt af de trykte intensiteter. Procentvise ændringer er regnet før afrunding og afrundet én gang. Scope 2 i forhold til omsætningen steg derfor {{kpi:scope2-location-intensity rise}} lokationsbaseret og {{kpi:scope2-market-intensity rise}} markedsbaseret; regnet af de afrundede intensiteter ville tallene bytte plads.",
      en: "Intensities are calculated from the amounts shown and revenue. Revenue for 2023 is DKK {{kpi:revenue}} million; the figures for 2019–2022 are derived from the printed intensities. Changes in per cent are calculated before rounding and rounded once. Scope 2 relative to revenue therefore rose {{kpi:scope2-location-intensity rise}} location-based and {{kpi:scope2-market-intensity rise}} market-based; calculated from the rounded intensities the two would change places.",
    },
    {
      da: "mNPS og cNPS måles på hver sin skala. Der er ingen ændring fra den ene til den anden, og serien er brudt.",
      en: "mNPS and cNPS are measured on different scales. There is no change from one to the other, and the series is broken.",
    },
    {
      da: "Status følger målet for 2024, som det står i bilaget. Et kønsmål er nået, når det underrepræsenterede køn har mindst den mindste andel i målet.",
      en: "The state follows the target for 2024 as the appendix states it. A gender target is met when the under-represented sex has at least the smaller share of the target.",
    },
  ),
];
