import type { ReactElement, ReactNode } from "react";
import { keepWith } from "@/lib/memo/model";
import { pieceOf } from "./markup";

const showing = keepWith<object, { node: ReactNode }>();

type Props = {
  /** What everything shown follows from, the same object as long as it is unchanged. */
  of: object;
  /** Which showing of it, language included; one of a few. */
  name: string;
  children: ReactElement;
};

/**
 * A part of a page that is rendered once for as long as what it shows is unchanged, and sent as HTML to everyone who
 * asks: no second rendering on the server, nothing to wake up in the browser but the client components in it. Only for
 * what is the same to everybody who may see it: never for what depends on a role, a person or the clock.
 */
export function Still({ of, name, children }: Props): ReactNode {
  return showing(of, name, () => pieceOf(children)).node;
}
