import type { ReactNode } from "react";
import { ActionForm, type ActionFormProps } from "@/components/session/action-form";

/** A part of the set-up: what there is, then the forms that change it, closed until they are wanted. */
export function SetupPart({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** A form behind its name. */
export function Folded<Data>({ title, hint, ...form }: { title: string; hint?: string } & ActionFormProps<Data>) {
  return (
    <details>
      <summary>{title}</summary>
      {hint ? <p className="muted prose">{hint}</p> : null}
      <ActionForm {...form} />
    </details>
  );
}
