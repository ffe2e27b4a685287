import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AgreementFrame } from "@/components/agreement/frame";
import { ActionForm, type FormField } from "@/components/session/action-form";
import { requireAccess } from "@/lib/access/page";
import { handOnAgreement } from "@/lib/agreement/handover/actions";
import { toHandOn } from "@/lib/agreement/handover/model";
import { getMatrix } from "@/lib/agreement/matrix/queries";
import { today } from "@/lib/agreement/period/queries";
import { agreementHref } from "@/lib/agreement/place/model";
import { findAgreement } from "@/lib/commitment/page/queries";

type Props = { params: Promise<{ org: string; period: string; unit: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreement"))("handOn.title") };
}

/** Handing the agreement of an org unit that closes on to those who carry on what it does. */
export default async function HandOnPage({ params }: Props) {
  const { org, ...address } = await params;
  const access = await requireAccess(org, "agreement.govern");
  const { id, slug } = access.organisation;
  const [t, locale] = await Promise.all([getTranslations("agreement"), getLocale()]);
  const found = await findAgreement(id, address, locale);
  if (!found || found.agreement.state !== "signed") notFound();
  const { agreement, period } = found;
  const units = (await getMatrix(id, period.id, today())).filter(
    ({ agreementId, state }) => agreementId !== agreement.id && state !== "handedOn" && state !== "closed",
  );
  const choices = [
    { value: "", label: t("handOn.choose") },
    ...units.map(({ orgUnitId, orgUnit }) => ({ value: orgUnitId, label: orgUnit.name })),
  ];
  const open = toHandOn(agreement.commitments);
  const fields: FormField[] = [
    { kind: "text", name: "from", type: "date", label: t("handOn.from"), value: agreement.orgUnit.closesOn ?? "" },
    { kind: "area", name: "reason", label: t("handOn.reason"), rows: 3 },
    ...open.map((one): FormField => ({
      kind: "select",
      name: `to-${one.id}`,
      label: t("handOn.to", { text: one.text }),
      choices,
    })),
  ];
  const here = agreementHref(slug, period.code, agreement.orgUnit.code);
  return (
    <AgreementFrame
      access={access}
      view={null}
      period={period}
      crumbs={[{ label: agreement.orgUnit.name, href: here }, { label: t("handOn.title") }]}
    >
      <h1>{t("handOn.title")}</h1>
      <p className="lead">{t("handOn.lead")}</p>
      {open.length === 0 ? <p>{t("handOn.nothing")}</p> : null}
      <ActionForm
        action={handOnAgreement}
        fields={fields}
        hidden={{ org: slug, agreementId: agreement.id, seen: String(agreement.version), back: here }}
        submit={{ label: t("handOn.submit") }}
        summary={t("refused")}
      />
    </AgreementFrame>
  );
}
