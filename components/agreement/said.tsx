import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { assessAgreement } from "@/lib/agreement/assessment/actions";
import type { AgreementView, AssessmentView } from "@/lib/agreement/model";
import type { Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";
import type { Track } from "@/lib/strategy/model";
import { ExampleMark } from "./marks";

/** What specialist functions have said, oldest first. */
export function Assessments({ said, tracks, locale }: { said: AssessmentView[]; tracks: Track[]; locale: Locale }) {
  const t = useTranslations("agreement");
  if (said.length === 0) return <p className="muted">{t("nothingSaid")}</p>;
  return (
    <ol className="said">
      {said.map((one) => (
        <li key={one.id}>
          <p className="muted">
            <b>{one.functions.join(", ") || one.by || t("formerPerson")}</b> ·{" "}
            {tracks.find(({ id }) => id === one.trackId)?.name} · {formatDate(one.at, locale)}{" "}
            {one.isExample ? <ExampleMark /> : null}
          </p>
          {one.verdict ? <b className={`verdict ${one.verdict}`}>{t(`verdict.${one.verdict}`)}</b> : null}
          <p>{one.text}</p>
        </li>
      ))}
    </ol>
  );
}

/** The form of a comment or an assessment, in the tracks the person follows. */
export function AssessForm({ org, agreementId, tracks }: { org: string; agreementId: string; tracks: Track[] }) {
  const t = useTranslations("agreement");
  return (
    <ActionForm
      action={assessAgreement}
      prefix={agreementId}
      fields={[
        ...(tracks.length > 1
          ? [
              {
                kind: "select" as const,
                name: "trackId",
                label: t("track"),
                choices: tracks.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
        {
          kind: "select",
          name: "verdict",
          label: t("verdictLabel"),
          choices: [
            { value: "", label: t("verdict.none") },
            ...(["sound", "improvable", "insufficient"] as const).map((value) => ({
              value,
              label: t(`verdict.${value}`),
            })),
          ],
        },
        { kind: "area", name: "text", label: t("assessText"), rows: 3 },
      ]}
      hidden={{ org, agreementId, ...(tracks.length === 1 ? { trackId: tracks[0]!.id } : {}) }}
      submit={{ label: t("assessSubmit"), className: "btn" }}
      summary={t("refused")}
      done={t("assessDone")}
    />
  );
}

/** Who did what to the agreement, in order. */
export function Steps({ steps, locale }: { steps: AgreementView["steps"]; locale: Locale }) {
  const t = useTranslations("agreement");
  return (
    <ol className="steps">
      {steps.map(({ act, note, by, at }, index) => (
        <li key={index}>
          <span className="muted">
            {formatDate(at, locale)} {formatTime(at, locale)}
          </span>
          <span>
            <b>{act === "sign" ? t(`did.sign.${note as "unit" | "central"}`) : t(`did.${act}`)}</b> ·{" "}
            {by ?? t("formerPerson")}
            {note && act !== "sign" ? <span className="muted note">{note}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
