import { useTranslations } from "next-intl";
import { PictureUpload } from "@/components/picture/upload";
import "@/components/picture/picture.css";

/** The form that brings a picture; afterwards the browser is led to `back`, told the picture's id. */
export function AddPicture({
  slug,
  back,
  block,
}: {
  slug: string;
  back: string;
  /** The block it is brought for, which shows it at once. */
  block?: { id: string; year: number };
}) {
  const t = useTranslations("picture");
  return (
    <PictureUpload
      address={`/${slug}/reports/pictures/upload`}
      back={back}
      hidden={block ? { blockId: block.id, year: String(block.year) } : undefined}
      prefix={block ? `picture-${block.id}` : undefined}
      words={{
        file: t("file"),
        fileHint: t("fileHint"),
        altDa: t("altDa"),
        altEn: t("altEn"),
        altHint: t("altHint"),
        creditHint: t("creditHint"),
        creditDa: t("creditDa"),
        creditEn: t("creditEn"),
        send: t("send"),
        sending: t("sending"),
        summary: t("summary"),
        missing: t("missing"),
        tooBig: t("tooBig"),
        altMissing: t("altMissing"),
        lost: t("lost"),
      }}
    />
  );
}
