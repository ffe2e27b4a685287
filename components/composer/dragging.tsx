"use client";
import { startTransition, useActionState, useRef, type DragEvent, type ReactNode } from "react";
import { landingAt, partAt, type Landing } from "@/components/composer/landing";
import { refusals } from "@/components/session/action-form";
import { Message } from "@/components/ui/message";
import type { FormState } from "@/lib/access/refusal";
import { arrangeBlock, arrangeSection } from "@/lib/report/composition/actions";

type State = FormState<unknown>;

/** Sends a block or a section to the act that places it. */
function place(previous: State, form: FormData): Promise<State> {
  return form.has("blockId") ? arrangeBlock(previous as never, form) : arrangeSection(previous as never, form);
}

/**
 * A tree whose blocks and sections a pointer can drag to where they are to stand: one save a drag, by the same acts as
 * the buttons beside what is edited, which remain for the keyboard and for fingers. A line shows where it would land.
 */
export function Dragging({ hidden, children }: { hidden: Record<string, string>; children: ReactNode }) {
  const [state, send, isPending] = useActionState<State, FormData>(place, {});
  const dragged = useRef<HTMLElement>(null);
  const marked = useRef<HTMLElement>(null);

  function mark(at: Landing | null): void {
    if (marked.current !== at?.item) delete marked.current?.dataset.drop;
    marked.current = at?.item ?? null;
    if (at) at.item.dataset.drop = at.edge;
  }
  function start(event: DragEvent): void {
    const item = partAt(event.target);
    // By its name: what else is a link in it leads elsewhere.
    if (!item || event.target !== item.firstElementChild || "held" in item.dataset || isPending)
      return event.preventDefault();
    dragged.current = item;
    item.dataset.dragged = "";
    event.dataTransfer.effectAllowed = "move";
    // No address any more: dropped into a text, it would be written there.
    event.dataTransfer.clearData();
    event.dataTransfer.setData("application/x-report-part", item.dataset.part ?? "");
  }
  function over(event: DragEvent): void {
    const at = dragged.current && landingAt(dragged.current, event.target, event.clientY);
    mark(at);
    if (at) event.preventDefault();
  }
  function end(): void {
    mark(null);
    delete dragged.current?.dataset.dragged;
    dragged.current = null;
  }
  function drop(event: DragEvent): void {
    const item = dragged.current;
    const at = item && landingAt(item, event.target, event.clientY);
    end();
    if (!item || !at) return;
    event.preventDefault();
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...hidden, ...at.fields, act: "place" })) form.set(name, value);
    startTransition(() => send(form));
  }
  return (
    <div
      className="composer-dragging"
      onDragStart={start}
      onDragEnter={over}
      onDragOver={over}
      onDrop={drop}
      onDragEnd={end}
      aria-busy={isPending}
    >
      {refusals(state).map(({ message }) => (
        <Message key={message} tone="worse">
          <p>{message}</p>
        </Message>
      ))}
      {children}
    </div>
  );
}
