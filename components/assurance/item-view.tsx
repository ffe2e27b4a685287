import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { figureSaid, sizeSaid, whenSaid } from "@/components/entry/beside/said";
import { besideWords } from "@/components/entry/beside/words";
import { Link } from "@/components/ui/link";
import type { VerdictView } from "@/lib/approval/model";
import type { AssuranceLine } from "@/lib/assurance/model";
import type { ItemRow } from "@/lib/assurance/queries";
import type { EvidenceView } from "@/lib/evidence/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import type { BesideView } from "@/lib/value/beside/model";

type Props = {
  item: ItemRow;
  beside: BesideView;
  verdicts: VerdictView[];
  lines: AssuranceLine[];
  slug: string;
  locale: Locale;
  /** The lineage of the figure. */
  children: ReactNode;
};

/** All that leads to a sampled value, in the order an auditor asks: what it says, what backs it, who approved, how it came about, what it has been. */
export function ItemView({ item, beside, verdicts, lines, slug, locale, children }: Props) {
  const t = useTranslations("assurance.item");
  const room = useTranslations("assurance");
  const { code, unit, year, figure, unitOfMeasure, version, isChanged } = item;
  const said = { words: besideWords[locale], locale, unitOfMeasure };
  const { stored, evidence, history } = beside;
  const who = (name: string) => name || t("somebody");
  return (
    <>
      <dl className="assurance-facts">
        <dt>{t("drawnAs")}</dt>
        <dd>
          <b>{figureSaid(figure, said)}</b>
        </dd>
        <dt>{t("today")}</dt>
        <dd>{isChanged && stored ? <b className="question">{figureSaid(stored, said)}</b> : t("same")}</dd>
        <dt>{t("who")}</dt>
        <dd>{who(history.find((revision) => revision.version === version)?.by ?? "")}</dd>
        {(["basis", "comment", "source"] as const).map((key) =>
          stored?.[key] ? (
            <Fact key={key} name={t(key === "basis" ? "basisIs" : key)}>
              {remarkIn(stored[key], locale)}
            </Fact>
          ) : null,
        )}
        <dt>{room("approval")}</dt>
        <dd>{item.approval ? room(`approvals.${item.approval}`) : ""}</dd>
      </dl>
      <p className="btns">
        <Link className="act" href={`/${slug}/figures/${code}/${year}?unit=${unit}`}>
          {t("toLineage")}
        </Link>
        <Link className="act" href={`/${slug}/entry/${year}/${unit}/${code}`}>
          {t("toCell")}
        </Link>
      </p>
      <section>
        <h2>{t("evidence")}</h2>
        {evidence.length === 0 ? <p className="muted">{t("noEvidence")}</p> : null}
        <ul className="assurance-list">
          {evidence.map((file) => (
            <File key={file.id} {...{ file, slug, locale }} />
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("verdicts")}</h2>
        {verdicts.length === 0 ? <p className="muted">{t("none")}</p> : null}
        <ul className="assurance-list">
          {verdicts.map(({ verdict, version: of, comment, by, at }) => (
            <li key={at}>
              {t("verdictBy", {
                verdict: t(`verdict.${verdict}`),
                date: whenSaid(at, locale),
                name: who(by),
                version: of,
              })}
              {comment ? <q>{remarkIn(comment, locale)}</q> : null}
            </li>
          ))}
        </ul>
      </section>
      {children}
      <section>
        <h2>{t("history")}</h2>
        <ul className="assurance-list">
          {history.map((revision) => (
            <li key={revision.version}>
              <b>{figureSaid(revision, said)}</b>{" "}
              <span className="muted">
                {t("revision", {
                  version: revision.version,
                  date: whenSaid(revision.at, locale),
                  name: who(revision.by),
                })}
              </span>
              {revision.comment ? <q>{remarkIn(revision.comment, locale)}</q> : null}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("lines")}</h2>
        {lines.length === 0 ? <p className="muted">{t("none")}</p> : null}
        <ol className="assurance-list">
          {lines.map(({ act, conclusion, text, by, at }) => (
            <li key={at}>
              <b>{conclusion ? `${t(`act.${act}`)}: ${room(`conclusions.${conclusion}`)}` : t(`act.${act}`)}</b>{" "}
              <span className="muted">{t("byAt", { name: who(by), date: whenSaid(at, locale) })}</span>
              <q>{remarkIn(text, locale)}</q>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function File({ file, slug, locale }: { file: EvidenceView; slug: string; locale: Locale }) {
  const t = useTranslations("assurance.item");
  const { id, name, size, sha256, note, by, at, withdrawn } = file;
  return (
    <li className={withdrawn ? "muted" : undefined}>
      <a href={`/${slug}/evidence/${id}`} download={name}>
        {name}
      </a>{" "}
      <span className="muted">
        {t("size", { size: sizeSaid(size, locale), date: whenSaid(at, locale), name: by || t("somebody") })}
      </span>
      {note ? <q>{remarkIn(note, locale)}</q> : null}
      <small className="muted assurance-print">{t("hash", { hash: sha256 })}</small>
      {withdrawn ? <small className="worse">{t("withdrawn", { reason: withdrawn.reason })}</small> : null}
    </li>
  );
}
