import { knownMessage } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import type { ImportView } from "@/lib/import/batch/queries";

/** An import that came to nothing, and why. */
export function Failed({ org, one }: { org: string; one: ImportView }) {
  const t = useTranslations("import");
  const code = one.failure.replace(/^import\./, "");
  return (
    <section>
      <h1>{one.name}</h1>
      <div className="mt-4">
        {one.state === "cancelled" ? (
          <Message title={t("state.cancelled")}>{t("cancelledText")}</Message>
        ) : (
          <Message tone="worse" title={t("state.failed")}>
            {knownMessage(t, code) ?? t("broke")}
          </Message>
        )}
      </div>
      <p className="btns mt-6">
        <Link className="btn main" href={`/${org}/import`}>
          {t("again")}
        </Link>
      </p>
    </section>
  );
}
