import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Message } from "@/components/ui/message";
import { Sign } from "@/components/ui/sign";
import type { Gap } from "@/lib/import/gap/model";
import type { SheetLook } from "@/lib/import/table/model";

/** What is missing before a file can be read, each leading to its sheet; said as a refusal once somebody tried to go on. */
export function Gaps({ gaps, looks, failure }: { gaps: Gap[]; looks: SheetLook[]; failure: string }) {
  const t = useTranslations("import");
  if (failure === "import.incomplete")
    return (
      <ErrorSummary
        title={t("incomplete")}
        errors={gaps.map(({ sheet, code }) => ({
          field: sheetId(sheet ?? 0),
          message: [sheet === null ? "" : `${looks[sheet]!.name}: `, t(`gap.${code}`)].join(""),
        }))}
      />
    );
  if (failure === "import.foundAnew") return <Message tone="question" title={t("foundAnew")} />;
  return gaps[0]?.sheet === null ? (
    <Message tone="question" title={t("noTable")}>
      {t("gap.noSheet")}
    </Message>
  ) : null;
}

/** What one sheet lacks, at the sheet. */
export function SheetGaps({ sheet, gaps }: { sheet: number; gaps: Gap[] }) {
  const t = useTranslations("import");
  const own = gaps.filter((gap) => gap.sheet === sheet);
  if (own.length === 0) return null;
  return (
    <ul className="import-gaps" id={`${sheetId(sheet)}-gaps`}>
      {own.map(({ code }) => (
        <li key={code}>
          <Sign name="stop" />
          <span>{t(`gap.${code}`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The id of a sheet's part of the form. */
export function sheetId(sheet: number): string {
  return `sheet-${sheet}`;
}
