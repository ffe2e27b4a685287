import type { Ref } from "react";

/**
 * All refusals of a form on top of it, each leading to its field, in the words that stand at the field too.
 * A form that runs in the browser gives `ref` to put the focus here.
 */
export function ErrorSummary({
  title,
  errors,
  ref,
}: {
  title: string;
  errors: { field?: string; message: string }[];
  ref?: Ref<HTMLDivElement>;
}) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={ref}>
      <p className="message-title">{title}</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
