import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import "@/components/session/session.css";
import { PlainFrame } from "@/components/shell/plain";
import { Link } from "@/components/ui/link";
import { requireSignedIn } from "@/lib/access/page";
import { changeOwnPassword } from "@/lib/session/actions";
import { nameIn } from "@/lib/setup/organisation/name/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access.account"))("title") };
}

/** One's own account: who one is here, and another password. The language is switched on top of the page. */
export default async function AccountPage() {
  const { user, memberships } = await requireSignedIn();
  const t = await getTranslations("access.account");
  const common = await getTranslations("common");
  const locale = await getLocale();
  return (
    <PlainFrame>
      <div className="account">
        <h1>{t("title")}</h1>
        <dl>
          <dt>{t("name")}</dt>
          <dd>{user.name}</dd>
          <dt>{t("email")}</dt>
          <dd>{user.email}</dd>
          <dt>{t("roles")}</dt>
          {memberships.map(({ organisation, roles }) => (
            <dd key={organisation.id} className="col-start-2">
              {roles.map((role) => common(`role.${role}`)).join(", ")} ·{" "}
              <Link href={`/${organisation.slug}`}>{nameIn(organisation, locale)}</Link>
            </dd>
          ))}
        </dl>
        <section className="grid gap-3">
          <h2>{t("password")}</h2>
          <p className="muted">{t("passwordText")}</p>
          <ActionForm
            action={changeOwnPassword}
            fields={[
              {
                kind: "text",
                name: "current",
                label: t("current"),
                type: "password",
                autoComplete: "current-password",
              },
              {
                kind: "text",
                name: "password",
                label: t("new"),
                hint: t("newHint"),
                type: "password",
                autoComplete: "new-password",
              },
            ]}
            submit={{ label: t("submit") }}
            summary={t("summary")}
            done={t("done")}
          />
        </section>
      </div>
    </PlainFrame>
  );
}
