import { getTranslations } from "next-intl/server";
import { sheetView } from "@/components/entry/sheet-view";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import type { Access } from "@/lib/access/model";
import type { Locale } from "@/lib/language/model";
import type { BesideView } from "@/lib/value/beside/model";
import type { EntrySheet } from "@/lib/value/sheet/model";
import { OneCell } from "./one-cell";
import { besideWords } from "./words";
import "@/components/entry/entry.css";
import "./beside.css";

/** The page of one value. `refused`: why a file sent without a script was not kept. Null when the KPI does not stand on the org unit's sheet. */
export async function CellPage({
  sheet,
  code,
  beside,
  access,
  locale,
  refused,
}: {
  sheet: EntrySheet;
  code: string;
  beside: BesideView;
  access: Access;
  locale: Locale;
  refused: string | null;
}) {
  const [t, shell] = await Promise.all([getTranslations("entry"), getTranslations("shell")]);
  const { year, orgUnit } = sheet;
  const view = sheetView(sheet, access, locale, new Date());
  const row = view.groups.flatMap(({ rows }) => rows).find((one) => one.code === code)!;
  const words = besideWords[locale];
  const path = `/${access.organisation.slug}`;
  const own = { ...view, groups: [] };
  return (
    <OneCell view={own} row={row} loaded={{ view: beside, words }}>
      <Breadcrumbs
        label={shell("crumbs")}
        crumbs={[
          { label: t("crumb"), href: `${path}/entry` },
          { label: t("yearCrumb", { year }), href: `${path}/entry/${year}` },
          { label: orgUnit.name, href: `${path}/entry/${year}/${orgUnit.code}` },
          { label: row.name },
        ]}
      />
      {refused ? <Message tone="worse" title={refused} /> : null}
      <p className="cell-links">
        <Link href={`${path}/kpis/${code}?year=${year}`}>{words.toKpi}</Link>
      </p>
    </OneCell>
  );
}
