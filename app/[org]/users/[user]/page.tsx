import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/session/action-form";
import { orgUnitField, roleField } from "@/components/user/fields";
import { UsersFrame } from "@/components/user/frame";
import type { Role } from "@/lib/access/policy";
import { requireAccess } from "@/lib/access/page";
import { nameIn } from "@/lib/setup/organisation/name/model";
import { changeRolesOf, disable, enable } from "@/lib/user/actions";
import { findPerson, listOrgUnitChoices } from "@/lib/user/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("user.list"))("title") };
}

/** One person: roles, a contributor's org units, and whether the account is open. */
export default async function UserPage({ params }: { params: Promise<{ org: string; user: string }> }) {
  const { org, user } = await params;
  const access = await requireAccess(org, "user.manage");
  const { id, slug } = access.organisation;
  const [t, locale, common, person, orgUnits] = await Promise.all([
    getTranslations("user"),
    getLocale(),
    getTranslations("common"),
    findPerson(id, user),
    listOrgUnitChoices(id),
  ]);
  if (!person) notFound();
  const say = { name: (role: Role) => common(`role.${role}`), hint: (role: Role) => t(`roleHint.${role}`) };
  const hidden = { org: slug, user: person.id };
  return (
    <UsersFrame access={access} crumbs={[{ label: t("list.title"), href: `/${slug}/users` }, { label: person.name }]}>
      <h1>{person.name}</h1>
      <p className="muted mt-2">{person.email}</p>
      <div className="user-form">
        <ActionForm
          action={changeRolesOf}
          fields={[
            roleField(
              "many",
              {
                label: t("edit.roles"),
                hint: `${t("edit.rolesHint", { organisation: nameIn(access.organisation, locale) })} ${t("edit.endsSessions")}`,
              },
              say,
              person.roles,
            ),
            orgUnitField(
              { label: t("edit.orgUnits"), hint: t("invite.orgUnitsHint"), root: t("invite.orgUnitsRoot") },
              orgUnits,
              person.orgUnits.map((orgUnit) => orgUnit.id),
            ),
          ]}
          hidden={hidden}
          submit={{ label: t("edit.submit") }}
          summary={t("edit.summary")}
        />
        <section>
          <h2>{t("edit.accountTitle")}</h2>
          <p>{t(person.isDisabled ? "edit.enableText" : "edit.disableText")}</p>
          <ActionForm
            action={person.isDisabled ? enable : disable}
            fields={[]}
            hidden={hidden}
            submit={
              person.isDisabled
                ? { label: t("edit.enable"), className: "btn" }
                : { label: t("edit.disable"), className: "btn danger" }
            }
            summary={t("edit.summary")}
          />
        </section>
      </div>
    </UsersFrame>
  );
}
