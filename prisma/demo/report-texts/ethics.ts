import { chart, focus, highlights, lead, prose, risks, section } from "./row.ts";

/** Chapter on ethics and anti-corruption in the report 2023. */
export const ethics = section(
  "pillar",
  "ethics",
  { da: "Etik og antikorruption", en: "Ethics and anti-corruption" },
  [
    lead(
      "Tillid kræver regler, der er kendt og bliver fulgt. Alle primære leverandører har skrevet under; whistleblowerordningen er mindre kendt end året før.",
      "Trust takes rules that are known and followed. All primary suppliers have signed; the whistleblower scheme is less known than the year before.",
    ),
    prose({
      da: "Kendskabet til whistleblowerordningen sprang fra 35 % i 2020 til 86 % i 2021, men er siden faldet til 82 %. Målet for 2024 er 90 %. Adfærdskodekset har alle primære leverandører underskrevet i fem år i træk.",
      en: "Awareness of the whistleblower scheme leapt from 35 % in 2020 to 86 % in 2021, but has since fallen to 82 %. The target for 2024 is 90 %. All primary suppliers have signed the code of conduct for five years running.",
    }),
    highlights(
      2023,
      { da: "82 % | kender whistleblowerordningen", en: "82 % | know the whistleblower scheme" },
      {
        da: "100 % | af de primære leverandører har underskrevet kodekset",
        en: "100 % | of the primary suppliers have signed the code",
      },
    ),
    risks({
      da: "Aleris har ikke med egne audits kontrolleret, om leverandørerne følger kodekset; på medicomarkedet er Aleris en lille kunde. De primære leverandører er bundet af EU’s udbudsregler.",
      en: "Aleris has not checked by audits of its own whether the suppliers follow the code; on the market for medical devices it is a small customer. The primary suppliers are bound by the EU tender rules.",
    }),
    focus(
      2024,
      {
        da: "Mere viden om whistleblowerordningen og etik",
        en: "More knowledge of the whistleblower scheme and ethics",
      },
      {
        da: "Nyansatte gennemgår retningslinjerne mod korruption",
        en: "New employees go through the guidelines against corruption",
      },
      { da: "Alle primære leverandører underskriver kodekset", en: "All primary suppliers sign the code" },
    ),
    chart(
      {
        da: "Færre kender whistleblowerordningen end for to år siden",
        en: "Fewer know the whistleblower scheme than two years ago",
      },
      { da: "Medarbejdere, der kender ordningen, i procent.", en: "Employees who know the scheme, in per cent." },
      null,
      [{ kind: "bar", kpis: ["whistleblower-awareness"] }],
      {
        da: "8 | procentpoint mangler op til målet for 2024. Faldet siden 2021 er 4 procentpoint.",
        en: "8 | percentage points are missing to the target for 2024. The fall since 2021 is 4 percentage points.",
      },
    ),
  ],
  { pillarCode: "anti-corruption" },
);
