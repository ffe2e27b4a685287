import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { ActionForm } from "@/components/session/action-form";
import { PlainFrame } from "@/components/shell/plain";
import { hasUsers } from "@/lib/session/queries";
import { mostSetupBytes } from "@/lib/user/setup/file/model";
import { setUpInstallation } from "@/lib/user/setup/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("user.setup"))("title") };
}

/** The first page of a new installation; gone as soon as anybody has an account. */
export default async function SetupPage() {
  await connection();
  if (await hasUsers()) redirect("/sign-in");
  const t = await getTranslations("user.setup");
  return (
    <PlainFrame>
      <h1>{t("title")}</h1>
      <p className="prose mb-8">{t("text")}</p>
      <ActionForm
        action={setUpInstallation}
        fields={[
          { kind: "text", name: "organisation", label: t("organisation"), autoComplete: "organization" },
          { kind: "text", name: "slug", label: t("slug"), hint: t("slugHint"), autoComplete: "off" },
          { kind: "text", name: "name", label: t("name"), autoComplete: "name" },
          { kind: "text", name: "email", label: t("email"), type: "email", autoComplete: "username" },
          {
            kind: "text",
            name: "password",
            label: t("password"),
            hint: t("passwordHint"),
            type: "password",
            autoComplete: "new-password",
          },
          {
            kind: "file",
            name: "file",
            label: t("file"),
            hint: t("fileHint"),
            accept: ".yaml,.yml,.json,application/json,text/yaml",
            most: mostSetupBytes,
            tooBig: t("fileTooBig"),
          },
        ]}
        submit={{ label: t("submit") }}
        summary={t("summary")}
      />
    </PlainFrame>
  );
}
