import { useTranslations } from "next-intl";
import { Sign } from "@/components/ui/sign";
import type { SignName } from "@/components/ui/signs";
import { isFollowed } from "@/lib/agreement/life/model";
import type { AgreementState, CommitmentStatus } from "@/lib/database/generated/enums";

/** One sign for each status, everywhere the same; the word stands beside it. */
export const statusSigns: Record<CommitmentStatus, SignName> = {
  done: "alreadyMet",
  onTrack: "onTrack",
  delayed: "behind",
  notStarted: "noData",
  dropped: "noTarget",
};

const stateSigns: Record<AgreementState, SignName> = {
  draft: "pencil",
  proposed: "talk",
  approved: "clock",
  signed: "met",
  closed: "lock",
  handedOn: "conflict",
};

/** How far a commitment is, as sign and word; a passed deadline is said too. */
export function StatusMark({ status, isLate = false }: { status: CommitmentStatus; isLate?: boolean }) {
  const t = useTranslations("agreement");
  const overdue = isLate && status !== "delayed";
  return (
    <span className={`status ${overdue ? "delayed" : status}`}>
      <Sign name={overdue ? "clock" : statusSigns[status]} />
      <span>
        {t(`status.${status}`)}
        {overdue ? <small>{t("overdue")}</small> : null}
      </span>
    </span>
  );
}

/** How far an agreement is, as sign and word. */
export function StateMark({ state, edition }: { state: AgreementState; edition: number }) {
  const t = useTranslations("agreement");
  const isAmended = isFollowed({ state, edition }) && state !== "signed";
  return (
    <span className={`state ${state}`}>
      <Sign name={stateSigns[state]} />
      <span>
        {t(`state.${state}`)}
        {isAmended ? <small>{t("amending", { edition })}</small> : null}
      </span>
    </span>
  );
}

/** Marks what was invented for the demo. */
export function ExampleMark() {
  return <small className="example">{useTranslations("agreement")("example")}</small>;
}
