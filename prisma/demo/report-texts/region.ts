import { block, chart, figures, lead, passage, prose, section, type ReportRow, type Text } from "./row.ts";

const track = (code: string, name: Text, words: Text, ...kpis: string[]) =>
  section(
    "pillar",
    code,
    name,
    [
      lead(words.da, words.en),
      figures(...kpis),
      chart(
        { da: "Udviklingen i sporet", en: "How the track develops" },
        { da: "Eksempeltal, samlet fra enhederne.", en: "Example figures, gathered from the org units." },
        null,
        kpis.slice(0, 2).map((kpi) => ({ kind: "bar", kpis: [kpi] })),
      ),
    ],
    { pillarCode: code },
  );

/** A small draft for the second demo organisation; its units' own commitments are not public, so none is told here. */
export const regionDraft: ReportRow = {
  year: 2024,
  titleDa: "Bæredygtighed 2024",
  titleEn: "Sustainability 2024",
  subtitleDa: "Udkast. Status på de bindende bæredygtighedsaftaler i læringsåret 2024.",
  subtitleEn: "Draft. State of the binding sustainability agreements in the year of learning, 2024.",
  sections: [
    section("cover", "cover", { da: "Forside", en: "Cover" }, [
      block("keyFacts", { da: "Aftalerne i tal", en: "The agreements in figures" }, [
        { da: "11 | enheder med hver sin aftale", en: "11 | org units, each with its own agreement" },
        { da: "4 | spor i hver aftale", en: "4 | tracks in each agreement" },
        { da: "3 | egne indsatser, mindst", en: "3 | commitments of their own, at least" },
        { da: "2030 | cirkulær virksomhed", en: "2030 | a circular organisation" },
        { da: "2050 | CO₂-neutral", en: "2050 | CO₂-neutral" },
      ]),
    ]),
    section("contents", "contents", { da: "Indhold", en: "Contents" }, []),
    section("strategy", "strategy", { da: "Fire spor mod 2030 og 2050", en: "Four tracks towards 2030 and 2050" }, [
      lead(
        "Regionen vil være en cirkulær virksomhed i 2030 og CO₂-neutral i 2050. Hver af de 11 enheder har en bindende aftale om sit bidrag.",
        "The region will be a circular organisation in 2030 and CO₂-neutral in 2050. Each of its 11 org units has a binding agreement on its contribution.",
      ),
      prose({
        da: "En aftale stiller krav i fire spor: cirkulær økonomi, el, vand og varme, transport og social ansvarlighed. I sporet for cirkulær økonomi har enhederne selv valgt mindst tre indsatser hver. Den første periode er ét år, de næste er to.",
        en: "An agreement sets requirements in four tracks: circular economy, electricity, water and heating, transport and social responsibility. In the track of circular economy the org units have chosen at least three commitments each. The first period is one year, the next ones two.",
      }),
    ]),
    section("text", "agreements", { da: "Aftalerne", en: "The agreements" }, [
      lead(
        "2024 er et læringsår: aftalerne bliver prøvet, og de næste bygger på erfaringerne.",
        "2024 is a year of learning: the agreements are tried, and the next ones build on the experience.",
      ),
      passage(
        { da: "Sådan er indsatserne valgt", en: "How the commitments were chosen" },
        {
          da: "En indsats er med, når viden om dens virkning er god, og når alle enheder let kan tage den op og gøre den større. Teksten om hver enheds egne indsatser skrives, når de er kendt.",
          en: "A commitment is included when its effect is well documented and every org unit can easily take it up and scale it. The text on each org unit’s own commitments will be written when they are known.",
        },
      ),
    ]),
    track(
      "circular-economy",
      { da: "Cirkulær økonomi", en: "Circular economy" },
      { da: "Mindre affald, og mere af det tilbage i brug.", en: "Less waste, and more of it back in use." },
      "residual-waste",
      "recycled-waste",
    ),
    track(
      "utilities",
      { da: "El, vand og varme", en: "Electricity, water and heating" },
      {
        da: "Det, bygningerne bruger, måles for hver enhed.",
        en: "What the buildings use is measured for each org unit.",
      },
      "electricity",
      "heating",
      "water",
    ),
    track(
      "transport",
      { da: "Logistik, transport og mobilitet", en: "Logistics, transport and mobility" },
      {
        da: "Færre kilometer i bil, når opgaven kan løses uden.",
        en: "Fewer kilometres by car where the task can be done without.",
      },
      "business-kilometres",
    ),
    track(
      "social",
      { da: "Social ansvarlighed", en: "Social responsibility" },
      { da: "Plads til mennesker på vej ind på arbejdsmarkedet.", en: "Room for people on their way into work." },
      "work-trials",
    ),
    section("appendix", "appendix-e", { da: "Miljødata", en: "Environmental data" }, [], {
      appendixPart: "environment",
    }),
    section("appendix", "appendix-s", { da: "Sociale data", en: "Social data" }, [], { appendixPart: "social" }),
  ],
};
