import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import { unapproved } from "@/lib/approval/model";
import { approvalsOf } from "@/lib/approval/queries";
import type { PeriodState } from "@/lib/database/generated/enums";
import "./approval.css";

/** Says that a page shows more of a year than what is approved. Nothing for a published year, which counts approved values only. */
export async function ApprovalNotice({
  access,
  year,
  state,
}: {
  access: Access;
  year: number;
  state: PeriodState | undefined;
}) {
  if (state === undefined || state === "published") return null;
  const { organisation, roles } = access;
  const [t, counts] = await Promise.all([getTranslations("approval"), approvalsOf(organisation, year)]);
  const count = unapproved(counts);
  if (count === 0) return null;
  return (
    <p className="approval-notice">
      {t("notice", { count, year })}{" "}
      {may(roles, "review.read") ? <Link href={`/${organisation.slug}/review/${year}`}>{t("noticeLink")}</Link> : null}
    </p>
  );
}
