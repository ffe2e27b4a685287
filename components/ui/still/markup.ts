import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

type Props = Readonly<Record<string, unknown> & { children?: ReactNode }>;
type Component = (props: Props) => ReactNode;

/** A part of a page: what to hand to React, and its HTML where it is known at once; null where something in it lives. */
export type Piece = { node: ReactNode; html: string | null };

/**
 * A tree in which every element whose inside is known at once holds it as finished HTML: host elements, texts, lists
 * and components that answer at once. What lives stays as it is and where it is: client components, components that
 * wait, form controls. The HTML is the same text React's own static rendering gives (a property test compares them).
 */
export function pieceOf(node: ReactNode): Piece {
  if (node === null || node === undefined || typeof node === "boolean") return { node: null, html: "" };
  if (typeof node === "string") return { node, html: escaped(node) };
  if (typeof node === "number" || typeof node === "bigint") return { node, html: String(node) };
  if (Array.isArray(node)) return joined(node.map(pieceOf));
  return isValidElement<Props>(node) ? elementPiece(node) : { node, html: null };
}

function joined(pieces: Piece[]): Piece {
  const html = pieces.some((piece) => piece.html === null) ? null : pieces.map((piece) => piece.html).join("");
  return { node: createElement(Fragment, null, ...pieces.map((piece) => piece.node)), html };
}

function elementPiece(element: ReactElement<Props>): Piece {
  const { type, props } = element;
  if (type === Fragment) return pieceOf(props.children);
  if (typeof type === "string") return hostPiece(element, type);
  return answersAtOnce(type) ? pieceOf(type(props)) : { node: element, html: null };
}

function answersAtOnce(type: unknown): type is Component {
  return typeof type === "function" && !("$$typeof" in type) && type.constructor.name !== "AsyncFunction";
}

const voidElements = new Set(["br", "hr", "img", "col", "wbr"]);
/** Elements whose state or place in the document React keeps. */
const living = new Set(["input", "select", "textarea", "option", "form", "script", "style", "title", "meta", "link"]);

function hostPiece(element: ReactElement<Props>, tag: string): Piece {
  if (living.has(tag)) return { node: element, html: null };
  const { children, dangerouslySetInnerHTML: given, ...props } = element.props;
  const inside: Piece = given ? { node: null, html: (given as { __html: string }).__html } : pieceOf(children);
  const own = { ...props, key: element.key };
  if (inside.html === null) return { node: createElement(tag, own, inside.node), html: null };
  const open = Object.entries(props).reduce((text, [name, value]) => text + attribute(tag, name, value), `<${tag}`);
  if (voidElements.has(tag)) return { node: element, html: `${open}/>` };
  return {
    node: createElement(tag, { ...own, dangerouslySetInnerHTML: { __html: inside.html } }),
    html: `${open}>${inside.html}</${tag}>`,
  };
}

/** React's names that are not simply the attribute's own. */
const attributeNames: Readonly<Record<string, string>> = {
  className: "class",
  htmlFor: "for",
  tabIndex: "tabindex",
  clipPath: "clip-path",
  dominantBaseline: "dominant-baseline",
  fillOpacity: "fill-opacity",
  fillRule: "fill-rule",
  fontSize: "font-size",
  fontWeight: "font-weight",
  shapeRendering: "shape-rendering",
  stopColor: "stop-color",
  strokeDasharray: "stroke-dasharray",
  strokeLinecap: "stroke-linecap",
  strokeLinejoin: "stroke-linejoin",
  strokeOpacity: "stroke-opacity",
  strokeWidth: "stroke-width",
  textAnchor: "text-anchor",
  textDecoration: "text-decoration",
  vectorEffect: "vector-effect",
};
const switches = new Set(["hidden", "disabled", "open", "inert"]);
const worded = /^(aria-|data-)|^(focusable|contentEditable|draggable|spellCheck)$/;

function attribute(tag: string, name: string, value: unknown): string {
  if (value === null || value === undefined || name === "suppressHydrationWarning") return "";
  if (typeof value === "function")
    throw new Error(`<${tag} ${name}> answers to the browser, so it is a client component's.`);
  if (name === "style") return ` style="${escaped(styleText(value as Record<string, string | number>))}"`;
  if (switches.has(name)) return value ? ` ${name}=""` : "";
  if (typeof value === "boolean" && !worded.test(name)) return "";
  const text = String(value);
  if (name === "href" && /^javascript:/i.test(text.replace(/[\u0000-\u0020]/g, "")))
    throw new Error("A link may not run a script.");
  return ` ${attributeNames[name] ?? name}="${escaped(text)}"`;
}

/** Lengths need their unit in words; a bare number is only ever a custom property or a count. */
function styleText(style: Record<string, string | number>): string {
  return Object.entries(style)
    .map(([name, value]) => {
      if (typeof value === "number" && !name.startsWith("--"))
        throw new Error(`style.${name} needs its unit written out.`);
      return `${name.startsWith("--") ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`;
    })
    .join(";");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
