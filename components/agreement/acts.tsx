import { useTranslations } from "next-intl";
import { ActionForm, type FormField } from "@/components/session/action-form";
import {
  amendAgreement,
  approveAgreement,
  closeAgreement,
  proposeAgreement,
  returnAgreement,
  signAgreement,
} from "@/lib/agreement/actions";
import { textToSign, type AgreementView } from "@/lib/agreement/model";
import { acts, actsFrom } from "@/lib/agreement/life/model";
import type { AgreementAct, AgreementParty } from "@/lib/database/generated/enums";

type Props = {
  org: string;
  agreement: AgreementView;
  /** The parties the person may sign for. */
  parties: AgreementParty[];
  isCentral: boolean;
};

/** What can be done next, each act a form of its own; the first is the one that leads on. */
export function NextActs({ org, agreement, parties, isCentral }: Props) {
  const t = useTranslations("agreement");
  const offered = actsFrom(agreement.state).filter((act) => isCentral || acts[act].by !== "central");
  const text = textToSign(agreement);
  const open = parties.filter((party) => !text?.signatures.some((one) => one.party === party));
  return (
    <div className="acts">
      {offered.map((act) =>
        act === "handOn" ? null : act === "sign" ? (
          open.map((party) =>
            text ? (
              <details key={party} open={agreement.state === "approved"}>
                <summary>{t(`act.sign.${party}`)}</summary>
                <Sign {...{ org, agreement, party, sha256: text.sha256 }} />
              </details>
            ) : null,
          )
        ) : (
          <details key={act} open={act === "propose" || act === "approve"}>
            <summary>{t(`act.${act}.title`)}</summary>
            <p className="muted">{t(`act.${act}.hint`)}</p>
            <PlainAct {...{ org, agreement, act }} />
          </details>
        ),
      )}
    </div>
  );
}

function PlainAct({
  org,
  agreement,
  act,
}: {
  org: string;
  agreement: AgreementView;
  act: Exclude<AgreementAct, "sign" | "handOn">;
}) {
  const t = useTranslations("agreement");
  const actions = {
    propose: proposeAgreement,
    approve: approveAgreement,
    return: returnAgreement,
    amend: amendAgreement,
    close: closeAgreement,
  };
  const reasoned = act === "return" || act === "amend" || act === "close";
  const fields: FormField[] = reasoned
    ? [{ kind: "area", name: "reason", label: t(`act.${act}.reason`), rows: 3 }]
    : [];
  return (
    <ActionForm
      action={actions[act]}
      prefix={act}
      fields={fields}
      hidden={{ org, agreementId: agreement.id, seen: String(agreement.version) }}
      submit={{ label: t(`act.${act}.submit`), className: reasoned ? "btn" : "btn main" }}
      summary={t("refused")}
    />
  );
}

function Sign({
  org,
  agreement,
  party,
  sha256,
}: {
  org: string;
  agreement: AgreementView;
  party: AgreementParty;
  sha256: string;
}) {
  const t = useTranslations("agreement");
  return (
    <ActionForm
      action={signAgreement}
      prefix={party}
      fields={[{ kind: "text", name: "capacity", label: t("act.sign.capacity"), hint: t("act.sign.capacityHint") }]}
      hidden={{ org, agreementId: agreement.id, seen: String(agreement.version), party, sha256 }}
      submit={{ label: t("act.sign.submit"), className: "btn main" }}
      summary={t("refused")}
    />
  );
}
