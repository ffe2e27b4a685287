import { Extension, Node, nodeInputRule, nodePasteRule, type AnyExtension } from "@tiptap/react";
import { NodeSelection } from "@tiptap/pm/state";
import StarterKit from "@tiptap/starter-kit";
import type { Said } from "./said";

const written = /\{\{[^{}\n]*\}\}/;

/** Tells the menu of numbers which one is to be changed. */
function choose(source: string): void {
  document.dispatchEvent(new CustomEvent("reference-chosen", { detail: source }));
}

/** A bound number: one sign of the text, shown as what it says, kept as it is written. */
const reference = (said: Said) =>
  Node.create({
    name: "reference",
    group: "inline",
    inline: true,
    atom: true,
    selectable: true,
    addAttributes: () => ({ source: { default: "" } }),
    parseHTML: () => [
      { tag: "span[data-reference]", getAttrs: (element) => ({ source: element.getAttribute("data-reference") }) },
    ],
    renderHTML: ({ node }) => ["span", { "data-reference": String(node.attrs.source) }, String(node.attrs.source)],
    addNodeView() {
      return ({ node }) => {
        const dom = document.createElement("span");
        const source = String(node.attrs.source);
        const draw = () => {
          const says = said.of(source);
          dom.className = says === null ? "bound is-unbound" : "bound";
          dom.textContent = says === undefined ? "…" : (says ?? source);
        };
        dom.title = source;
        dom.dataset.reference = source;
        dom.addEventListener("click", () => choose(source));
        draw();
        return { dom, destroy: said.subscribe(draw) };
      };
    },
    renderText: ({ node }) => String(node.attrs.source),
    addKeyboardShortcuts() {
      return {
        Enter: ({ editor }) => {
          const { selection } = editor.state;
          if (!(selection instanceof NodeSelection) || selection.node.type !== this.type) return false;
          choose(String(selection.node.attrs.source));
          document.querySelector<HTMLElement>(".reference-menu select")?.focus();
          return true;
        },
      };
    },
    addInputRules() {
      return [
        nodeInputRule({
          find: new RegExp(`${written.source}$`),
          type: this.type,
          getAttributes: ([source]) => ({ source }),
        }),
      ];
    },
    addPasteRules() {
      return [
        nodePasteRule({
          find: new RegExp(written.source, "g"),
          type: this.type,
          getAttributes: ([source]) => ({ source }),
        }),
      ];
    },
  });

/** What the editor answers to from the keyboard beside the usual: a link, and the way to the toolbar. */
const keys = (onLink: () => void, onToolbar: () => void) =>
  Extension.create({
    name: "reportKeys",
    addKeyboardShortcuts: () => ({
      "Mod-k": () => {
        onLink();
        return true;
      },
      "Alt-F10": () => {
        onToolbar();
        return true;
      },
    }),
  });

/** What a report's text can hold, and nothing else: whatever is pasted becomes this or goes. */
export function extensionsOf(said: Said, on: { link: () => void; toolbar: () => void }): AnyExtension[] {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      underline: false,
      dropcursor: false,
      trailingNode: false,
      heading: { levels: [1, 2, 3, 4, 5, 6] },
      link: {
        openOnClick: false,
        autolink: true,
        linkOnPaste: true,
        protocols: ["mailto"],
        HTMLAttributes: { rel: null, target: null },
        isAllowedUri: (address) => /^(#|https?:|mailto:)/i.test(address),
      },
    }),
    reference(said),
    keys(on.link, on.toolbar),
  ];
}
