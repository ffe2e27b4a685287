import { Link } from "@/components/ui/link";
import { Sign } from "@/components/ui/sign";

/** The mark and the name, leading to the front page; the name can be left to screen readers where room is short. */
export function Brand({ href = "/", markOnly = false }: { href?: string; markOnly?: boolean }) {
  return (
    <Link className="brand" href={href}>
      <Sign name="star" />
      <span className={markOnly ? "vh" : undefined}>Ledestjerne</span>
    </Link>
  );
}
