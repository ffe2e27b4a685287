import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import { spaced } from "@/lib/edition/model";
import type { EditionEntry } from "@/lib/edition/queries";
import { locales } from "@/lib/language/model";

/** One edition: where it is read, its folder, its files with their digests. */
export function EditionItem({ edition, path, day }: { edition: EditionEntry; path: string; day: string }) {
  const t = useTranslations("edition");
  const format = useFormatter();
  const number = String(edition.number);
  const own = `${path}/editions/${number}`;
  return (
    <li>
      <h2>{t("edition", { number })}</h2>
      <p className="muted">{t("by", { day, name: edition.by })}</p>
      {edition.note ? <p>{edition.note}</p> : null}
      <p className="edition-links">
        {locales.map((locale) => (
          <a
            key={locale}
            href={`${own}/files/${locale}/index.html`}
            aria-label={t("readOf", { number, language: t(`language.${locale}`) })}
          >
            {t("read")} ({t(`language.${locale}`)})
          </a>
        ))}
        <a href={`${own}/folder`} download aria-label={t("folderOf", { number })}>
          {t("folder")}
        </a>
        <Link href={own} aria-label={t("compareOf", { number })}>
          {t("compare")}
        </Link>
      </p>
      <p>
        {t("digest")} <code lang="zxx">{spaced(edition.figuresDigest)}</code>
      </p>
      <details>
        <summary>{t("files")}</summary>
        <Table label={t("files")} columns={[t("file"), overFigures(t("size")), t("sha")]}>
          {edition.files.map((file) => (
            <tr key={file.path}>
              <th scope="row">
                <a href={`${own}/files/${file.path}`}>{file.path}</a>
              </th>
              <td className="r">{format.number(Math.ceil(file.size / 1024))} kB</td>
              <td>
                <code lang="zxx">{file.sha256}</code>
              </td>
            </tr>
          ))}
        </Table>
      </details>
    </li>
  );
}
