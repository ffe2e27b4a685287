import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Sign } from "@/components/ui/sign";
import type { CellApproval } from "@/lib/approval/model";
import { remarkIn } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import "./approval.css";

/** A value of the sheet that somebody sent back. */
export type Returned = { code: string; name: string; approval: CellApproval };

/** How far an org unit's values have come towards approval, and on top what was sent back with its comment. `path` is the sheet's address. */
export async function ApprovalStrip({
  approvals,
  returned,
  path,
  maySubmit,
}: {
  approvals: readonly CellApproval[];
  returned: readonly Returned[];
  path: string;
  maySubmit: boolean;
}) {
  const [t, locale] = await Promise.all([getTranslations("approval"), getLocale()]);
  if (approvals.length === 0) return null;
  const count = (state: CellApproval["state"]) => approvals.filter((one) => one.state === state).length;
  const counts = {
    draft: count("draft"),
    returned: count("returned"),
    submitted: count("submitted"),
    approved: count("approved"),
  };
  return (
    <section className="approval-strip" aria-labelledby="approval-title">
      <h2 className="vh" id="approval-title">
        {t("strip.title")}
      </h2>
      {returned.length > 0 ? (
        <div className="approval-returned">
          <h3>
            <Sign name="question" /> {t("returned.title", { count: returned.length })}
          </h3>
          <ul>
            {returned.map(({ code, name, approval: { last } }) => (
              <li key={code}>
                <Link href={`${path}/${code}`} aria-label={`${name}: ${t("returned.open")}`}>
                  {name}
                </Link>
                <blockquote>{remarkIn(last?.comment ?? "", locale)}</blockquote>
                <p className="muted">
                  {t("returned.by", { who: last?.by ?? "", when: last ? formatDate(new Date(last.at), locale) : "" })}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="approval-counts">
        {t("strip.counts", counts)}
        {maySubmit && counts.draft + counts.returned > 0 ? (
          <Link className="btn small" href={`${path}/submit`}>
            {t("strip.submit")}
          </Link>
        ) : null}
      </p>
    </section>
  );
}
