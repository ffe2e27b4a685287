"use client";
import { useSyncExternalStore } from "react";
import da from "@/lib/language/messages/da/failure.json";
import en from "@/lib/language/messages/en/failure.json";

const never = () => () => {};

/**
 * What stands in place of a page that failed. It carries its own words in both languages, since whatever would hand
 * them over may be what failed; the document says which language the reader has chosen.
 */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const locale = useSyncExternalStore(
    never,
    () => document.documentElement.lang,
    () => "da",
  );
  const text = locale === "en" ? en : da;
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
  return (
    <div className="plain" lang={locale === "en" ? "en" : "da"}>
      <header>
        <a className="brand" href="/">
          Ledestjerne
        </a>
      </header>
      <main id="main">
        <h1>{text.title}</h1>
        <p className="prose">{text.text}</p>
        <p className="btns mt-6">
          <button type="button" className="btn main" onClick={retry}>
            {text.retry}
          </button>
          <a className="act" href="/">
            {text.home}
          </a>
        </p>
        {digest ? (
          <p className="muted mt-6 text-13">
            {text.reference} <code>{digest}</code>
          </p>
        ) : null}
      </main>
    </div>
  );
}
