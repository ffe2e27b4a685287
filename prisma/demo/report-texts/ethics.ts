import { pictureIds } from "../illustrations.ts";
import { answers, chart, focus, highlights, lead, picture, policy, prose, risks, section } from "./row.ts";

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
      da: "Kendskabet til whistleblowerordningen sprang fra {{kpi:whistleblower-awareness 2020}} % i 2020 til {{kpi:whistleblower-awareness 2021}} % i 2021, men er siden faldet til {{kpi:whistleblower-awareness}} %. Målet for 2024 er {{kpi:whistleblower-awareness target}} %. Adfærdskodekset har alle primære leverandører underskrevet i fem år i træk.",
      en: "Awareness of the whistleblower scheme leapt from {{kpi:whistleblower-awareness 2020}} % in 2020 to {{kpi:whistleblower-awareness 2021}} % in 2021, but has since fallen to {{kpi:whistleblower-awareness}} %. The target for 2024 is {{kpi:whistleblower-awareness target}} %. All primary suppliers have signed the code of conduct for five years running.",
    }),
    highlights(
      2023,
      {
        da: "{{kpi:whistleblower-awareness unit}} | kender whistleblowerordningen",
        en: "{{kpi:whistleblower-awareness unit}} | know the whistleblower scheme",
      },
      {
        da: "{{kpi:code-of-conduct unit}} | af de primære leverandører har underskrevet kodekset",
        en: "{{kpi:code-of-conduct unit}} | of the primary suppliers have signed the code",
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
        da: "8 | procentpoint mangler op til målet for 2024. Faldet siden 2021 er {{kpi:whistleblower-awareness fall since 2021 bare}} procentpoint.",
        en: "8 | percentage points are missing to the target for 2024. The fall since 2021 is {{kpi:whistleblower-awareness fall since 2021 bare}} percentage points.",
      },
    ),
    answers(
      { da: "", en: "" },
      {
        da: "{{kpi:whistleblower-awareness target}} % kender whistleblowerordningen | {{kpi:whistleblower-awareness}} %, færre end i 2022. Ordningen er igen et fokuspunkt.",
        en: "{{kpi:whistleblower-awareness target}} % know the whistleblower scheme | {{kpi:whistleblower-awareness}} %, fewer than in 2022. The scheme is a focus point again.",
      },
      {
        da: "Alle primære leverandører underskriver kodekset | {{kpi:code-of-conduct unit}}, femte år i træk.",
        en: "All primary suppliers sign the code | {{kpi:code-of-conduct unit}}, for the fifth year running.",
      },
      {
        da: "Leverandørerne følger kodekset | Ikke kontrolleret med egne audits.",
        en: "The suppliers follow the code | Not checked by audits of our own.",
      },
    ),
    policy(
      { da: "Adfærdskodeks for leverandører", en: "Code of conduct for suppliers" },
      {},
      {
        da: "Binder de primære leverandører til at værne om menneskerettighederne i leverandørkæden. De er desuden bundet af EU’s udbudsregler.",
        en: "Binds the primary suppliers to uphold human rights in the supply chain. They are bound by the EU tender rules as well.",
      },
    ),
    policy(
      { da: "Whistleblowerordning", en: "Whistleblower scheme" },
      {},
      {
        da: "Medarbejdere kan melde om alvorlige forhold uden at sige det til deres leder. Kendskabet måles hvert år.",
        en: "Employees can report serious matters without telling their manager. Awareness is measured every year.",
      },
    ),
    policy(
      { da: "FN’s Global Compact", en: "UN Global Compact" },
      { since: 2013, address: "https://unglobalcompact.org" },
      {
        da: "Ti principper om menneskerettigheder, arbejdstagere, miljø og korruption, som redegørelsen følger op på.",
        en: "Ten principles on human rights, labour, environment and corruption, which this statement follows up.",
      },
    ),
    picture(pictureIds.sea, {
      da: "En ledestjerne er det, man styrer efter, når kysten ikke kan ses.",
      en: "A guiding star is what one steers by when the coast is out of sight.",
    }),
  ],
  { pillarCode: "anti-corruption" },
);
