import type { SignName } from "./signs";

// The sizes are repeated here so that a client component that draws a sign does not carry all their shapes.
const sizes: Partial<Record<SignName, number>> = { up: 10, down: 10, same: 10, chevron: 12, star: 18 };

/**
 * A sign, as large as it was drawn. It says nothing to a screen reader: the word stands beside it, always.
 */
export function Sign({
  name,
  size = sizes[name] ?? 14,
  className = "",
}: {
  name: SignName;
  size?: number;
  className?: string;
}) {
  return (
    <svg className={`sign ${className}`} width={size} height={size} aria-hidden="true">
      <use href={`#sign-${name}`} />
    </svg>
  );
}
