import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { addressOf } from "@/lib/picture/model";
import type { EditablePicture } from "@/lib/picture/queries";
import "@/components/picture/choice.css";

/** The organisation's pictures to choose from, each as it looks. */
export function PictureFields({
  id,
  slug,
  chosen,
  pictures,
}: {
  id: string;
  slug: string;
  chosen: string | null;
  pictures: EditablePicture[];
}) {
  const t = useTranslations("picture");
  return (
    <fieldset className="field picture-choices">
      <legend>{t("picture")}</legend>
      <p className="hint">
        <Link href={`/${slug}/reports/pictures`}>{t("addPicture")}</Link>
      </p>
      <label className="choice">
        <input type="radio" name="pictureId" value="" defaultChecked={chosen === null} />
        <span>{t("noPicture")}</span>
      </label>
      <div className="picture-grid">
        {pictures.map(({ id: of, name, shown }) => (
          <label key={of} className="picture-choice">
            <input type="radio" id={`${id}-${of}`} name="pictureId" value={of} defaultChecked={chosen === of} />
            <img
              src={addressOf(shown, shown.sizes[0]?.width ?? 0)}
              width={shown.sizes[0]?.width}
              height={shown.sizes[0]?.height}
              alt={shown.alt}
              loading="lazy"
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
