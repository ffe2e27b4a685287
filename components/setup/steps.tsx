import { useTranslations } from "next-intl";
import { Scroll } from "@/components/ui/scroll";
import type { SetupCounts } from "@/lib/setup/queries";
import { setupParts } from "./frame";

/** The parts in the order one sets an organisation up, each with what there is. */
export function SetupSteps({ slug, counts }: { slug: string; counts: SetupCounts }) {
  const t = useTranslations("setup");
  return (
    <Scroll label={t("title")}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t("step")}</th>
            <th scope="col" className="r">
              {t("count")}
            </th>
            <th scope="col">{t("what")}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </Scroll>
  );
}
