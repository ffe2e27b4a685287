import { useTranslations } from "next-intl";
import type { Role } from "@/lib/access/policy";
import { signIn } from "@/lib/session/actions";
import { ActionForm } from "./action-form";
import { DemoAccounts } from "./demo-accounts";
import "./session.css";

/** What the demo shows of its accounts. */
export type Demo = { accounts: { email: string; role: Role; organisations: string[] }[]; password: string };

/** The sign-in form, and the demo's accounts below it. `next`: where to go on to, a path of our own. */
export function SignIn({ next, demo }: { next: string; demo: Demo | null }) {
  const t = useTranslations("access.signIn");
  const common = useTranslations("common");
  return (
    <div className="sign-in">
      <h1>{t("title")}</h1>
      <ActionForm
        action={signIn}
        fields={[
          { kind: "text", name: "email", label: t("email"), type: "email", autoComplete: "username" },
          { kind: "text", name: "password", label: t("password"), type: "password", autoComplete: "current-password" },
        ]}
        hidden={{ next }}
        submit={{ label: t("submit") }}
        summary={t("summary")}
      />
      {demo ? (
        <DemoAccounts
          title={t("demo")}
          fill={t("demoFill", { password: demo.password })}
          password={demo.password}
          accounts={demo.accounts.map(({ email, role, organisations }) => ({
            email,
            role: `${common(`role.${role}`)} · ${organisations.map(nameOf).join(", ")}`,
          }))}
        />
      ) : (
        <p className="muted">{t("help")}</p>
      )}
    </div>
  );
}

/** The demo's organisations by slug: proper nouns, the same in every language. */
function nameOf(slug: string): string {
  return slug === "aleris" ? "Aleris" : "Region Midtjylland";
}
