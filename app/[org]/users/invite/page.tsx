import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orgUnitField, roleField } from "@/components/user/fields";
import { UsersFrame } from "@/components/user/frame";
import { InviteForm } from "@/components/user/invite-form";
import type { Role } from "@/lib/access/policy";
import { requireAccess } from "@/lib/access/page";
import { listOrgUnitChoices } from "@/lib/user/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("user.invite"))("title") };
}

/** Inviting somebody: to which role, a contributor to which org units. */
export default async function InvitePage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "user.manage");
  const { id, slug } = access.organisation;
  const [t, common, orgUnits] = await Promise.all([
    getTranslations("user"),
    getTranslations("common"),
    listOrgUnitChoices(id),
  ]);
  const say = { name: (role: Role) => common(`role.${role}`), hint: (role: Role) => t(`roleHint.${role}`) };
  return (
    <UsersFrame
      access={access}
      crumbs={[{ label: t("list.title"), href: `/${slug}/users` }, { label: t("invite.title") }]}
    >
      <h1>{t("invite.title")}</h1>
      <p className="prose mt-3">{t("invite.text")}</p>
      <div className="user-form">
        <InviteForm
          fields={[
            { kind: "text", name: "name", label: t("invite.name"), autoComplete: "off" },
            { kind: "text", name: "email", label: t("invite.email"), type: "email", autoComplete: "off" },
            roleField("one", { label: t("invite.role") }, say, []),
            orgUnitField(
              { label: t("invite.orgUnits"), hint: t("invite.orgUnitsHint"), root: t("invite.orgUnitsRoot") },
              orgUnits,
              [],
            ),
          ]}
          hidden={{ org: slug }}
          submit={{ label: t("invite.submit") }}
          summary={t("invite.summary")}
          words={{
            title: t.raw("invite.linkTitle"),
            text: t("invite.linkText"),
            link: t("invite.link"),
            copy: t("invite.copy"),
            copied: t("invite.copied"),
          }}
        />
      </div>
    </UsersFrame>
  );
}
