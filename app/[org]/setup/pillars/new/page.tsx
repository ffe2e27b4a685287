import { sayer } from "@/lib/language/saying/model";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { pillarFields } from "@/components/setup/pillar-fields";
import { requireAccess } from "@/lib/access/page";
import { addPillarOf } from "@/lib/setup/pillar/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("pillar.add") };
}

/** A new pillar. */
export default async function NewPillarPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const t = await getTranslations("setup");
  return (
    <SetupFrame access={access} part="pillars" crumbs={[{ label: t("pillar.add") }]}>
      <h1>{t("pillar.add")}</h1>
      <div className="wide-form">
        <ActionForm
          action={addPillarOf}
          hidden={{ org: access.organisation.slug }}
          fields={[
            { kind: "text", name: "code", label: t("code"), hint: t("codeHint") },
            ...pillarFields(sayer(t), null),
          ]}
          submit={{ label: t("pillar.add") }}
          summary={t("summary")}
        />
      </div>
    </SetupFrame>
  );
}
