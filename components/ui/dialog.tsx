import type { ReactNode } from "react";

/**
 * The browser's own dialog: it holds the focus, closes on Esc and gives the focus back. Opened by a `DialogButton`
 * with its id; a `<form method="dialog">` in it closes it without a script.
 */
export function Dialog({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <dialog id={id} aria-labelledby={`${id}-title`} className="dialog">
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </dialog>
  );
}
