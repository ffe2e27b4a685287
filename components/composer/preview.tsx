"use client";
import { useState } from "react";

/** Words of the preview, in the page's language. */
export type PreviewWords = Record<"title" | "page" | "paper" | "da" | "en" | "how" | "language" | "pdf", string>;

/**
 * The report as it stands, beside what is being written: in a frame of its own, which is loaded anew with every version
 * of the data, so after every save.
 */
export function Preview({
  path,
  version,
  anchor,
  languages,
  words,
}: {
  /** Address of the preview, without question. */
  path: string;
  /** Version of the organisation's data. */
  version: string;
  /** Code of the section to look at. */
  anchor: string;
  languages: ("da" | "en")[];
  words: PreviewWords;
}) {
  const [as, setAs] = useState<"page" | "paper">("page");
  const [lang, setLang] = useState(languages[0]!);
  const src = `${path}?${new URLSearchParams({ as, lang, at: anchor, v: version })}`;
  const choice = (label: string, isChosen: boolean, choose: () => void) => (
    <button key={label} type="button" className="btn" aria-pressed={isChosen} onClick={choose}>
      {label}
    </button>
  );
  return (
    <section className="composer-preview" aria-labelledby="composer-preview-title">
      <header>
        <h2 id="composer-preview-title">{words.title}</h2>
        <div role="group" aria-label={words.how}>
          {choice(words.page, as === "page", () => setAs("page"))}
          {choice(words.paper, as === "paper", () => setAs("paper"))}
        </div>
        {languages.length > 1 ? (
          <div role="group" aria-label={words.language}>
            {languages.map((one) => choice(words[one], one === lang, () => setLang(one)))}
          </div>
        ) : null}
        <a href={`${path.replace(/preview$/, "export/pdf")}?lang=${lang}`}>{words.pdf}</a>
      </header>
      <iframe src={src} title={words.title} loading="lazy" className={as} />
    </section>
  );
}
