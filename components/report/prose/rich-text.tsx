"use client";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { written, type Document } from "@/lib/report/narrative/writing/model";
import { extensionsOf } from "./extensions";
import { LinkBar } from "./link-bar";
import { documentOf } from "./reading";
import type { Said } from "./said";
import { Toolbar, type RichWords } from "./toolbar";

export type RichTextProps = {
  /** Ids of the text itself, and of the words that name it. */
  id: string;
  labelledBy: string;
  label: string;
  describedBy: string | undefined;
  lang: string;
  value: string;
  /** Not called before something was changed: a text nobody edited keeps its bytes. */
  onChange: (value: string) => void;
  onLeave: () => void;
  /** The text holds what this editor cannot: it is edited as it is written. */
  onUnfit: () => void;
  /** What references say. */
  said: Said;
  words: RichWords;
};

/** A text with its headings, lists and marks as they will be read, and bound numbers as what they say. */
export function RichText({
  id,
  labelledBy,
  label,
  describedBy,
  lang,
  value,
  onChange,
  onLeave,
  onUnfit,
  said,
  words,
}: RichTextProps) {
  const [isLinking, setLinking] = useState(false);
  const last = useRef(value);
  const [content] = useState(() => documentOf(value));
  const [extensions] = useState(() =>
    extensionsOf(said, {
      link: () => setLinking(true),
      toolbar: () => document.querySelector<HTMLElement>(`#${CSS.escape(`${id}-tools`)} [tabindex='0']`)?.focus(),
    }),
  );
  const editor = useEditor({
    immediatelyRender: true,
    injectCSS: false,
    extensions,
    content,
    editorProps: {
      attributes: {
        id,
        lang,
        role: "textbox",
        class: "rich-text",
        "aria-multiline": "true",
        "aria-labelledby": labelledBy,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
      },
    },
    onUpdate: ({ editor: one }) => {
      last.current = written(one.getJSON() as Document);
      onChange(last.current);
    },
    onBlur: onLeave,
  });

  // Words from elsewhere: somebody else's, or one's own put back.
  useEffect(() => {
    if (value === last.current) return;
    last.current = value;
    const other = documentOf(value);
    if (other) editor.commands.setContent(other, { emitUpdate: false });
    else onUnfit();
  }, [value, editor, onUnfit]);
  useEffect(() => {
    if (content === null) onUnfit();
  }, [content, onUnfit]);
  useEffect(() => {
    const { dom } = editor.view;
    const insert = (event: Event) => {
      const source = (event as CustomEvent<string>).detail;
      editor.chain().focus().insertContent({ type: "reference", attrs: { source } }).run();
    };
    dom.addEventListener("insert-reference", insert);
    return () => dom.removeEventListener("insert-reference", insert);
  }, [editor]);

  return (
    <div className="rich">
      <Toolbar
        id={`${id}-tools`}
        editor={editor}
        controls={id}
        label={label}
        words={words}
        onLink={() => setLinking(true)}
      />
      {isLinking ? <LinkBar editor={editor} id={`${id}-link`} words={words} onDone={() => setLinking(false)} /> : null}
      <EditorContent editor={editor} />
    </div>
  );
}
