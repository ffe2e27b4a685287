"use client";
import type { Editor } from "@tiptap/react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { RichWords } from "./toolbar";

/** Asks where the chosen words lead. */
export function LinkBar({
  editor,
  id,
  words,
  onDone,
}: {
  editor: Editor;
  id: string;
  words: RichWords;
  onDone: () => void;
}) {
  const [address, setAddress] = useState(() => String(editor.getAttributes("link").href ?? ""));
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const done = () => {
    onDone();
    editor.commands.focus();
  };
  const set = () => {
    const href = /^[\w.+-]+@[\w.-]+\.[a-z]{2,}$/i.test(address) ? `mailto:${address}` : address.trim();
    if (!/^(#[\w-]+|https?:\/\/\S+\.\S+|mailto:\S+@\S+)$/i.test(href)) return setWrong(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    // Without chosen words the address stands for itself.
    if (editor.state.selection.empty && !editor.isActive("link"))
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") set();
    else done();
  };
  return (
    <div className="rich-link">
      <label htmlFor={id}>{words.address}</label>
      <input
        ref={field}
        id={id}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={onKey}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        aria-invalid={isWrong}
      />
      <button type="button" className="btn" onClick={set}>
        {words.setLink}
      </button>
      {editor.isActive("link") ? (
        <button
          type="button"
          className="btn"
          onClick={() => {
            editor.chain().focus().extendMarkRange("link").unsetLink().run();
            onDone();
          }}
        >
          {words.unlink}
        </button>
      ) : null}
      <button type="button" className="btn" onClick={done}>
        {words.cancel}
      </button>
      <p id={`${id}-hint`} className={isWrong ? "warn" : "muted"} role={isWrong ? "alert" : undefined}>
        {isWrong ? words.addressWrong : words.addressHint}
      </p>
    </div>
  );
}
