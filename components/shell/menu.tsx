import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Sign } from "@/components/ui/sign";

/** One choice of a menu. */
export type MenuItem = { key: string; href: string; label: ReactNode; current: boolean };

/**
 * A button that opens a list of links. The browser's own popover: it closes on Esc and on a click elsewhere, says
 * whether it is open, and needs no script. `label` names it, `chosen` is what it shows.
 */
export function Menu({
  id,
  label,
  chosen,
  items,
}: {
  id: string;
  label: string;
  chosen: ReactNode;
  items: MenuItem[];
}) {
  return (
    <>
      <button type="button" className="pick" popoverTarget={id}>
        <span className="vh">{label}: </span>
        <span>{chosen}</span>
        <Sign name="chevron" />
      </button>
      <ul className="menu" id={id} popover="auto">
        {items.map(({ key, href, label, current }) => (
          <li key={key}>
            <Link href={href} aria-current={current ? "true" : undefined}>
              {current ? <Sign name="check" /> : null}
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
