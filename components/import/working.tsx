import { knownMessage } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import type { ImportView } from "@/lib/import/batch/queries";
import { cancel } from "@/lib/import/actions";
import { Act } from "./act";
import { Refresh } from "./refresh";

/** What is being done, how far it is, and how to stop it. The page may be left meanwhile. */
export function Working({ org, one }: { org: string; one: ImportView }) {
  const t = useTranslations("import");
  const state = knownMessage(t, `state.${one.state}`) ?? one.state;
  return (
    <section className="import-working">
      <h1>{one.name}</h1>
      <p role="status" className="mt-3">
        {state}
      </p>
      <progress
        max={1000}
        value={one.state === "importing" || one.state === "undoing" ? undefined : one.progress}
        aria-label={state}
      />
      <p className="muted">{t("mayLeave")}</p>
      {one.state === "undoing" ? null : (
        <Act action={cancel} hidden={{ org, id: one.id }} summary={t("refusedTitle")} label={t("cancel")} />
      )}
      <Refresh />
    </section>
  );
}
