import { useTranslations } from "next-intl";
import { AddPicture } from "@/components/picture/add";
import { ActionForm } from "@/components/session/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { describePictureOf } from "@/lib/picture/actions";
import { addressOf } from "@/lib/picture/model";
import type { EditablePicture } from "@/lib/picture/queries";
import "@/components/picture/picture.css";

const refusals = ["missing", "tooBig", "wrongKind", "broken", "tooManyPixels", "tooNarrow", "altMissing"] as const;

/** The organisation's pictures, each with its words, and the way to bring another. */
export function PictureLibrary({
  slug,
  pictures,
  refused,
}: {
  slug: string;
  pictures: EditablePicture[];
  /** Why the last one was not taken, where the form was sent without a script. */
  refused: string | null;
}) {
  const t = useTranslations("picture");
  const path = `/${slug}/reports`;
  const why = refusals.find((code) => code === refused);
  return (
    <>
      <Breadcrumbs
        label={t("title")}
        crumbs={[{ label: useTranslations("report")("reports"), href: path }, { label: t("title") }]}
      />
      <h1>{t("title")}</h1>
      <p className="prose">{t("lead")}</p>
      {why ? <Message tone="worse" title={t(why)} /> : null}
      <section className="pictures-part" aria-labelledby="pictures-add">
        <h2 id="pictures-add">{t("add")}</h2>
        <AddPicture slug={slug} back={`${path}/pictures`} />
      </section>
      <section className="pictures-part" aria-labelledby="pictures-all">
        <h2 id="pictures-all">{t("count", { count: pictures.length })}</h2>
        {pictures.length === 0 ? <EmptyState title={t("none")}>{t("noneHint")}</EmptyState> : null}
        <ul className="pictures">
          {pictures.map((picture) => (
            <PictureItem key={picture.id} slug={slug} picture={picture} />
          ))}
        </ul>
      </section>
    </>
  );
}

function PictureItem({ slug, picture }: { slug: string; picture: EditablePicture }) {
  const t = useTranslations("picture");
  const { id, name, version, shown } = picture;
  const [small, large] = [shown.sizes[0], shown.sizes.at(-1)];
  return (
    <li id={`picture-${id}`}>
      <figure>
        <img
          src={addressOf(shown, small?.width ?? 0)}
          width={small?.width}
          height={small?.height}
          alt={shown.alt}
          loading="lazy"
        />
        <figcaption>
          <span>{name}</span> <span className="muted">{large ? t("size", large) : null}</span>
        </figcaption>
      </figure>
      <ActionForm
        key={version}
        action={describePictureOf}
        prefix={id}
        hidden={{ org: slug, id, seen: String(version) }}
        fields={(["altDa", "altEn", "creditDa", "creditEn"] as const).map((field) => ({
          kind: "text",
          name: field,
          label: t(field),
          value: picture[field],
        }))}
        submit={{ label: t("save"), describe: t("ofPicture", { name }), className: "btn" }}
        summary={t("summary")}
        done={t("saved")}
      />
    </li>
  );
}
