"use client";
import { useActionState, useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { refusals } from "@/components/session/action-form";
import { Message } from "@/components/ui/message";
import type { FormState } from "@/lib/access/refusal";

/**
 * A form whose buttons say what is done. It keeps the focus where it was, so that a block can be moved on and on from
 * the keyboard; refusals stand on top.
 */
export function ActForm<Data>({
  action,
  hidden,
  label,
  className,
  children,
}: {
  action: (previous: FormState<Data>, input: FormData) => Promise<FormState<Data>>;
  hidden: Record<string, string>;
  label: string;
  className: string;
  children: ReactNode;
}) {
  const [state, dispatch, isPending] = useActionState<FormState<Data>, FormData>(action, {});
  const top = useRef<HTMLDivElement>(null);
  const refused = refusals(state);
  useEffect(() => top.current?.focus(), [state]);
  return (
    <form action={dispatch} onClick={refuseOff} aria-label={label} aria-busy={isPending} className={className}>
      {refused.length > 0 ? (
        <div ref={top} tabIndex={-1} className="composer-refused">
          <Message tone="worse">
            {refused.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Message>
        </div>
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** A button that is off keeps the focus, and does nothing. */
function refuseOff(event: MouseEvent<HTMLFormElement>): void {
  if (event.target instanceof Element && event.target.closest('[aria-disabled="true"]')) event.preventDefault();
}
