import { useLocale, useTranslations } from "next-intl";
import { figureSaid } from "@/components/entry/beside/said";
import { besideWords } from "@/components/entry/beside/words";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import type { ItemRow, SampleView } from "@/lib/assurance/queries";
import type { Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";

type Props = { sample: SampleView; items: ItemRow[]; path: string };

/** A sample: how it was drawn, so that anybody can draw it again, and where each of its values stands. */
export function Sample({ sample, items, path }: Props) {
  const t = useTranslations("assurance");
  const locale = useLocale() as Locale;
  const { rule, seed, within, population, populationPrint, by, at } = sample;
  const date = `${formatDate(new Date(at), locale)} ${formatTime(new Date(at), locale)}`;
  return (
    <section>
      <h2>
        {t(`sample.${rule}`)}
        {within ? ` (${within})` : null}
      </h2>
      <p className="muted">{t("drawnBy", { date, name: by || t("item.somebody"), population })}</p>
      {rule === "random" ? (
        <p className="muted">
          {t("seedIs", { seed })}. {t("seedHow", { count: items.length })}
        </p>
      ) : null}
      <p className="muted assurance-print">
        {t("printIs")} <code lang="zxx">{populationPrint}</code>
      </p>
      <Table
        label={`${t(`sample.${rule}`)} ${date}`}
        className="lines"
        columns={[
          t("kpi"),
          t("orgUnit"),
          overFigures(t("figure")),
          t("approval"),
          overFigures(t("evidence")),
          t("state"),
        ]}
      >
        {items.map((item) => (
          <Item key={item.id} item={item} path={path} />
        ))}
      </Table>
    </section>
  );
}

function Item({ item, path }: { item: ItemRow; path: string }) {
  const t = useTranslations("assurance");
  const locale = useLocale() as Locale;
  const { id, name, orgUnit, figure, unitOfMeasure, isChanged, approval, evidence, state, conclusion } = item;
  return (
    <tr>
      <th scope="row">
        <Link href={`${path}/${id}`}>{name}</Link>
      </th>
      <td data-label={t("orgUnit")}>{orgUnit}</td>
      <td className="r" data-label={t("figure")}>
        {figureSaid(figure, { words: besideWords[locale], locale, unitOfMeasure })}
        {isChanged ? <small className="question">{t("changed")}</small> : null}
      </td>
      <td data-label={t("approval")}>{approval ? t(`approvals.${approval}`) : ""}</td>
      <td className="r" data-label={t("evidence")}>
        {evidence}
      </td>
      <td data-label={t("state")}>{conclusion ? t(`conclusions.${conclusion}`) : t(`states.${state}`)}</td>
    </tr>
  );
}
