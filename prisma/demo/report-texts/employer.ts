import { chart, figures, focus, highlights, lead, prose, risks, section } from "./row.ts";

/** Chapter of the second guiding star in the report 2023. */
export const employer = section(
  "pillar",
  "employer",
  { da: "Ansvarlig arbejdsgiver", en: "Responsible employer" },
  [
    lead(
      "1.350 medarbejdere bærer Aleris. De er mere engagerede end året før, men flere kom til skade, og ledelsen er stadig skævt fordelt mellem kønnene.",
      "1,350 employees carry Aleris. They are more engaged than the year before, but more were injured, and management is still unevenly split between the sexes.",
    ),
    figures("work-environment-index", "sick-leave-short", "sick-leave-long", "injuries", "harassment"),
    prose({
      da: "Engagementet steg to point til 86, arbejdsmiljøet fire til 83. Samtidig oplevede 4 % krænkende adfærd mod 0 % i 2022, og arbejdsskaderne steg fra 2,4 til 3,5 % af FTE. Begge dele er bagud for målet.",
      en: "Engagement rose two points to 86, the work environment four to 83. At the same time 4 % experienced offensive behaviour against 0 % in 2022, and work injuries rose from 2.4 to 3.5 % of FTE. Both are behind target.",
    }),
    highlights(
      2023,
      { da: "86 | i engagement, to point op", en: "86 | in engagement, up two points" },
      { da: "31 | i eNPS mod en ekstern benchmark på 14", en: "31 | in eNPS against an external benchmark of 14" },
      {
        da: "ca. 70 | administrative medarbejdere gennem kompetenceprogrammet",
        en: "about 70 | administrative staff through the competence programme",
      },
    ),
    risks(
      {
        da: "Arbejdsulykker, sygefravær og krænkende adfærd.",
        en: "Work injuries, sick leave and offensive behaviour.",
      },
      {
        da: "Fysisk og psykisk arbejdsmiljø og mulighed for at udvikle sig.",
        en: "The physical and mental working environment, and opportunities to develop.",
      },
    ),
    focus(
      2024,
      {
        da: "Trivsel følges med APV, årlig måling og korte pulsmålinger",
        en: "Well-being followed through workplace assessment, a yearly survey and short pulse surveys",
      },
      {
        da: "Lige muligheder: lønanalyser, bedre orlov til fædre og træning i ubevidste fordomme",
        en: "Equal opportunities: pay analyses, better leave for fathers and training in unconscious bias",
      },
      {
        da: "Psykologisk tryghed, også når organisationen ændres",
        en: "Psychological safety, also when the organisation changes",
      },
    ),
    chart(
      {
        da: "Kun bestyrelsen og hele Aleris er inden for målet",
        en: "Only the board and Aleris as a whole are within target",
      },
      {
        da: "Mænd og kvinder i procent, 2023. Målet for 2024 står ved hver søjle.",
        en: "Men and women in per cent, 2023. The target for 2024 stands at each bar.",
      },
      {
        da: "Et mål er nået, når det underrepræsenterede køn har mindst den mindste andel i målet.",
        en: "A target is met when the under-represented sex has at least the smaller share of the target.",
      },
      [{ kind: "split", kpis: ["gender-board", "gender-executive", "gender-senior", "gender-middle", "gender-all"] }],
    ),
    chart(
      {
        da: "Flere vil anbefale Aleris: eNPS ligger 17 point over benchmark",
        en: "More would recommend Aleris: eNPS is 17 points above the benchmark",
      },
      {
        da: "eNPS, score fra −100 til +100. Ikke målt i 2019 og 2020.",
        en: "eNPS, score from −100 to +100. Not measured in 2019 and 2020.",
      },
      {
        da: "eNPS: andel ambassadører (9–10) minus andel kritikere (0–6).",
        en: "eNPS: share of promoters (9–10) minus share of detractors (0–6).",
      },
      [{ kind: "line", kpis: ["enps"] }],
      {
        da: "31 | i 2023, ét point op. Målet for 2024 er mindst 20, og den eksterne benchmark er 14. Svarprocenten var 86 mod 83 året før.",
        en: "31 | in 2023, up one point. The target for 2024 is at least 20, and the external benchmark is 14. The response rate was 86 against 83 the year before.",
      },
    ),
    chart(
      {
        da: "Det korte sygefravær er over målet, det lange er under, men stiger",
        en: "Short sick leave is above target; long sick leave is below it, but rising",
      },
      { da: "Sygefravær i procent.", en: "Sick leave in per cent." },
      null,
      [
        { kind: "bar", kpis: ["sick-leave-short"] },
        { kind: "bar", kpis: ["sick-leave-long"] },
      ],
    ),
  ],
  { pillarCode: "employer" },
);
