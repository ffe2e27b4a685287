"use client";
import { useEditorState, type Editor } from "@tiptap/react";
import { useState, type KeyboardEvent } from "react";

/** Words of the editor, in the page's language. */
export type RichWords = Record<
  | "toolbar"
  | "heading"
  | "subheading"
  | "bold"
  | "boldSign"
  | "italic"
  | "italicSign"
  | "bullets"
  | "numbers"
  | "link"
  | "number"
  | "address"
  | "addressHint"
  | "addressWrong"
  | "setLink"
  | "unlink"
  | "cancel",
  string
>;

type Tool = { name: string; label: string; sign: string; keys?: string; isOn?: boolean; run: () => void };

/** The signs above a text: one stop of the Tab key, arrows within. */
export function Toolbar({
  editor,
  controls,
  label,
  words,
  onLink,
  id,
}: {
  editor: Editor;
  controls: string;
  /** Name of the text. */
  label: string;
  words: RichWords;
  onLink: () => void;
  id: string;
}) {
  const [at, setAt] = useState(0);
  const on = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      heading: one.isActive("heading") && Number(one.getAttributes("heading").level) <= 2,
      subheading: one.isActive("heading") && Number(one.getAttributes("heading").level) > 2,
      bold: one.isActive("bold"),
      italic: one.isActive("italic"),
      bullets: one.isActive("bulletList"),
      numbers: one.isActive("orderedList"),
      link: one.isActive("link"),
    }),
  });
  const chain = () => editor.chain().focus();
  const tools: Tool[] = [
    {
      name: "heading",
      label: words.heading,
      sign: words.heading,
      keys: "Control+Alt+2",
      isOn: on.heading,
      run: () => chain().toggleHeading({ level: 2 }).run(),
    },
    {
      name: "subheading",
      label: words.subheading,
      sign: words.subheading,
      keys: "Control+Alt+3",
      isOn: on.subheading,
      run: () => chain().toggleHeading({ level: 3 }).run(),
    },
    {
      name: "bold",
      label: words.bold,
      sign: words.boldSign,
      keys: "Control+B",
      isOn: on.bold,
      run: () => chain().toggleBold().run(),
    },
    {
      name: "italic",
      label: words.italic,
      sign: words.italicSign,
      keys: "Control+I",
      isOn: on.italic,
      run: () => chain().toggleItalic().run(),
    },
    {
      name: "bullets",
      label: words.bullets,
      sign: "•",
      keys: "Control+Shift+8",
      isOn: on.bullets,
      run: () => chain().toggleBulletList().run(),
    },
    {
      name: "numbers",
      label: words.numbers,
      sign: "1.",
      keys: "Control+Shift+7",
      isOn: on.numbers,
      run: () => chain().toggleOrderedList().run(),
    },
    { name: "link", label: words.link, sign: words.link, keys: "Control+K", isOn: on.link, run: onLink },
    {
      name: "number",
      label: words.number,
      sign: words.number,
      run: () => document.querySelector<HTMLElement>(".reference-menu select")?.focus(),
    },
  ];
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (to === undefined) return event.key === "Escape" ? void editor.commands.focus() : undefined;
    event.preventDefault();
    const next = (to + tools.length) % tools.length;
    setAt(next);
    event.currentTarget.querySelectorAll<HTMLElement>("button")[next]?.focus();
  };
  return (
    <div
      id={id}
      className="rich-tools"
      role="toolbar"
      aria-label={`${words.toolbar}: ${label}`}
      aria-controls={controls}
      onKeyDown={move}
    >
      {tools.map(({ name, label: tool, sign, keys, isOn, run }, index) => (
        <button
          key={name}
          type="button"
          className={`tool tool-${name}`}
          tabIndex={index === at ? 0 : -1}
          aria-pressed={isOn}
          aria-label={sign === tool ? undefined : tool}
          aria-keyshortcuts={keys}
          title={keys ? `${tool} (${keys.replace("Control", "Ctrl").replaceAll("+", " + ")})` : tool}
          // The selection stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setAt(index)}
          onClick={run}
        >
          {sign}
        </button>
      ))}
    </div>
  );
}
