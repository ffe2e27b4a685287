import { Sign } from "@/components/ui/sign";

/** The mark and the name, for the link that leads to the front page; the name can be left to screen readers where room is short. */
export function Brand({ markOnly = false }: { markOnly?: boolean }) {
  return (
    <>
      <Sign name="star" />
      <span className={markOnly ? "vh" : undefined}>Ledestjerne</span>
    </>
  );
}
