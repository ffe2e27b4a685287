import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { answerItem, concludeItem, noteItem } from "@/lib/assurance/actions";
import { conclusions } from "@/lib/assurance/model";
import type { ItemRow } from "@/lib/assurance/queries";

type Props = { item: ItemRow; slug: string; isAuditor: boolean; mayAnswer: boolean };

/** What can be done about a sampled value: the auditor notes, asks and concludes; the organisation answers what was asked. */
export function ItemForms({ item, slug, isAuditor, mayAnswer }: Props) {
  const t = useTranslations("assurance.item");
  const room = useTranslations("assurance");
  const form = { hidden: { org: slug, id: item.id }, summary: room("summary"), done: t("saved") };
  return (
    <>
      {isAuditor ? (
        <div className="assurance-forms">
          <section>
            <h2>{t("write")}</h2>
            <ActionForm
              {...form}
              prefix="note"
              action={noteItem}
              fields={[
                {
                  kind: "select",
                  name: "act",
                  label: t("kind"),
                  choices: (["note", "asked"] as const).map((act) => ({ value: act, label: t(`kinds.${act}`) })),
                },
                { kind: "area", name: "text", label: t("text"), rows: 3 },
              ]}
              submit={{ label: t("save"), className: "btn" }}
            />
          </section>
          <section>
            <h2>{t("conclude")}</h2>
            <ActionForm
              {...form}
              prefix="conclude"
              action={concludeItem}
              fields={[
                {
                  kind: "select",
                  name: "conclusion",
                  label: t("conclusion"),
                  choices: conclusions.map((one) => ({ value: one, label: room(`conclusions.${one}`) })),
                },
                { kind: "area", name: "text", label: t("basis"), rows: 3 },
              ]}
              submit={{ label: t("conclude"), className: "btn main" }}
            />
          </section>
        </div>
      ) : null}
      {mayAnswer && item.state === "waiting" ? (
        <section>
          <h2>{t("answer")}</h2>
          <ActionForm
            {...form}
            prefix="answer"
            action={answerItem}
            fields={[{ kind: "area", name: "text", label: t("text"), hint: t("answerHint"), rows: 3 }]}
            submit={{ label: t("answer"), className: "btn main" }}
          />
        </section>
      ) : null}
    </>
  );
}
