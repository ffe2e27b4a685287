import { useTranslations } from "next-intl";
import { amountText } from "@/components/agreement/amount";
import { spoken } from "@/components/agreement/frame";
import { ExampleMark, StatusMark } from "@/components/agreement/marks";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import { agreementHref } from "@/lib/agreement/place/model";
import type { KpiName } from "@/lib/commitment/kpi/queries";
import type { Use } from "@/lib/initiative/use/queries";
import type { Locale } from "@/lib/language/model";
import type { DecimalText } from "@/lib/number/model";

type Props = { org: string; uses: Use[]; kpis: readonly KpiName[]; locale: Locale };

/** Which org units use an initiative, in which period, how far they are, and what came of it against what was expected. */
export function Uses({ org, uses, kpis, locale }: Props) {
  const t = useTranslations("agreement");
  const amount = (text: DecimalText | null, { kpiId }: Use) =>
    text === null ? "–" : amountText(text, kpis.find(({ id }) => id === kpiId) ?? null, locale);
  return (
    <Table
      label={t("catalogue.units")}
      caption={t("catalogue.units")}
      className="lines"
      columns={[
        t("unit"),
        t("due.status"),
        overFigures(t("catalogue.expectedHere")),
        overFigures(t("catalogue.effect")),
      ]}
    >
      {uses.map((use) => (
        <tr key={use.commitmentId}>
          <th scope="row">
            <Link href={`${agreementHref(org, use.period, use.orgUnit.code)}/commitments/${use.commitmentId}`}>
              {use.orgUnit.name} {spoken(use.period)}
            </Link>
            {use.isExample ? <ExampleMark /> : null}
          </th>
          <td data-label={t("due.status")}>
            <StatusMark status={use.status} />
          </td>
          <td className="r nw" data-label={t("catalogue.expectedHere")}>
            {amount(use.expected, use)}
          </td>
          <td className="r nw" data-label={t("catalogue.effect")}>
            {amount(use.reported, use)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
