import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProgressBar } from "@/components/entry/progress-bar";
import { Table } from "@/components/ui/table";
import type { Progress } from "@/lib/value/sheet/model";

type Row = { id: string; name: ReactNode; counts: Progress; more?: string };

/** How far one side of what was asked has come, a row for each. */
export function ProgressTable({
  caption,
  head,
  more,
  rows,
}: {
  caption: string;
  head: string;
  more?: string;
  rows: Row[];
}) {
  const t = useTranslations("request");
  return (
    <section>
      <h2>{caption}</h2>
      <Table label={caption} className="request-by" columns={[head, t("progress"), more !== undefined && more]}>
        {rows.map(({ id, name, counts, more: said }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={t("progress")}>
              <ProgressBar progress={counts} />
            </td>
            {more ? <td data-label={more}>{said}</td> : null}
          </tr>
        ))}
      </Table>
    </section>
  );
}
