import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import type { CommitmentView } from "@/lib/agreement/model";
import { finishMilestone, followUpCommitment } from "@/lib/commitment/follow-up/actions";
import type { FollowUpView } from "@/lib/commitment/follow-up/model";
import { commitmentStatuses, effectPercent, isLate } from "@/lib/commitment/model";
import type { Locale } from "@/lib/language/model";
import { amountText, dayText } from "./amount";
import { spoken } from "./frame";
import { AttachFile, FollowUpFiles } from "./follow-up-file";
import { ExampleMark, StatusMark } from "./marks";
import { measureText, milestoneCounts } from "./commitments";

/** What is promised, measured how, and how far it is. */
export function CommitmentFacts({ of: one, today, locale }: { of: CommitmentView; today: string; locale: Locale }) {
  const t = useTranslations("agreement");
  const percent = effectPercent({ expected: one.expectedEffect, reported: one.reportedEffect });
  return (
    <dl className="facts">
      <dt>{t("commitment.status")}</dt>
      <dd>
        <StatusMark status={one.status} isLate={isLate(one, today)} />
      </dd>
      <dt>{t("commitment.responsible")}</dt>
      <dd>{one.responsible || t("nobody")}</dd>
      <dt>{t("commitment.deadline")}</dt>
      <dd>{dayText(one.deadline, locale, "long")}</dd>
      <dt>{t("commitment.measure")}</dt>
      <dd>{measureText(one, locale, t("measure.milestonesOf", milestoneCounts(one)))}</dd>
      {one.kpi && one.expectedEffect !== null ? (
        <>
          <dt>{t("commitment.effect")}</dt>
          <dd>
            {one.reportedEffect === null ? t("commitment.unknown") : amountText(one.reportedEffect, one.kpi, locale)}{" "}
            {t("effectOf", { expected: amountText(one.expectedEffect, one.kpi, locale), kpi: one.kpi.name })}
            {percent === null ? null : ` · ${t("commitment.percent", { percent })}`}
          </dd>
        </>
      ) : null}
      {one.initiative ? (
        <>
          <dt>{t("commitment.initiative")}</dt>
          <dd>{one.initiative.name}</dd>
        </>
      ) : null}
      {one.from ? (
        <>
          <dt>{t("commitment.from")}</dt>
          <dd>{t(`origin.${one.origin}`, { ...one.from, period: spoken(one.from.period) })}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** The milestones, each reached or by when; whoever may says when it was there. */
export function Milestones({
  org,
  of: one,
  mayReach,
  today,
  locale,
}: {
  org: string;
  of: CommitmentView;
  mayReach: boolean;
  today: string;
  locale: Locale;
}) {
  const t = useTranslations("agreement");
  return (
    <ol className="milestones">
      {one.milestones.map((milestone) => (
        <li key={milestone.id}>
          <StatusMark status={milestone.doneOn ? "done" : milestone.dueOn < today ? "delayed" : "notStarted"} />
          <span>{milestone.text}</span>
          <span className="muted">
            {milestone.doneOn
              ? t("commitment.reached", { day: dayText(milestone.doneOn, locale) })
              : t("commitment.dueBy", { day: dayText(milestone.dueOn, locale) })}
          </span>
          {mayReach ? (
            <ActionForm
              action={finishMilestone}
              fields={[]}
              hidden={{ org, milestoneId: milestone.id, doneOn: milestone.doneOn ? "" : today }}
              submit={{
                label: milestone.doneOn ? t("commitment.unreach") : t("commitment.reach"),
                describe: `${milestone.doneOn ? t("commitment.unreach") : t("commitment.reach")}: ${milestone.text}`,
                className: "act",
              }}
              summary={t("refused")}
            />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** Saying how far a commitment is. */
export function FollowUpForm({ org, of: one, today }: { org: string; of: CommitmentView; today: string }) {
  const t = useTranslations("agreement");
  return (
    <ActionForm
      action={followUpCommitment}
      fields={[
        { kind: "text", name: "onDay", type: "date", label: t("followUp.onDay"), value: today },
        {
          kind: "select",
          name: "status",
          label: t("followUp.status"),
          choices: commitmentStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          chosen: one.status,
        },
        { kind: "area", name: "text", label: t("followUp.text"), hint: t("followUp.textHint"), rows: 3 },
        {
          kind: "text",
          name: "evidence",
          label: t("followUp.evidence"),
          hint: t("followUp.evidenceHint"),
          autoComplete: "off",
        },
        ...(one.kpi
          ? [
              {
                kind: "text" as const,
                name: "effect",
                label: t("followUp.effect"),
                hint: t("followUp.effectHint", { unit: `${one.kpi.unitOfMeasure}, ${one.kpi.name}` }),
                autoComplete: "off",
              },
            ]
          : []),
      ]}
      hidden={{ org, commitmentId: one.id, ...(one.kpi ? {} : { effect: "" }) }}
      submit={{ label: t("followUp.submit"), className: "btn main" }}
      summary={t("refused")}
      done={t("followUp.done")}
    />
  );
}

/** What was said so far, the newest first, with what backs it. `attachTo`: where a file is sent; null for whoever may not. */
export function FollowUps({
  org,
  list,
  of: one,
  attachTo,
  locale,
}: {
  org: string;
  list: FollowUpView[];
  of: CommitmentView;
  attachTo: string | null;
  locale: Locale;
}) {
  const t = useTranslations("agreement");
  if (list.length === 0) return <p className="muted">{t("followUp.none")}</p>;
  return (
    <ol className="said">
      {list.map(({ id, onDay, status, text, evidence, effect, by, isExample, files }) => (
        <li key={id} id={`follow-up-${id}`}>
          <p className="muted">
            <b>{dayText(onDay, locale)}</b> · {by ?? t("formerPerson")} {isExample ? <ExampleMark /> : null}
          </p>
          <p>
            <StatusMark status={status} />{" "}
            {effect === null ? null : <span>· {amountText(effect, one.kpi, locale)}</span>}
          </p>
          <p>{text}</p>
          {evidence ? (
            <p className="muted">
              {t("followUp.evidence")}: {evidence}
            </p>
          ) : null}
          <FollowUpFiles org={org} files={files} mayWithdraw={attachTo !== null} locale={locale} />
          {attachTo === null ? null : (
            <AttachFile action={attachTo} followUpId={id} day={dayText(onDay, locale, "long")} />
          )}
        </li>
      ))}
    </ol>
  );
}
