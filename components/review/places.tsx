import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import type { ReviewCounts } from "@/lib/review/model";

type Row = { key: string; name: string; counts: ReviewCounts; href: string; isChosen: boolean };

const columns = ["unexplained", "draft", "returned", "submitted", "approved"] as const;

/** How far org units or pillars have come; each narrows the review to itself. */
export function Places({ head, caption, rows }: { head: string; caption: string; rows: Row[] }) {
  const t = useTranslations("review.filter");
  return (
    <Table
      label={caption}
      caption={caption}
      className="review-places"
      columns={[head, ...columns.map((column) => overFigures(t(column)))]}
    >
      {rows.map(({ key, name, counts, href, isChosen }) => (
        <tr key={key} className={isChosen ? "on" : undefined}>
          <th scope="row">
            <Link href={href} aria-current={isChosen ? "true" : undefined}>
              {name}
            </Link>
          </th>
          {columns.map((column) => (
            <td key={column} className={`r ${counts[column] === 0 ? "nil" : column}`}>
              {counts[column]}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
