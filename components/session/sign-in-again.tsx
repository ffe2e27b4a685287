"use client";
import { useEffect, useRef } from "react";
import { signInAgain } from "@/lib/session/actions";
import { ActionForm, type ActionFormProps } from "./action-form";

type Action = ActionFormProps<{ isSignedIn: boolean }>["action"];

/** The words of the dialog, from `access.signInAgain` and `access.signIn`. */
export type SignInAgainWords = {
  title: string;
  text: string;
  email: string;
  password: string;
  submit: string;
  summary: string;
};

/**
 * Asks for the password in place when a session has ended, over a page that keeps what was typed in it. For the same
 * person only: what stands on the page was that person's to see. Mount it to ask; `onDone` is called when it may go on.
 */
export function SignInAgain({ email, words, onDone }: { email: string; words: SignInAgainWords; onDone: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const action: Action = async (previous, input) => {
    const answer = await signInAgain(previous, input);
    if (answer.data) onDone();
    return answer;
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="sign-in-again">
      <h2 id="sign-in-again">{words.title}</h2>
      <p className="mb-4">{words.text}</p>
      <ActionForm
        action={action}
        fields={[
          {
            kind: "text",
            name: "email",
            label: words.email,
            type: "email",
            value: email,
            isReadOnly: true,
            autoComplete: "username",
          },
          { kind: "text", name: "password", label: words.password, type: "password", autoComplete: "current-password" },
        ]}
        submit={{ label: words.submit }}
        summary={words.summary}
      />
    </dialog>
  );
}
