import { knownMessage } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import { Views } from "@/components/ui/views";
import { changeMappingAgain, cancel, confirmImport, undo } from "@/lib/import/actions";
import type { ImportView } from "@/lib/import/batch/queries";
import { emptySummary, type Summary } from "@/lib/import/model";
import { nothingBecause } from "@/lib/import/preview/model";
import { listCells } from "@/lib/import/preview/queries";
import type { Locale } from "@/lib/language/model";
import { pool } from "@/lib/database/pool";
import { Act } from "./act";
import { Lines } from "./lines";
import { Questions } from "./questions";

const views = ["kept", "refused", "questioned", "changed", "added", "compared", "unchanged"] as const;
const most = 200;

/** The difference a file makes to what is there, refusals first; and, afterwards, what became of it. */
export async function Preview({
  org,
  one,
  locale,
  show,
  from,
}: {
  org: string;
  one: ImportView;
  locale: Locale;
  show: string | undefined;
  from: number;
}) {
  const t = await getTranslations("import");
  const summary = { ...emptySummary, ...one.summary };
  const path = `/${org}/import/${one.id}`;
  const present = views.filter((view) => summary[view] > 0);
  const shown = present.find((view) => view === show) ?? present[0];
  const lines = shown ? await listCells(pool(), one.id, shown, { from, most: most + 1 }, locale) : [];
  const writes = summary.added + summary.changed;
  const hidden = { org, id: one.id };
  const act = { hidden, summary: t("refusedTitle") };
  const failed = knownMessage(t, one.failure.replace(/^import\./, ""));
  return (
    <section>
      <h1>{one.name}</h1>
      <p className="prose mt-3">
        {t(`lead_${one.state}` as "lead_previewed", {
          count: writes,
          refused: summary.refused,
          undone: summary.undone,
        })}
      </p>
      {failed ? <Message tone="question" title={failed} /> : null}
      {summary.differing > 0 ? <Message tone="question" title={t("differing", { count: summary.differing })} /> : null}
      {summary.questioned > 0 && one.state === "previewed" ? (
        <Message tone="question" title={t("questioned", { count: summary.questioned })} />
      ) : null}
      {summary.kept > 0 ? <Message tone="question" title={t("keptText", { count: summary.kept })} /> : null}
      {one.plan && one.state === "previewed" ? (
        <p className="muted mt-2">
          {t("notationSaid", { notation: t(`notation.${one.plan.notation}`) })}
          {summary.leftOut > 0 ? ` ${t("leftOut", { count: summary.leftOut })}` : ""}
        </p>
      ) : null}
      <div className="import-acts">
        {one.state === "previewed" && writes > 0 ? (
          <Act
            {...act}
            action={confirmImport}
            className="btn main large"
            label={
              summary.refused > 0
                ? t("confirmWithout", { count: writes, refused: summary.refused })
                : t("confirm", { count: writes })
            }
          />
        ) : null}
        {one.state === "previewed" ? <Act {...act} action={changeMappingAgain} label={t("changeMapping")} /> : null}
        {one.state === "previewed" ? <Act {...act} action={cancel} label={t("cancel")} /> : null}
        {one.state === "imported" && writes > 0 ? <Act {...act} action={undo} label={t("undo")} /> : null}
        <a className="btn" href={`${path}/file`}>
          {t("download")}
        </a>
      </div>
      {one.state === "previewed" && writes === 0 ? <Nothing summary={summary} /> : null}
      {present.length > 0 ? (
        <Views
          label={t("views")}
          views={present.map((view) => ({
            label: `${t(`outcome.${view}`)} ${summary[view].toLocaleString(locale)}`,
            href: `${path}?show=${view}`,
            current: view === shown,
          }))}
        />
      ) : null}
      {shown === "questioned" ? (
        <Questions
          org={org}
          id={one.id}
          lines={lines.slice(0, most)}
          isOpen={one.state === "previewed"}
          locale={locale}
        />
      ) : shown ? (
        <Lines lines={lines.slice(0, most)} view={shown} locale={locale} />
      ) : null}
      {lines.length > most ? (
        <p className="mt-3">
          <Link className="btn" href={`${path}?show=${shown}&from=${lines[most]!.position}`}>
            {t("next")}
          </Link>
        </p>
      ) : null}
      <p className="muted mt-6 import-hash">{t("hash", { hash: one.sha256.slice(0, 16) })}</p>
    </section>
  );
}

/** Why nothing can be imported, and what to do about it. */
function Nothing({ summary }: { summary: Summary }) {
  const t = useTranslations("import");
  const why = nothingBecause(summary);
  return (
    <Message
      tone={why === "here" || why === "compared" ? "news" : "question"}
      title={t(`nothing.${why}`, { refused: summary.refused, unchanged: summary.unchanged })}
    >
      {why === "noTable" || why === "leftOut" ? t("nothing.showHow") : null}
    </Message>
  );
}
