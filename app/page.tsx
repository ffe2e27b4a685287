import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { PlainFrame } from "@/components/shell/plain";
import { currentSession } from "@/lib/session/current";
import { hasUsers } from "@/lib/session/queries";

/** Leads on: to the first organisation, to signing in, or to setting up while nobody has an account. */
export default async function Start() {
  const signedIn = await currentSession();
  if (!signedIn) redirect((await hasUsers()) ? "/sign-in" : "/setup");
  const first = signedIn.memberships[0];
  if (first) redirect(`/${first.organisation.slug}`);
  const t = await getTranslations("user.noOrganisation");
  return (
    <PlainFrame>
      <h1>{t("title")}</h1>
      <p className="prose">{t("text")}</p>
    </PlainFrame>
  );
}
