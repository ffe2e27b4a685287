import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { UsersFrame } from "@/components/user/frame";
import { Invitations } from "@/components/user/invitations";
import { People } from "@/components/user/people";
import { Link } from "@/components/ui/link";
import { requireAccess } from "@/lib/access/page";
import { nameIn } from "@/lib/setup/organisation/name/model";
import { listInvitations } from "@/lib/user/invitation/queries";
import { listPeople } from "@/lib/user/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("user.list"))("title") };
}

/** Who has a role in the organisation, and which invitations are open. */
export default async function UsersPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "user.manage");
  const { id, slug } = access.organisation;
  const [t, locale, people, invitations] = await Promise.all([
    getTranslations("user.list"),
    getLocale(),
    listPeople(id),
    listInvitations(id, new Date()),
  ]);
  return (
    <UsersFrame access={access} crumbs={[{ label: t("title") }]}>
      <h1>{t("title")}</h1>
      <div className="mt-2 mb-6 flex flex-wrap items-center justify-between gap-3">
        <p className="muted">{t("lead", { organisation: nameIn(access.organisation, locale) })}</p>
        <Link className="btn main" href={`/${slug}/users/invite`}>
          {t("invite")}
        </Link>
      </div>
      <People org={slug} people={people} />
      <Invitations org={slug} invitations={invitations} />
    </UsersFrame>
  );
}
