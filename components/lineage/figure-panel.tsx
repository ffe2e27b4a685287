"use client";
import { useEffect, useRef, useState } from "react";
import "@/components/lineage/lineage.css";

/** Where the page makes room for the panel, it stays alive beside it; else the panel holds the focus until it is closed. */
const ROOMY = "(min-width: 1840px)";

/** The panel's own words, in the page's language. */
export type PanelWords = { label: string; open: string; close: string; loading: string };

/**
 * Shows the lineage of a figure beside the page. A link marked `data-figure` opens here instead of leading away.
 * What is shown is the article of the figure's own page, so that both always say the same, and without a script, or
 * when it cannot be fetched, the link simply leads there. Esc closes; the focus goes back to the figure.
 */
export function FigurePanel({ words }: { words: PanelWords }) {
  const panel = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const from = useRef<HTMLElement | null>(null);
  const [href, setHref] = useState("");

  useEffect(() => {
    let latest = 0;
    const close = () => {
      latest++;
      panel.current?.close();
      from.current?.focus();
      from.current = null;
    };
    const show = async (link: HTMLAnchorElement) => {
      const own = ++latest;
      const dialog = panel.current;
      if (!dialog || !body.current) return;
      setHref(link.href);
      dialog.setAttribute("aria-busy", "true");
      if (!dialog.open && matchMedia(ROOMY).matches) dialog.show();
      else if (!dialog.open) dialog.showModal();
      const article = await fetched(link.href).catch(() => null);
      if (own !== latest) return;
      if (!article) return location.assign(link.href);
      body.current.replaceChildren(document.adoptNode(article));
      dialog.removeAttribute("aria-busy");
      dialog.scrollTop = 0;
    };
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      // Of a modal dialog, only its backdrop is the dialog itself.
      if (target === panel.current && event.clientX < panel.current!.getBoundingClientRect().left) return close();
      if (target?.closest("[data-close-panel]")) return close();
      const link = target?.closest<HTMLAnchorElement>("a[data-figure]");
      const isInside = target && panel.current?.contains(target);
      const inner = isInside ? target.closest<HTMLAnchorElement>('a[href*="/figures/"]:not([data-leave])') : null;
      const chosen = link ?? inner;
      if (!chosen || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!isInside) from.current = chosen;
      void show(chosen);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !panel.current?.open || event.defaultPrevented) return;
      event.preventDefault();
      close();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <dialog ref={panel} className="figure-panel" aria-label={words.label}>
      <header>
        <span className="muted">{words.label}</span>
        <span className="btns">
          <a href={href} data-leave="">
            {words.open}
          </a>
          <button type="button" className="btn small" data-close-panel="">
            {words.close} <kbd>Esc</kbd>
          </button>
        </span>
      </header>
      <div ref={body}>
        <p className="muted">{words.loading}</p>
      </div>
    </dialog>
  );
}

/** The article of a figure's own page. */
async function fetched(href: string): Promise<Element | null> {
  const address = new URL(href);
  address.searchParams.set("panel", "");
  const answer = await fetch(address);
  if (!answer.ok || answer.redirected) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-lineage]");
}
