import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm, type FormField } from "@/components/session/action-form";
import { PlainFrame } from "@/components/shell/plain";
import { Link } from "@/components/ui/link";
import { accept } from "@/lib/user/invitation/actions";
import { findInvitation } from "@/lib/user/invitation/queries";

// The address is a secret until it is used: it goes to no other site.
export const metadata: Metadata = { title: "Ledestjerne", referrer: "no-referrer" };

/** What an invitation's link opens: a name and a password to choose, once. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token, new Date());
  const t = await getTranslations("user");
  const common = await getTranslations("common");
  const failure = await getTranslations("failure");
  if (!invitation) {
    return (
      <PlainFrame>
        <h1>{t("invitation.overTitle")}</h1>
        <p className="prose">{t("invitationOver")}</p>
        <p className="mt-6">
          <Link className="btn main" href="/">
            {failure("home")}
          </Link>
        </p>
      </PlainFrame>
    );
  }
  const { organisation, name, email, role, account } = invitation;
  const address: FormField = {
    kind: "text",
    name: "email",
    label: t("invitation.email"),
    type: "email",
    value: email,
    isReadOnly: true,
    autoComplete: "username",
  };
  const fields: FormField[] = account
    ? [
        address,
        {
          kind: "text",
          name: "password",
          label: t("invitation.passwordAccount"),
          type: "password",
          autoComplete: "current-password",
        },
      ]
    : [
        address,
        { kind: "text", name: "name", label: t("invitation.name"), value: name, autoComplete: "name" },
        {
          kind: "text",
          name: "password",
          label: t("invitation.password"),
          hint: t("invitation.passwordHint"),
          type: "password",
          autoComplete: "new-password",
        },
      ];
  return (
    <PlainFrame>
      <h1>{t("invitation.title", { organisation: organisation.name })}</h1>
      <p className="prose mb-8">
        {t(account ? "invitation.textAccount" : "invitation.text", { role: common(`role.${role}`).toLowerCase() })}
      </p>
      <ActionForm
        action={accept}
        fields={fields}
        hidden={{ token }}
        submit={{ label: t(account ? "invitation.submitAccount" : "invitation.submit") }}
        summary={t("invitation.summary")}
      />
    </PlainFrame>
  );
}
