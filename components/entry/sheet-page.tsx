import { getTranslations } from "next-intl/server";
import { ApprovalStrip } from "@/components/approval/strip";
import { Menu } from "@/components/shell/menu";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import type { CellApproval } from "@/lib/approval/model";
import type { Locale } from "@/lib/language/model";
import type { BesideCounts } from "@/lib/value/beside/model";
import type { OrgUnitProgress } from "@/lib/value/overview/model";
import type { SheetFilter } from "@/lib/value/filter/model";
import { isOpenForEntry, type EntrySheet } from "@/lib/value/sheet/model";
import { BesideSign } from "./beside/beside-sign";
import { GridHead } from "./grid-head";
import { KeyList } from "./key-list";
import { Sheet } from "./sheet";
import { sheetView } from "./sheet-view";
import "./beside/beside.css";
import "./entry.css";
import "./sheet.css";

/** An org unit's sheet with the way to it and to the others. */
export async function SheetPage({
  sheet,
  orgUnits,
  counts,
  requested,
  approvals,
  access,
  locale,
  filter,
}: {
  sheet: EntrySheet;
  orgUnits: OrgUnitProgress[];
  counts: BesideCounts;
  requested: ReadonlySet<string>;
  /** Where values of the sheet's year stand, by "KPI org unit". */
  approvals: ReadonlyMap<string, CellApproval>;
  access: Access;
  locale: Locale;
  filter: SheetFilter;
}) {
  const [t, shell] = await Promise.all([getTranslations("entry"), getTranslations("shell")]);
  const { year, orgUnit, groups } = sheet;
  const path = `/${access.organisation.slug}/entry`;
  const items = orgUnits.map(({ code, name }) => ({
    key: code,
    href: `${path}/${year}/${code}${sheet.years.length > 1 ? `?years=${sheet.years.length}` : ""}`,
    label: name,
    current: code === orgUnit.code,
  }));
  const crumbs = (
    <Breadcrumbs
      label={shell("crumbs")}
      crumbs={[
        { label: t("crumb"), href: path },
        { label: t("yearCrumb", { year }), href: `${path}/${year}` },
        {
          label:
            items.length > 1 ? (
              <Menu id="org-units" label={t("chooseOrgUnit")} chosen={orgUnit.name} items={items} />
            ) : (
              orgUnit.name
            ),
        },
      ]}
    />
  );
  const rows = groups.flatMap((group) => group.rows);
  const ofRow = (kpiId: string) => approvals.get(`${kpiId} ${orgUnit.id}`);
  const notice = (
    <ApprovalStrip
      approvals={rows.flatMap(({ kpiId }) => ofRow(kpiId) ?? [])}
      returned={rows.flatMap(({ kpiId, code, shortName: name }) => {
        const approval = ofRow(kpiId);
        return approval?.state === "returned" ? [{ code, name, approval }] : [];
      })}
      path={`${path}/${year}/${orgUnit.code}`}
      maySubmit={isOpenForEntry(sheet.years[0]!.state) && may(access.roles, "value.submit")}
    />
  );
  const hasExamples = groups.some(({ rows }) =>
    rows.some(({ years }) => years.some(({ cell, figure }) => cell?.isExample || figure.isExample)),
  );
  const view = sheetView(sheet, access, locale, new Date(), filter, requested, approvals);
  const names = new Map(view.groups.flatMap((group) => group.rows.map(({ kpiId, name }) => [kpiId, name])));
  const here = counts.filter(({ orgUnitId, kpiId }) => orgUnitId === orgUnit.id && names.has(kpiId));
  const signs = Object.fromEntries(
    here.map((count) => [
      count.kpiId,
      <BesideSign
        key={count.kpiId}
        kpi={names.get(count.kpiId)!}
        href={`${path}/${year}/${orgUnit.code}/${count.code}`}
        count={count}
        words={view.words.beside}
      />,
    ]),
  );
  return (
    // A sheet of its own for each org unit and year: nothing typed moves along from one to the next.
    <Sheet
      key={`${orgUnit.id} ${year} ${sheet.years.length}`}
      text={JSON.stringify(view)}
      crumbs={crumbs}
      notice={notice}
      head={<GridHead view={view} />}
      signs={signs}
      keys={view.isReadOnly ? null : <KeyList words={view.words.keys} />}
    >
      <div className="notes">
        <p>{t("sheet.legend")}</p>
        {hasExamples ? <p>{t("sheet.examples")}</p> : null}
      </div>
    </Sheet>
  );
}
