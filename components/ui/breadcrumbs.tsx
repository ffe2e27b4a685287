import type { ReactNode } from "react";
import { Link } from "./link";

/** A step on the way to a page; without an address it is text. */
export type Crumb = { label: ReactNode; href?: string };

/**
 * Where the page is, and at the right what can be done with all of it. The last crumb is the page itself.
 * `label` names the list for screen readers.
 */
export function Breadcrumbs({ label, crumbs, children }: { label: string; crumbs: Crumb[]; children?: ReactNode }) {
  return (
    <div className="where">
      <nav aria-label={label}>
        <ol>
          {crumbs.map((crumb, index) => (
            <li key={index} aria-current={index === crumbs.length - 1 ? "page" : undefined}>
              {crumb.href ? <Link href={crumb.href}>{crumb.label}</Link> : crumb.label}
            </li>
          ))}
        </ol>
      </nav>
      {children ? <div className="tools">{children}</div> : null}
    </div>
  );
}
