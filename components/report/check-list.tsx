import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { isLocale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { acceptFindingOf, withdrawAcceptanceOf } from "@/lib/report/check/acceptance/actions";
import { inWordsOf, ruleNames, shareReason } from "@/lib/report/check/model";
import type { CheckedFinding } from "@/lib/report/check/queries";
import "@/components/report/check.css";

type Props = {
  slug: string;
  year: number;
  title: string;
  findings: CheckedFinding[];
  /** Titles of sections by code. */
  sections: Record<string, string>;
  mayEdit: boolean;
};

/** What the check found, rule by rule, open findings before accepted ones. */
export function CheckList({ slug, year, title, findings, sections, mayEdit }: Props) {
  const t = useTranslations("check");
  const path = `/${slug}/reports/${year}`;
  const open = findings.filter(({ accepted }) => accepted === null);
  const groups = [...new Set(["unbound" as const, ...ruleNames])]
    .map((rule) => ({ rule, found: findings.filter((finding) => finding.rule === rule) }))
    .filter(({ found }) => found.length > 0);
  return (
    <>
      <Breadcrumbs
        label={t("title", { year: String(year) })}
        crumbs={[{ label: title, href: path }, { label: t("title", { year: String(year) }) }]}
      />
      <h1>{t("title", { year: String(year) })}</h1>
      <p className="check-lead">{t("lead")}</p>
      {findings.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <p className="check-count">
          <b>{t("open", { count: open.length })}</b> · {t("accepted", { count: findings.length - open.length })}
        </p>
      )}
      {groups.map(({ rule, found }) => (
        <section key={rule} className="check-rule" aria-labelledby={`rule-${rule}`}>
          <h2 id={`rule-${rule}`}>
            {t(`rule.${rule}.name`)} <span className="muted">{found.length}</span>
          </h2>
          {rule === "pending" ? (
            <p>
              <Link href={`/${slug}/entry/${year}`}>{t("enter", { year: String(year) })}</Link>
            </p>
          ) : null}
          {mayEdit && shareReason(rule) ? (
            <Together {...{ slug, year }} name={t(`rule.${rule}.name`)} findings={found} />
          ) : null}
          <ul>
            {found
              .toSorted((a, b) => Number(a.accepted !== null) - Number(b.accepted !== null))
              .map((finding) => (
                <FindingItem
                  key={finding.key}
                  finding={finding}
                  {...{ slug, year, mayEdit }}
                  place={finding.section === "" ? t("report") : (sections[finding.section] ?? finding.section)}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** One reason for all that is open of a rule; nothing where there is but one. */
function Together({ slug, year, name, findings }: Pick<Props, "slug" | "year" | "findings"> & { name: string }) {
  const t = useTranslations("check");
  const open = findings.filter(({ accepted, canBeAccepted }) => accepted === null && canBeAccepted);
  const [first] = open;
  if (!first || open.length < 2) return null;
  const count = String(open.length);
  return (
    <div className="check-item">
      <ActionForm
        key={open.map(({ key }) => key).join()}
        action={acceptFindingOf}
        hidden={{ org: slug, year: String(year) }}
        prefix={`all-${first.rule}`}
        fields={[{ kind: "text", name: "reason", label: t("reason") }]}
        submit={{ label: t("acceptAll", { count }), describe: t("acceptAllOf", { count, name }), className: "btn" }}
        summary={t("summary")}
      >
        {open.map(({ key }) => (
          <input key={key} type="hidden" name="finding" value={key} />
        ))}
      </ActionForm>
    </div>
  );
}

function FindingItem({
  finding,
  place,
  slug,
  year,
  mayEdit,
}: Pick<Props, "slug" | "year" | "mayEdit"> & { finding: CheckedFinding; place: string }) {
  const t = useTranslations("check");
  const spoken = useLocale();
  const { rule, locale, section, blockId, instead, accepted, key, canBeAccepted, about } = finding;
  const { excerpt, values } = inWordsOf(finding, isLocale(spoken) ? spoken : "da");
  const hidden = { org: slug, year: String(year), finding: key };
  return (
    <li className={accepted ? "check-item is-accepted" : "check-item"}>
      <blockquote lang={locale ?? undefined}>{excerpt}</blockquote>
      <p>{t(`rule.${rule}.says`, inLanguage(values, spoken))}</p>
      {instead ? (
        <p>
          {t("instead")} <code lang="zxx">{instead}</code>
        </p>
      ) : null}
      <p className="muted">
        {place}
        {locale ? `, ${t(`locale.${locale}`)}` : null}
        {about !== undefined ? (
          <>
            {" · "}
            <Link href={`/${slug}/figures/${about}/${year}`}>{t("figure")}</Link>
          </>
        ) : mayEdit ? (
          <>
            {" · "}
            <Link
              href={`/${slug}/reports/${year}/edit${blockId !== null ? `?block=${blockId}` : section === "" ? "" : `?section=${section}`}`}
            >
              {t("edit")}
            </Link>
          </>
        ) : null}
      </p>
      {accepted ? <p>{t("acceptedBy", { name: accepted.by, reason: accepted.reason })}</p> : null}
      {!canBeAccepted ? <p className="check-must">{t("mustMend")}</p> : null}
      {mayEdit && canBeAccepted ? (
        accepted ? (
          <ActionForm
            action={withdrawAcceptanceOf}
            hidden={hidden}
            fields={[]}
            submit={{ label: t("withdraw"), describe: t("withdrawOf", { excerpt }), className: "btn" }}
            summary={t("summary")}
          />
        ) : (
          <ActionForm
            action={acceptFindingOf}
            hidden={hidden}
            prefix={key}
            fields={[{ kind: "text", name: "reason", label: t("reason") }]}
            submit={{ label: t("accept"), describe: t("acceptOf", { excerpt }), className: "btn" }}
            summary={t("summary")}
          />
        )
      ) : null}
    </li>
  );
}

/** The exact share a message is filled with, as it is read. */
function inLanguage(values: Record<string, string>, locale: string): Record<string, string> {
  if (values.share === undefined || !isLocale(locale)) return values;
  return { ...values, share: formatDecimal(values.share, locale) };
}
