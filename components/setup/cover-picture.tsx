import { useTranslations } from "next-intl";
import { PictureFields } from "@/components/picture/choice";
import { ActionForm } from "@/components/session/action-form";
import type { EditablePicture } from "@/lib/picture/queries";
import { setCoverOf } from "@/lib/setup/organisation/actions";

/** The picture on the report's cover, chosen among the organisation's. */
export function CoverPicture({
  slug,
  chosen,
  pictures,
}: {
  slug: string;
  chosen: string | null;
  pictures: EditablePicture[];
}) {
  const t = useTranslations("setup");
  return (
    <section aria-labelledby="cover-title">
      <h2 id="cover-title">{t("organisation.coverTitle")}</h2>
      <p className="prose">{t("organisation.coverText")}</p>
      <ActionForm
        key={chosen}
        action={setCoverOf}
        prefix="cover"
        hidden={{ org: slug }}
        fields={[]}
        submit={{ label: t("organisation.setCover"), className: "btn" }}
        summary={t("summary")}
        done={t("saved")}
      >
        <PictureFields id="cover" slug={slug} chosen={chosen} pictures={pictures} />
      </ActionForm>
    </section>
  );
}
