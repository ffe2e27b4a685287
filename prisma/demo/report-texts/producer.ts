import { pictureIds } from "../illustrations.ts";
import { callout, chart, figures, focus, highlights, lead, prose, risks, section, story } from "./row.ts";

/** Chapter of the third guiding star in the report 2023. */
export const producer = section(
  "pillar",
  "producer",
  { da: "Ansvarlig producent", en: "Responsible producer" },
  [
    lead(
      "Moderne hospitaler bruger meget energi. Strøm, varme og vand er den største påvirkning, og i 2023 steg både strømforbruget og udledningen.",
      "Modern hospitals use a great deal of energy. Electricity, heat and water are the largest impact, and in 2023 both electricity consumption and emissions rose.",
    ),
    figures("scope2-location", "scope2-market", "electricity", "waste", "waste-recycled-share"),
    prose({
      da: "Scope 2 steg {{kpi:scope2-location rise}} efter den lokationsbaserede metode og {{kpi:scope2-market rise}} efter den markedsbaserede. To ting trak op: strømforbruget voksede {{kpi:electricity rise}}, blandt andet fordi Aleris PP kom til, og emissionsfaktoren for strøm blev omkring 5 % højere. Målt mod omsætningen var stigningen mindre, {{kpi:scope2-location-intensity rise}} og {{kpi:scope2-market-intensity rise}}.",
      en: "Scope 2 rose {{kpi:scope2-location rise}} by the location-based method and {{kpi:scope2-market rise}} by the market-based one. Two things pulled upwards: electricity consumption grew {{kpi:electricity rise}}, partly because Aleris PP joined, and the emission factor of electricity became about 5 % higher. Measured against revenue the rise was smaller, {{kpi:scope2-location-intensity rise}} and {{kpi:scope2-market-intensity rise}}.",
    }),
    highlights(
      2023,
      {
        da: "732 | bestillinger om måneden med det nye indkøbssystem mod 885 før, −17 %",
        en: "732 | orders a month with the new purchasing system against 885 before, −17 %",
      },
      {
        da: "5 → 1 | leverancer om ugen fra én leverandør: 33.280 kg CO₂ sparet om året",
        en: "5 → 1 | deliveries a week from one supplier: 33,280 kg CO₂ saved a year",
      },
      { da: "4 | BREEAM-stjerner til hospitalet i København", en: "4 | BREEAM stars for the hospital in København" },
      {
        da: "Bronze | økologimærke til Esbjerg (30–60 % økologi); København har det i forvejen",
        en: "Bronze | organic food label for Esbjerg (30–60 % organic); København has it already",
      },
      { da: "18 · 8 | ladestandere i Ringsted og København", en: "18 · 8 | charging points in Ringsted and København" },
    ),
    risks(
      {
        da: "CO₂ fra strøm, vand og varme. Nye hospitaler er energikrævende, og det er her, påvirkningen er størst.",
        en: "CO₂ from electricity, water and heat. New hospitals demand energy, and this is where the impact is largest.",
      },
      {
        da: "Rejser. Video- og telefonmøder holder dem nede.",
        en: "Travel. Video and telephone meetings keep it down.",
      },
    ),
    focus(
      2024,
      {
        da: "Mindre forbrug og affald med produkter, der kan bruges igen",
        en: "Less consumption and waste through products that can be used again",
      },
      { da: "Selvevaluering hos udvalgte leverandører", en: "Self-assessment at selected suppliers" },
      { da: "Grøn strøm undersøges", en: "Looking into green electricity" },
      {
        da: "Senest 2025: grøn bilflåde, sølvmærke i økologi og 20 % genanvendelse",
        en: "By 2025: a green car fleet, the organic silver label and 20 % recycling",
      },
    ),
    callout(
      { da: "Hvorfor 2023 er et skøn", en: "Why 2023 is an estimate" },
      {
        da: "Fjernvarmen for 2023 var ikke gjort op, så scope 2 regner med varmen fra 2022. Målet for 2024 er {{kpi:scope2-location-intensity target bare}} % lavere intensitet end i 2023, og 2023 er derfor basisår.",
        en: "District heating for 2023 was not settled, so scope 2 uses the heat of 2022. The target for 2024 is {{kpi:scope2-location-intensity target bare}} % lower intensity than in 2023, which makes 2023 the baseline.",
      },
    ),
    chart(
      {
        da: "Scope 2 steg {{kpi:scope2-location rise bare}}–{{kpi:scope2-market rise}} i 2023, men kun {{kpi:scope2-location-intensity rise bare}}–{{kpi:scope2-market-intensity rise}} i forhold til omsætningen",
        en: "Scope 2 rose {{kpi:scope2-location rise bare}}–{{kpi:scope2-market rise}} in 2023, but only {{kpi:scope2-location-intensity rise bare}}–{{kpi:scope2-market-intensity rise}} relative to revenue",
      },
      {
        da: "CO₂ fra scope 1 (firmabiler og gasser) og scope 2 (energi), to metoder. 2023 er skøn for scope 2.",
        en: "CO₂ from scope 1 (company cars and gases) and scope 2 (energy), two methods. 2023 is an estimate for scope 2.",
      },
      {
        da: "Hul cirkel: skøn med varme fra 2022. Ændringer er regnet af ton og omsætning før afrunding; omsætningen før 2023 er afledt.",
        en: "Hollow circle: estimate with the heat of 2022. Changes are calculated from tonnes and revenue before rounding; revenue before 2023 is derived.",
      },
      [
        {
          kind: "line",
          kpis: ["scope2-market", "scope2-location", "scope1"],
          titleDa: "Udledning",
          titleEn: "Emissions",
        },
        {
          kind: "line",
          kpis: ["scope2-market-intensity", "scope2-location-intensity", "scope1-intensity"],
          titleDa: "Intensitet",
          titleEn: "Intensity",
        },
      ],
    ),
    story(
      { da: "Fra fem leverancer om ugen til én", en: "From five deliveries a week to one" },
      pictureIds.hills,
      {
        da: "En leverandør kørte fem gange om ugen, og hver tur er 800 kilometer. Nu samles bestillingerne, og bilen kører én gang.",
        en: "One supplier drove five times a week, and each trip is 800 kilometres. Now the orders are gathered, and the van drives once.",
      },
      {
        da: "Det sparer 640 kg CO₂ om ugen, regnet med 0,20 kg pr. kilometer. Turene er leverandørens og indgår ikke i scope 1 og 2, men de bliver ikke kørt.",
        en: "That saves 640 kg of CO₂ a week, at 0.20 kg per kilometre. The trips are the supplier’s and are not part of scope 1 and 2, but they are no longer driven.",
      },
    ),
    chart(
      {
        da: "Strømforbruget er steget {{kpi:electricity rise since 2019}} siden 2019, men faldet {{kpi:electricity-intensity fall since 2019}} pr. omsat million",
        en: "Electricity consumption is up {{kpi:electricity rise since 2019}} since 2019, but down {{kpi:electricity-intensity fall since 2019}} per million of revenue",
      },
      { da: "Strøm i alt og i forhold til omsætningen.", en: "Electricity in total and relative to revenue." },
      {
        da: "Målet er {{kpi:electricity-intensity target bare}} % under 2023.",
        en: "The target is {{kpi:electricity-intensity target bare}} % below 2023.",
      },
      [
        { kind: "bar", kpis: ["electricity"], titleDa: "Forbrug", titleEn: "Consumption" },
        { kind: "line", kpis: ["electricity-intensity"], titleDa: "Intensitet", titleEn: "Intensity" },
      ],
    ),
    chart(
      {
        da: "Strømmen voksede hurtigere end omsætningen: intensiteten steg {{kpi:electricity-intensity rise}}",
        en: "Electricity grew faster than revenue: its intensity rose {{kpi:electricity-intensity rise}}",
      },
      {
        da: "Strøm i forhold til omsætningen, fra 2022 til 2023.",
        en: "Electricity relative to revenue, from 2022 to 2023.",
      },
      {
        da: "Bidraget fra hver ting, når den ændres efter den anden. Skraveret: sænkede tallet.",
        en: "What each contributes when one is changed after the other. Hatched: lowered the figure.",
      },
      [{ kind: "waterfall", kpis: ["electricity-intensity"] }],
    ),
    chart(
      {
        da: "Affaldet voksede {{kpi:waste rise}}, mens genanvendelsen stod stille på {{kpi:waste-recycled-share unit}}",
        en: "Waste grew {{kpi:waste rise}} while recycling stood still at {{kpi:waste-recycled-share unit}}",
      },
      { da: "Affald i alt og andelen, der blev genanvendt.", en: "Total waste and the share that was recycled." },
      { da: "-", en: "-" },
      [
        { kind: "bar", kpis: ["waste"] },
        { kind: "line", kpis: ["waste-recycled-share"] },
      ],
    ),
    chart(
      { da: "Varme og vand for 2023 er ikke gjort op endnu", en: "Heat and water for 2023 are not settled yet" },
      { da: "Varmeforbrug og vandforbrug.", en: "Heat consumption and water consumption." },
      {
        da: "Et manglende tal er ikke nul: pladsen står tom, til tallet foreligger.",
        en: "A missing figure is not zero: its place stays empty until the figure is there.",
      },
      [
        { kind: "bar", kpis: ["heating"] },
        { kind: "bar", kpis: ["water"] },
      ],
    ),
    chart(
      {
        da: "Risikoaffaldet steg {{kpi:hazardous-waste rise}}; økologien blev på {{kpi:organic-share unit}}",
        en: "Hazardous waste rose {{kpi:hazardous-waste rise}}; the organic share stayed at {{kpi:organic-share unit}}",
      },
      {
        da: "Klinisk risikoaffald og medicinaffald, og andel økologi i køkkenerne.",
        en: "Clinical and medicine waste, and the organic share in the kitchens.",
      },
      { da: "-", en: "-" },
      [
        { kind: "bar", kpis: ["hazardous-waste"] },
        { kind: "bar", kpis: ["organic-share"] },
      ],
    ),
  ],
  { pillarCode: "producer" },
);
