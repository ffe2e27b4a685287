import { useLocale, useTranslations } from "next-intl";
import { AddPicture } from "@/components/picture/add";
import { PictureFields } from "@/components/picture/choice";
import { ChartPanels, GoalFields, KpiFields } from "@/components/report/settings-fields";
import { ActionForm, type FormField } from "@/components/session/action-form";
import type { BlockKind } from "@/lib/database/generated/enums";
import { formatDecimal } from "@/lib/number/format";
import { saveBlockSettings } from "@/lib/report/settings/actions";
import { hasSettings, storedSettings } from "@/lib/report/settings/model";
import type { SettingsChoices } from "@/lib/report/settings/queries";
import "@/components/report/settings.css";

type Props = {
  slug: string;
  year: number;
  block: { id: string; kind: BlockKind; settings: unknown };
  choices: SettingsChoices;
  /** What the block is called, for screen readers. */
  name: string;
};

/** What a block draws, in the words of its kind; nothing for a kind that is all words. */
export function SettingsForm(props: Props) {
  return hasSettings(props.block.kind) ? <Settings {...props} /> : null;
}

function Settings({ slug, year, block, choices, name }: Props) {
  const t = useTranslations("report.settings");
  const settings = storedSettings(block.kind, block.settings);
  const seen = JSON.stringify(settings);
  return (
    <details className="settings">
      <summary>{t(`title.${block.kind as "chart"}`)}</summary>
      <ActionForm
        key={seen}
        action={saveBlockSettings}
        prefix={`set-${block.id}`}
        hidden={{ org: slug, year: String(year), blockId: block.id, seen }}
        fields={useFields(block)}
        submit={{ label: t("save"), describe: t("saveOf", { name }), className: "btn" }}
        summary={t("summary")}
        done={t("saved")}
      >
        <Places block={block} choices={choices} slug={slug} />
      </ActionForm>
      {"pictureId" in settings ? (
        <details className="settings">
          <summary>{t("bringPicture")}</summary>
          <AddPicture
            slug={slug}
            back={`/${slug}/reports/${year}/edit?block=${block.id}#kind-${block.id}`}
            block={{ id: block.id, year }}
          />
        </details>
      ) : null}
    </details>
  );
}

/** The plain fields of a kind. */
function useFields(block: Props["block"]): FormField[] {
  const t = useTranslations("report.settings");
  const locale = useLocale() === "en" ? "en" : "da";
  const text = (name: string, label: string, value: string, hint?: string): FormField => ({
    ...{ kind: "text", name, label, value, hint },
  });
  const select = (
    name: string,
    label: string,
    chosen: string,
    choices: { value: string; label: string }[],
  ): FormField => ({
    ...{ kind: "select", name, label, choices, chosen },
  });
  switch (block.kind) {
    case "text": {
      const { role } = storedSettings("text", block.settings);
      return [
        select("role", t("role"), role, [
          { value: "prose", label: t("roles.prose") },
          { value: "lead", label: t("roles.lead") },
        ]),
      ];
    }
    case "comparison": {
      const { axisFrom, axisTo, unitOfMeasure } = storedSettings("comparison", block.settings);
      return [
        text("axisFrom", t("axisFrom"), formatDecimal(String(axisFrom), locale)),
        text("axisTo", t("axisTo"), formatDecimal(String(axisTo), locale)),
        text("unitOfMeasure", t("unitOfMeasure"), unitOfMeasure),
      ];
    }
    case "picture": {
      const { width } = storedSettings("picture", block.settings);
      return [
        select("width", t("width"), width, [
          { value: "full", label: t("widths.full") },
          { value: "column", label: t("widths.column") },
        ]),
      ];
    }
    case "policy": {
      const { since, address } = storedSettings("policy", block.settings);
      return [
        text("since", t("since"), since === null ? "" : String(since)),
        text("address", t("address"), address, t("addressHint")),
      ];
    }
    default:
      return [];
  }
}

/** What a kind picks from: KPIs, pictures, goals. */
function Places({ block, choices, slug }: Pick<Props, "block" | "choices" | "slug">) {
  const { id, kind, settings } = block;
  switch (kind) {
    case "keyFacts":
    case "table":
      return <KpiFields id={id} name="kpi" codes={storedSettings(kind, settings).kpis} kpis={choices.kpis} />;
    case "chart":
      return <ChartPanels id={id} panels={storedSettings(kind, settings).panels} kpis={choices.kpis} />;
    case "picture":
    case "story":
      return (
        <PictureFields
          id={id}
          slug={slug}
          chosen={storedSettings(kind, settings).pictureId}
          pictures={choices.pictures}
        />
      );
    case "sdgs":
      return <GoalFields chosen={storedSettings(kind, settings).goals} />;
    default:
      return null;
  }
}
