"use client";
import { useRef, useState, type ComponentProps } from "react";
import { ActionForm } from "@/components/session/action-form";
import { inviteSomebody } from "@/lib/user/invitation/actions";

type Made = { link: string; email: string };
type Words = { title: string; text: string; link: string; copy: string; copied: string };

/** The form that makes a one-time link, and the link above it once it is made: shown here and now only. */
export function InviteForm({
  words,
  ...form
}: { words: Words } & Omit<ComponentProps<typeof ActionForm<Made>>, "action" | "answer">) {
  return (
    <ActionForm<Made>
      {...form}
      action={inviteSomebody}
      answer={(made) => <OneLink key={made.link} made={made} words={words} />}
    />
  );
}

function OneLink({ made, words }: { made: Made; words: Words }) {
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    await navigator.clipboard.writeText(made.link);
    setCopied(true);
  };
  return (
    <div className="one-link">
      <p className="message-title">{words.title.replace("{email}", made.email)}</p>
      <p>{words.text}</p>
      <input
        ref={field}
        readOnly
        value={made.link}
        aria-label={words.link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className="btns">
        <button type="button" className="btn" onClick={copy}>
          {words.copy}
        </button>
        <span role="status">{isCopied ? words.copied : ""}</span>
      </p>
    </div>
  );
}
