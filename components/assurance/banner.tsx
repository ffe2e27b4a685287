import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import { getWaiting } from "@/lib/assurance/waiting/queries";
import "@/components/request/request.css";

/** What an auditor waits for, in a line for each year with the way there; for whoever answers, and only while there is something. */
export async function AssuranceBanner({ access }: { access: Access }) {
  if (!may(access.roles, "assurance.answer")) return null;
  const [waiting, t] = await Promise.all([getWaiting(access.organisation.id), getTranslations("assurance")]);
  return waiting.map(({ year, count }) => (
    <p className="task-banner" key={year}>
      {t("banner", { count, year })}{" "}
      <Link href={`/${access.organisation.slug}/assurance/${year}`}>{t("bannerLink")}</Link>
    </p>
  ));
}
