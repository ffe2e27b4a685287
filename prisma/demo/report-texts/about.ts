import { block, callout, lead, quote, section } from "./row.ts";

/** What the report 2023 is, what its figures cover, and which goals it serves. */
export const about = section("text", "about", { da: "Om redegørelsen", en: "About this statement" }, [
  lead(
    "Rapporten er skrevet til den, der vil kontrollere den. Hvert tal har en kilde, en definition og en historie, og hvad der mangler, står der, at det mangler.",
    "This report is written for whoever wants to check it. Every figure has a source, a definition and a history, and what is missing is said to be missing.",
  ),
  callout(
    { da: "Hvad tallene dækker", en: "What the figures cover" },
    {
      da: "Tallene gælder Aleris i Danmark fra 1. januar til 31. december 2023. Affald dækker København, Aalborg, Ringsted og Esbjerg; økologi dækker køkkenerne i København og Esbjerg. Noterne under tabellerne siger det samme dér, hvor tallet står.",
      en: "The figures concern Aleris in Denmark from 1 January to 31 December 2023. Waste covers København, Aalborg, Ringsted and Esbjerg; the organic share covers the kitchens in København and Esbjerg. The notes under the tables say so where the figure stands.",
    },
  ),
  callout(
    { da: "Hvad redegørelsen bygger på", en: "What the statement rests on" },
    {
      da: "Årsregnskabslovens § 99 a om samfundsansvar og § 99 b om kønssammensætningen i ledelsen. Den er også Aleris’ rapportering til FN’s Global Compact.",
      en: "Section 99 a of the Danish Financial Statements Act on corporate responsibility, and section 99 b on the gender composition of management. It is also Aleris’ report to the UN Global Compact.",
    },
  ),
  block("sdgs", { da: "Verdensmål, ledestjernerne arbejder for", en: "Goals the guiding stars work for" }, [], {
    goals: [],
  }),
  quote(
    { da: "Regel for tallene i denne rapport", en: "A rule for the figures of this report" },
    { da: "Et tal, der ikke er der endnu, er ikke nul.", en: "A figure that is not there yet is not zero." },
  ),
]);
