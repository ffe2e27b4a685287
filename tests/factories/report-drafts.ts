import type { Passage } from "@/lib/report/check/model";

type Text = Pick<Passage, "part" | "kind" | "text"> & Partial<Passage>;

const said = (text: string, given: Partial<Text> = {}): Text => ({ part: "body", kind: "text", text, ...given });
const placed = (texts: Text[], locale: "da" | "en", name: string): Passage[] =>
  texts.map((text, index) => ({ blockId: `${name}-${locale}-${index}`, section: name, locale, heading: "", ...text }));

/** A draft that makes the slips of the printed report of 2023, in words of our own. Each with what the check must say of it. */
export const slips: { rule: string; text: string; passage: Passage }[] = [
  ...[
    ["rounded", "I forhold til omsætningen steg scope 2 lokationsbaseret 5 %, mens den markedsbaserede steg 4 %."],
    ["rounded", "Markedsbaseret scope 2 ift. omsætning voksede med knap 4 % i 2023."],
    ["targetDiffers", "Målet for kønsfordelingen i direktionen er 50/50 i 2024."],
    ["targetDiffers", "I mellemledergruppen er målet 40/60 i 2024."],
    ["targetYear", "Målet er at 20 % af affaldet genanvendes senest i 2025."],
    ["differs", "93 % af patienterne var tilfredse med behandlingen ifølge regionernes undersøgelse."],
    ["differs", "Svarprocenten i medarbejdermålingen var 83, og engagementindekset 85."],
    ["differs", "Strømforbruget steg 12 % i 2023."],
    ["differs", "Omsætningen blev 1.134 mio. kr. i 2023."],
    ["staleYear", "Medarbejdertilfredshed 2022"],
    ["differs", "Svarprocenten var 83."],
    ["differs", "Godt 31 % af maden er økologi."],
    ["differs", "Strømforbruget steg **12** % i 2023."],
    ["differs", "- Strømforbruget steg [12 %](#producer).\n- Varmen er ikke gjort op."],
    ["targetDiffers", "1. Målet for kønsfordelingen i direktionen er _50/50_ i 2024.\n2. Mere."],
    ["staleYear", "Indledning.\n\n## Medarbejdertilfredshed 2022\n\nTekst."],
    ["differs", "I 2022 var strømforbruget 3.574 MWh."],
    ["differs", "Strømforbruget var 5.374 MWh i 2023."],
    ["differs", "Engagementet var 68 i 2023."],
    ["differs", "Vi ser, at godt halvdelen kender whistleblowerordningen."],
    ["targetDiffers", "Målet for direktionen er 60/40 og for mellemlederne 40/60."],
    ["targetYear", "Genanvendelsen skal være 20 % i 2025."],
    ["targetYear", "Vi vil genanvende 20 % af affaldet i 2025."],
    ["deadLink", "Se [kapitlet](#findes-ikke)."],
    ["deadLink", "Se [politikken](aleris.dk/politik)."],
    ["deadLink", "Skriv til [os](mailto:aleris)."],
  ].map(([rule, text], index) => ({
    ...{ rule: rule!, text: text! },
    passage: placed(
      [said(text!, rule === "staleYear" && !text!.includes("#") ? { part: "title" } : {})],
      "da",
      `slip-${index}`,
    )[0]!,
  })),
  ...[
    ["rounded", "Relative to revenue, location-based scope 2 rose 5 %."],
    ["targetDiffers", "The target for the gender split of executive management is 50/50 in 2024."],
    ["targetYear", "We aim at 20 % of waste recycled by 2025."],
    ["differs", "93 % of the patients referred by the public health service were satisfied with the treatment."],
    ["staleYear", "Employee satisfaction 2022"],
  ].map(([rule, text], index) => ({
    ...{ rule: rule!, text: text! },
    passage: placed([said(text!, rule === "staleYear" ? { part: "title" } : {})], "en", `slip-en-${index}`)[0]!,
  })),
];

/** Typed numbers that are right and could be bound. */
export const bindable: Passage[] = placed(
  [
    said("Scope 2 steg 10 % efter den lokationsbaserede metode og 11 % efter den markedsbaserede."),
    said("Strømforbruget voksede 9 %."),
    said("Engagementindekset steg to point til 86."),
    said("Omsætningen var 1.143 mio. kr."),
    said("Knap en tredjedel af maden er økologi; andelen er 30 %."),
    said("Svarprocenten var 86."),
  ],
  "da",
  "bindable",
);

/** A text without a slip: whatever the check asks about here is a false alarm. */
export const clean: Passage[] = [
  ...placed(
    [
      said("Aleris samler sit samfundsansvar i tre ledestjerner og et fundament af etik og antikorruption."),
      said("I 2023 tog vi imod 385.000 kundebesøg og gennemførte 34.000 operationer på otte hospitaler og klinikker."),
      said(
        "Scope 2 steg {{kpi:scope2-location rise}} efter den lokationsbaserede metode. Siden 2019 er strømforbruget steget {{kpi:electricity rise since 2019}}.",
      ),
      said("732 | bestillinger om måneden med det nye indkøbssystem mod 885 før, −17 %", { kind: "highlights" }),
      said("5 → 1 | leverancer om ugen fra én leverandør: 33.280 kg CO₂ sparet om året", { kind: "highlights" }),
      said("4 | BREEAM-stjerner til hospitalet i København", { kind: "highlights" }),
      said("18 · 8 | ladestandere i Ringsted og København", { kind: "highlights" }),
      said("98 % | af kunderne var tilfredse eller meget tilfredse, målt på de daglige terminaler", {
        kind: "highlights",
      }),
      said("Redegørelsen er afgivet efter årsregnskabslovens § 99 a og § 99 b for 1. januar–31. december 2023."),
      said("eNPS regnes som andelen af ambassadører (9–10) minus andelen af kritikere (0–6) på en skala fra 0 til 10."),
      said("Emissionsfaktoren for strøm blev omkring 5 % højere end året før."),
      said("Fireårigt partnerskab om elevers trivsel i 12 klasser."),
      said("25 | organisationer i den forebyggelsesalliance, Aleris gik ind i", { kind: "highlights" }),
      said("70 administrative medarbejdere har gennemført kompetenceprogrammet, og 3 hold begynder til foråret."),
      said("Målet for direktionen er {{kpi:gender-executive target}} i 2024."),
      said("AlerisFonden gav støtte til 14 projekter for 1,1 mio. SEK, heraf 4 danske."),
      said("Fleksjob: 10 personer. Arbejdsprøvning: 11 personer."),
      said("Affaldstallene dækker fire hospitaler; se bilag E14."),
      said("Højdepunkter 2023", { part: "title", kind: "highlights" }),
      said("Fokus 2024", { part: "title", kind: "focusPoints" }),
      said("Strøm siden 2019", { part: "title", kind: "chart" }),
      said(
        "## Sådan regner vi\n\n1. **Lokationsbaseret** scope 2 følger nettets faktor.\n2. _Markedsbaseret_ følger aftalerne.\n\n- Se [kapitlet om miljø](#producer), [politikken](https://www.aleris.dk/csr) eller skriv til [os](mailto:csr@aleris.dk).\n- Strøm steg {{kpi:electricity rise}}, og 8 ladestandere kom til.",
      ),
      said("I København var strømforbruget 1.200 MWh i 2023, og kælderen brugte 120 MWh strøm."),
      said("Strømforbruget steg 285 MWh i 2023; pr. m² var det 1 MWh. 300 MWh strøm kom fra solceller."),
      said("12 % af økologien er dansk, og en tredjedel af sygefraværet var langtids."),
      said("Halvdelen af medarbejderne svarede på engagementsmålingen allerede første dag."),
      said("Strømforbruget var 1.787 MWh i første halvår af 2023, og engagement er nr. 3 i 2023 af vores emner."),
      said("Vi vil spare 300 MWh strøm i 2025, og strømmen skal være 100 % vedvarende."),
      said("Antallet af arbejdsskader var 26 i 2023. eNPS var 14 i sundhedssektoren i 2023."),
      said("Vi følger FN’s verdensmål 3, 4, 5, 8, 12, 13 og 16 og har været med i Global Compact siden 2013."),
    ],
    "da",
    "clean",
  ),
  ...placed(
    [
      said("In 2023 we received 385,000 visits and carried out 34,000 operations at eight hospitals and clinics."),
      said("732 | orders a month with the new purchasing system against 885 before, −17 %", { kind: "highlights" }),
      said("About 70 administrative staff have finished the programme; 3 groups begin in spring."),
      said("98 % | of customers were satisfied or very satisfied, asked daily at terminals", { kind: "highlights" }),
      said("The electricity emission factor became about 5 % higher."),
      said("AlerisFonden funded 14 projects at 1.1 million SEK, 4 of them Danish."),
      said("Half of the new hospitals have solar panels."),
      said("In Aalborg, electricity consumption was 1,100 MWh in 2023; engagement was 68 among doctors in 2023."),
      said("Highlights 2023", { part: "title", kind: "highlights" }),
      said("The statement covers 1 January–31 December 2023 under sections 99 a and 99 b."),
    ],
    "en",
    "clean",
  ),
];
