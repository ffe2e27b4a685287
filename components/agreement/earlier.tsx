import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import type { AgreementView } from "@/lib/agreement/model";
import { decideCommitment } from "@/lib/commitment/rolling/actions";
import { proposedDecision, rollDecisions } from "@/lib/commitment/rolling/model";
import { StatusMark } from "./marks";

/** The own commitments of the last period, each to be carried on, changed, copied or ended; what is decided is only told. */
export function Earlier({ org, agreement, mayDecide }: { org: string; agreement: AgreementView; mayDecide: boolean }) {
  const t = useTranslations("agreement");
  const left = agreement.earlier.filter(({ decision }) => decision === null);
  const isOpen = mayDecide && agreement.state === "draft" && agreement.edition === 1;
  return (
    <ol className="earlier">
      {[...left, ...agreement.earlier.filter(({ decision }) => decision !== null)].map((one) => (
        <li key={one.id}>
          <div>
            <b>{one.text}</b> <StatusMark status={one.status} />
          </div>
          {one.decision ? (
            <p className="muted">
              {t(`decision.${one.decision}`)}
              {one.reason ? ` · ${one.reason}` : ""}
            </p>
          ) : isOpen ? (
            <ActionForm
              action={decideCommitment}
              prefix={one.id}
              fields={[
                {
                  kind: "one",
                  name: "decision",
                  label: t("decideLabel"),
                  choices: rollDecisions.map((value) => ({
                    value,
                    label: t(`decide.${value}`),
                    hint: t(`decideHint.${value}`),
                  })),
                  chosen: [proposedDecision(one.status)],
                },
                { kind: "text", name: "reason", label: t("decideReason"), hint: t("decideReasonHint") },
              ]}
              hidden={{ org, agreementId: agreement.id, seen: String(agreement.version), commitmentId: one.id }}
              submit={{ label: t("decideSubmit"), describe: t("decideSubmitOf", { text: one.text }), className: "btn" }}
              summary={t("refused")}
            />
          ) : (
            <p className="muted">{t("undecided")}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
