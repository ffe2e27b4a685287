import type { ReactNode } from "react";
import { Link } from "./link";

/** Tabs as links: each view of the same list has an address of its own. */
export function Views({
  label,
  views,
}: {
  label: string;
  views: { label: ReactNode; href: string; current: boolean }[];
}) {
  return (
    <nav className="views" aria-label={label}>
      {views.map(({ label, href, current }) => (
        <Link key={href} href={href} scroll={false} aria-current={current ? "true" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
