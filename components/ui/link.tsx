import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the product. It does not fetch ahead: every page reads the database for whoever asks, and a page
 * full of links would ask for dozens of pages nobody opens.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
