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
      da: "Engagementet steg {{kpi:engagement-index rise}} til {{kpi:engagement-index}}, arbejdsmiljøet {{kpi:work-environment-index rise bare}} til {{kpi:work-environment-index}}. Samtidig oplevede {{kpi:harassment}} % krænkende adfærd mod {{kpi:harassment year-1}} % i 2022, og arbejdsskaderne steg fra {{kpi:injuries year-1}} til {{kpi:injuries}} % af FTE. Begge dele er {{kpi:injuries state}} for målet.",
      en: "Engagement rose {{kpi:engagement-index rise}} to {{kpi:engagement-index}}, the work environment {{kpi:work-environment-index rise bare}} to {{kpi:work-environment-index}}. At the same time {{kpi:harassment}} % experienced offensive behaviour against {{kpi:harassment year-1}} % in 2022, and work injuries rose from {{kpi:injuries year-1}} to {{kpi:injuries}} % of FTE. Both are {{kpi:injuries state}} target.",
    }),
    highlights(
      2023,
      {
        da: "{{kpi:engagement-index}} | i engagement, {{kpi:engagement-index rise}} op",
        en: "{{kpi:engagement-index}} | in engagement, up {{kpi:engagement-index rise}}",
      },
      {
        da: "{{kpi:enps}} | i eNPS mod en ekstern benchmark på 14",
        en: "{{kpi:enps}} | in eNPS against an external benchmark of 14",
      },
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
        da: "{{kpi:enps}} | i 2023, {{kpi:enps rise}} op. Målet for 2024 er mindst {{kpi:enps target bare}}, og den eksterne benchmark er 14. Svarprocenten var {{kpi:survey-response}} mod {{kpi:survey-response year-1}} året før.",
        en: "{{kpi:enps}} | in 2023, up {{kpi:enps rise bare}}. The target for 2024 is at least {{kpi:enps target bare}}, and the external benchmark is 14. The response rate was {{kpi:survey-response}} against {{kpi:survey-response year-1}} the year before.",
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
