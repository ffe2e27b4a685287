import { sayer } from "@/lib/language/saying/model";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { KeptBehind } from "@/components/factor/behind";
import { versionFields } from "@/components/factor/fields";
import { FactorsFrame } from "@/components/factor/frame";
import { MethodName, Users } from "@/components/factor/marks";
import { FactorVersions } from "@/components/factor/versions";
import { ActionForm } from "@/components/session/action-form";
import { requireAccess } from "@/lib/access/page";
import { may } from "@/lib/access/policy";
import { getFrameYear } from "@/lib/dashboard/queries";
import { addVersion } from "@/lib/emission-factor/actions";
import { keptBehind, listFactors } from "@/lib/emission-factor/overview/queries";

type Props = { params: Promise<{ org: string; code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("factor"))("title") };
}

/** One emission factor: its versions, where it is used, what published years keep of it, and a new version. */
export default async function FactorPage({ params }: Props) {
  const { org, code } = await params;
  const access = await requireAccess(org, "factor.read");
  const { id, slug, dataVersion } = access.organisation;
  const [t, locale, year] = await Promise.all([getTranslations("factor"), getLocale(), getFrameYear(id)]);
  const [factors, behind] = await Promise.all([
    listFactors(id, dataVersion, year, locale),
    keptBehind(id, code, locale),
  ]);
  const factor = factors.find((one) => one.code === code) ?? notFound();
  return (
    <FactorsFrame access={access} year={year} crumbs={[{ label: factor.activity }]}>
      <h1>{factor.activity}</h1>
      <p className="muted mt-2">
        <code>factor(&quot;{factor.code}&quot;)</code> · {t("scope", { scope: factor.scope })} ·{" "}
        <MethodName {...factor} /> · {factor.region}
      </p>
      <section className="factor-part">
        <h2>{t("versions")}</h2>
        <p className="said">{t("versionsText")}</p>
        <FactorVersions versions={factor.versions} locale={locale} />
      </section>
      <KeptBehind
        org={slug}
        factor={code}
        years={behind}
        mayRestate={may(access.roles, "value.restate")}
        locale={locale}
      />
      <section className="factor-part">
        <h2>{t("usedTitle")}</h2>
        <p>
          <Users org={slug} users={factor.users} />
        </p>
      </section>
      {may(access.roles, "factor.edit") ? (
        <section className="factor-part">
          <h2>{t("newVersion")}</h2>
          <ActionForm
            action={addVersion}
            fields={versionFields(sayer(t), {
              unitIn: factor.current.unitIn,
              unitOut: factor.current.unitOut,
            })}
            hidden={{ org: slug, factor: factor.id }}
            submit={{ label: t("submitVersion") }}
            summary={t("summary")}
            done={t("added")}
          />
        </section>
      ) : null}
    </FactorsFrame>
  );
}
