import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { formatDate } from "@/lib/number/format";
import { cellsOf, together, type EntryOverview } from "@/lib/value/overview/model";
import { together as inAll, type BesideCounts } from "@/lib/value/beside/model";
import { isOpenForEntry } from "@/lib/value/sheet/model";
import { ProgressBar } from "./progress-bar";
import "./entry.css";
import "./sheet.css";

/** How far the collection of a year has come, by org unit and pillar; every org unit leads to its sheet. `path` is the year's address. */
export async function Overview({
  overview,
  counts,
  path,
}: {
  overview: EntryOverview;
  counts: BesideCounts;
  path: string;
}) {
  const { year, period, pillars, orgUnits } = overview;
  const [t, entry, common, locale] = await Promise.all([
    getTranslations("entry.overview"),
    getTranslations("entry"),
    getTranslations("common"),
    getLocale(),
  ]);
  if (orgUnits.length === 0) {
    return (
      <>
        <h1>{entry("title", { year })}</h1>
        <EmptyState title={t("empty", { year })}>{t("emptyText", { year })}</EmptyState>
      </>
    );
  }
  const besideOf = (orgUnitId: string) => {
    const { evidence, open } = inAll(counts.filter((count) => count.orgUnitId === orgUnitId));
    return [
      ...(evidence > 0 ? [t("evidence", { count: evidence })] : []),
      ...(open > 0 ? [t("open", { count: open })] : []),
    ];
  };
  const all = orgUnits.map(({ total }) => total).reduce(together);
  const lead = [
    t("lead", { filled: all.filled, all: cellsOf(all), pending: all.pending }),
    isOpenForEntry(period.state)
      ? period.dueOn && t("due", { date: formatDate(new Date(`${period.dueOn}T12:00:00Z`), locale, "long") })
      : t("closed", { state: common(`periodState.${period.state}`) }),
  ];
  return (
    <>
      <div className="entry-head one">
        <div>
          <h1>{t("heading", { count: all.missing, year })}</h1>
          <p className="entry-lead">{lead.filter(Boolean).join(" ")}</p>
        </div>
      </div>
      <Table
        label={t("scroll")}
        caption={t("caption", { year })}
        className="entry-overview"
        columns={[t("orgUnit"), t("all"), ...pillars.map(({ name }) => name ?? t("base"))]}
      >
        {orgUnits.map(({ id, code, name, isRoot, total, byPillar }) => (
          <tr key={id} className={isRoot ? "root" : undefined}>
            <th scope="row">
              <Link href={`${path}/${code}`}>{name}</Link>
              {isRoot ? <small>{t("organisation")}</small> : null}
              {besideOf(id).map((text) => (
                <small key={text}>{text}</small>
              ))}
            </th>
            <td data-label={t("all")}>
              <ProgressBar progress={total} isTotal />
            </td>
            {pillars.map((pillar) => (
              <td key={pillar.code} data-label={pillar.name ?? t("base")}>
                {byPillar[pillar.code] ? (
                  <ProgressBar progress={byPillar[pillar.code]!} />
                ) : (
                  <span className="vh">{t("nothingAsked")}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </>
  );
}
