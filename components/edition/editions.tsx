import { useLocale, useTranslations } from "next-intl";
import { EditionItem } from "@/components/edition/edition-item";
import { PublishSteps } from "@/components/edition/publish-steps";
import { ActionForm } from "@/components/session/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { callReportReady, openReport, publishReport } from "@/lib/edition/actions";
import type { Standing } from "@/lib/edition/queries";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import "@/components/edition/edition.css";

type Props = {
  slug: string;
  year: number;
  title: string;
  standing: Standing;
  mayPublish: boolean;
  publicAddress: string;
};

/** How far a report has come, what leads it on, and every edition of it. */
export function Editions({ slug, year, title, standing, mayPublish, publicAddress }: Props) {
  const t = useTranslations("edition");
  const locale = useLocale() as Locale;
  const { state, open, editions, publicEdition } = standing;
  const path = `/${slug}/reports/${year}`;
  const name = t("title", { year: String(year) });
  return (
    <>
      <Breadcrumbs label={name} crumbs={[{ label: title, href: path }, { label: name }]} />
      <h1>{name}</h1>
      <p className="edition-lead">{t("lead")}</p>
      <section className="edition-state" aria-labelledby="edition-state">
        <h2 id="edition-state">{t(`state.${state}`)}</h2>
        <p>{t(`stateSays.${state}`)}</p>
        {open > 0 ? (
          <p>
            <Link href={`${path}/check`}>{t("open", { count: open })}</Link>
          </p>
        ) : null}
        {mayPublish ? <NextStep {...{ slug, year, standing }} /> : null}
      </section>
      {editions.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : (
        <ol className="edition-list" reversed>
          {editions.map((edition) => (
            <EditionItem
              key={edition.number}
              edition={edition}
              path={path}
              day={formatDate(edition.publishedAt, locale, "long")}
            />
          ))}
        </ol>
      )}
      {editions.length > 0 ? (
        <section className="edition-public" aria-labelledby="edition-public">
          <h2 id="edition-public">{t("public")}</h2>
          <p>
            {publicEdition === null
              ? t("publicNone")
              : t("publicSays", { number: String(publicEdition), address: publicAddress })}
          </p>
          {mayPublish ? (
            <ActionForm
              action={openReport}
              hidden={{ org: slug, year: String(year) }}
              fields={[
                {
                  kind: "select",
                  name: "number",
                  label: t("publicChoice"),
                  chosen: publicEdition === null ? "" : String(publicEdition),
                  choices: [
                    { value: "", label: t("publicNobody") },
                    ...editions.map(({ number }) => ({
                      value: String(number),
                      label: t("publicEdition", { number: String(number) }),
                    })),
                  ],
                },
              ]}
              submit={{ label: t("publicSave"), className: "btn" }}
              summary={t("summary")}
              done={t("publicSaved")}
            />
          ) : null}
        </section>
      ) : null}
    </>
  );
}

/** The act that leads a report on: calling it ready, or publishing it. */
function NextStep({ slug, year, standing: { state, editions } }: Pick<Props, "slug" | "year" | "standing">) {
  const t = useTranslations("edition");
  const hidden = { org: slug, year: String(year) };
  if (state === "published") return null;
  if (state === "draft")
    return (
      <ActionForm
        key="ready"
        action={callReportReady}
        hidden={hidden}
        fields={[]}
        submit={{ label: t("callReady"), className: "btn" }}
        summary={t("summary")}
      />
    );
  const number = String((editions[0]?.number ?? 0) + 1);
  return (
    <ActionForm
      key={number}
      action={publishReport}
      hidden={hidden}
      fields={number === "1" ? [] : [{ kind: "text", name: "note", label: t("note"), hint: t("noteHint") }]}
      submit={{ label: t("publish", { number }), className: "btn main" }}
      summary={t("summary")}
      pending={
        <PublishSteps
          href={`/${slug}/reports/${year}/editions/progress`}
          words={{
            checking: t("publishing.checking"),
            drawing: t.raw("publishing.drawing") as string,
            saving: t("publishing.saving"),
          }}
        />
      }
    />
  );
}
