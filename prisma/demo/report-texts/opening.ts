import { block, lead, prose, section, type SectionRow } from "./row.ts";

/** Cover and contents of the report 2023. */
export const opening: SectionRow[] = [
  section("cover", "cover", { da: "Forside", en: "Cover" }, [
    block("keyFacts", { da: "Aleris i tal", en: "Aleris in figures" }, [
      { da: "385.000 | kundebesøg", en: "385,000 | customer visits" },
      { da: "34.000 | operationer", en: "34,000 | operations" },
      { da: "25.000 | onlinekonsultationer", en: "25,000 | online consultations" },
      { da: "18.000 | vævsprøver", en: "18,000 | tissue samples" },
      { da: "{{kpi:revenue}} | mio. kr. i omsætning", en: "{{kpi:revenue}} | DKK million in revenue" },
      { da: "1.350 | medarbejdere", en: "1,350 | employees" },
      { da: "400 | speciallæger", en: "400 | specialist doctors" },
      { da: "175 | psykologer og psykiatere", en: "175 | psychologists and psychiatrists" },
      { da: "30 | specialer", en: "30 | specialties" },
    ]),
  ]),
  section("contents", "contents", { da: "Indhold", en: "Contents" }, []),
];

/** Strategy of the report 2023; pillars, themes and SDGs are drawn from their own tables. */
export const strategy: SectionRow = section(
  "strategy",
  "strategy",
  { da: "Tre ledestjerner sætter retningen", en: "Three guiding stars set the course" },
  [
    lead(
      "Aleris samler sit samfundsansvar i tre ledestjerner: samfundet, medarbejderne og det, vi bruger og udleder. Etik og antikorruption er fundamentet under dem.",
      "Aleris gathers its responsibility under three guiding stars: society, the people who work here, and what we use and emit. Ethics and anti-corruption are the foundation beneath them.",
    ),
    prose(
      {
        da: "Hver ledestjerne har to temaer og to af FN’s verdensmål. Under temaerne ligger nøgletallene, hvert med sin definition, og de fleste med et mål for 2024. Ved udgangen af 2023 var 15 af de 43 nøgletal allerede der, hvor de skal være i 2024, og 12 var bagud. 4 intensiteter har 2023 som basisår og kan først bedømmes næste år.",
        en: "Each guiding star has two themes and two of the UN’s Sustainable Development Goals. The KPIs lie under the themes, each with its definition and most with a target for 2024. At the end of 2023, 15 of the 43 KPIs were already where they must be in 2024, and 12 were behind. 4 intensities have 2023 as their baseline and can only be judged next year.",
      },
      {
        da: "Tallene dækker otte enheder: København, Aalborg, Ringsted, Esbjerg, Herning, Aarhus, Aleris PP og IN-LAB. Hvor et tal kun dækker nogle af dem, står det i noten.",
        en: "The figures cover eight org units: København, Aalborg, Ringsted, Esbjerg, Herning, Aarhus, Aleris PP and IN-LAB. Where a figure covers only some of them, the note says so.",
      },
    ),
  ],
);
