import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { TextView } from "@/lib/agreement/model";
import { linesOfText, type TextLine } from "@/lib/agreement/text/model";
import type { Locale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";

/** A text of an agreement word for word, as headings and lists; in the language it was signed in. */
export function AgreementDocument({ text, level }: { text: TextView; level: 1 | 2 }) {
  return (
    <article className="agreement-text" lang="da">
      {grouped(linesOfText(text.text)).map((group, at) => (
        <Fragment key={at}>
          {group.item ? <Items lines={group.lines} /> : <Line line={group.lines[0]!} level={level} />}
        </Fragment>
      ))}
    </article>
  );
}

/** The signatures of a text, and the hash by which anybody can prove it. */
export function Signatures({ text, locale, textHref }: { text: TextView; locale: Locale; textHref: string | null }) {
  const t = useTranslations("agreement");
  return (
    <div className="signatures">
      <ul>
        {(["unit", "central"] as const).map((party) => {
          const signature = text.signatures.find((one) => one.party === party);
          return (
            <li key={party}>
              <span className="muted">{t(`party.${party}`)}</span>
              {signature ? (
                <>
                  <b>{signature.by ?? t("formerPerson")}</b>
                  <span>{signature.capacity}</span>
                  <span className="muted">
                    {formatDate(signature.at, locale)} {formatTime(signature.at, locale)}
                  </span>
                </>
              ) : (
                <span>{t("notSignedYet")}</span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="hash">
        {t("hash")}{" "}
        <code lang="zxx" data-hash>
          {text.sha256}
        </code>
      </p>
      {textHref ? (
        <p className="muted">
          <a href={textHref} download>
            {t("downloadText")}
          </a>
          {" · "}
          {t("hashHint")}
        </p>
      ) : null}
    </div>
  );
}

function Line({ line: { kind, text }, level }: { line: TextLine; level: 1 | 2 }) {
  const Title = level === 1 ? "h1" : "h2";
  const Heading = level === 1 ? "h2" : "h3";
  const Subheading = level === 1 ? "h3" : "h4";
  if (kind === "title") return <Title>{text}</Title>;
  if (kind === "heading") return <Heading>{text}</Heading>;
  if (kind === "subheading") return <Subheading>{text}</Subheading>;
  return <p>{text}</p>;
}

function Items({ lines }: { lines: TextLine[] }) {
  const items = lines.reduce<{ text: string; details: string[] }[]>((all, { kind, text }) => {
    if (kind === "item") return [...all, { text, details: [] }];
    all.at(-1)?.details.push(text);
    return all;
  }, []);
  return (
    <ol>
      {items.map(({ text, details }, at) => (
        <li key={at}>
          {text}
          {details.map((detail, turn) => (
            <span key={turn}>{detail}</span>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** Items with their details stand together; every other line by itself. */
function grouped(lines: TextLine[]): { item: boolean; lines: TextLine[] }[] {
  return lines.reduce<{ item: boolean; lines: TextLine[] }[]>((groups, line) => {
    const isItem = line.kind === "item" || line.kind === "detail";
    const last = groups.at(-1);
    if (isItem && last?.item) last.lines.push(line);
    else groups.push({ item: isItem, lines: [line] });
    return groups;
  }, []);
}
