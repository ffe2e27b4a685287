import type { Say } from "@/lib/language/saying/model";
import type { FormField } from "@/components/session/action-form";
import { themeLine } from "@/lib/setup/pillar/model";
import type { PillarSetup } from "@/lib/setup/pillar/queries";
import { colours } from "@/lib/setup/pillar/schema";

/** The fields of a pillar's form, filled with what it says now. */
export function pillarFields(say: Say, pillar: PillarSetup | null): FormField[] {
  const sdgs = Array.from({ length: 17 }, (_, index) => String(index + 1));
  return [
    { kind: "text", name: "nameDa", label: say("nameDa"), value: pillar?.nameDa },
    { kind: "text", name: "nameEn", label: say("nameEn"), value: pillar?.nameEn },
    {
      kind: "select",
      name: "colour",
      label: say("pillar.colour"),
      choices: colours.map((colour) => ({ value: colour, label: say(`pillar.colours.${colour}`) })),
      chosen: pillar?.colour ?? "ethics",
    },
    {
      kind: "select",
      name: "kind",
      label: say("pillar.kind"),
      choices: ["guiding", "beside"].map((kind) => ({ value: kind, label: say(`pillar.kinds.${kind}`) })),
      chosen: pillar && !pillar.isGuiding ? "beside" : "guiding",
    },
    {
      kind: "area",
      name: "themesDa",
      label: say("pillar.themesDa"),
      hint: say("pillar.themesHint"),
      value: pillar?.themes.map(({ nameDa, sdgs }) => themeLine({ name: nameDa, sdgs })).join("\n"),
    },
    {
      kind: "area",
      name: "themesEn",
      label: say("pillar.themesEn"),
      hint: say("pillar.themesEnHint"),
      value: pillar?.themes.map(({ nameEn }) => nameEn).join("\n"),
    },
    {
      kind: "many",
      name: "sdgs",
      label: say("pillar.sdgs"),
      choices: sdgs.map((sdg) => ({ value: sdg, label: sdg })),
      chosen: pillar?.sdgs.map(String) ?? [],
    },
  ];
}
