/**
 * Stands in for rows that are on their way, at their height, so that nothing moves when they come. Put it in a
 * Suspense below the page's gate, never in a loading file: that would answer 200 before the gate can say 404.
 */
export function Skeleton({ label, rows = 6, rowHeight = 36 }: { label: string; rows?: number; rowHeight?: number }) {
  return (
    <div className="skeleton" role="status" style={{ ["--skeleton-row" as string]: `${rowHeight}px` }}>
      <span className="vh">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} aria-hidden="true" />
      ))}
    </div>
  );
}
