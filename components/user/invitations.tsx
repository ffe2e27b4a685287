import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import type { listInvitations } from "@/lib/user/invitation/queries";
import { withdraw } from "@/lib/user/invitation/actions";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";

/** Invitations that nobody has used yet, each to be taken back; nothing when there are none. */
export function Invitations({
  org,
  invitations,
}: {
  org: string;
  invitations: Awaited<ReturnType<typeof listInvitations>>;
}) {
  const t = useTranslations("user");
  const common = useTranslations("common");
  const locale = useLocale() as Locale;
  if (invitations.length === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="open-invitations">
      <h2 id="open-invitations">{t("invite.openTitle")}</h2>
      <ul className="invitations">
        {invitations.map(({ id, name, email, role, expiresAt }) => (
          <li key={id}>
            <span>
              <b>{name}</b> · {email} · {common(`role.${role}`)} ·{" "}
              {t("invite.openUntil", { date: formatDate(new Date(expiresAt), locale, "long") })}
            </span>
            <ActionForm
              action={withdraw}
              fields={[]}
              hidden={{ org, invitation: id }}
              submit={{ label: t("invite.withdraw"), describe: t("invite.withdrawOf", { name }), className: "act" }}
              summary={t("edit.summary")}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
