import { useTranslations } from "next-intl";
import { overFigures, Table } from "@/components/ui/table";
import type { SetupCounts } from "@/lib/setup/queries";
import { setupParts } from "./frame";

/** The parts in the order one sets an organisation up, each with what there is. */
export function SetupSteps({ slug, counts }: { slug: string; counts: SetupCounts }) {
  const t = useTranslations("setup");
  return (
    <Table label={t("title")} columns={[t("step"), overFigures(t("count")), t("what")]}>
      {setupParts.map((part) => (
        <tr key={part}>
          <th scope="row">
            <a className="act" href={`/${slug}/setup/${part}`}>
              {t(`part.${part}`)}
            </a>
          </th>
          <td className="r">{part in counts ? counts[part as keyof SetupCounts] : ""}</td>
          <td>{t(`about.${part}`)}</td>
        </tr>
      ))}
    </Table>
  );
}
