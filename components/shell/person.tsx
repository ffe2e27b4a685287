import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Access } from "@/lib/access/model";
import { signOut } from "@/lib/session/actions";
import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";

/** Who is signed in and as what, with the switches that are personal. */
export function Person({ user, roles }: Pick<Access, "user" | "roles">) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const as = roles.map((role) => common(`role.${role}`)).join(", ");
  async function leave(form: FormData): Promise<void> {
    "use server";
    await signOut(form);
  }
  return (
    <div className="me">
      <p>
        <span className="vh">{t("signedInAs")}: </span>
        <b>{user.name}</b>
        {/* Accounts named after their role, as the demo's, need not say it twice. */}
        {as === user.name ? null : (
          <>
            <br />
            {as}
          </>
        )}
      </p>
      <LanguageSwitch />
      <ThemeSwitch />
      <div className="choices">
        <Link href="/account">{t("account")}</Link>
        <form action={leave}>
          <button>{t("signOut")}</button>
        </form>
      </div>
    </div>
  );
}
