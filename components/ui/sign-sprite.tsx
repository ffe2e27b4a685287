import { signs } from "./signs";

// One string, not a tree of elements: it is the same on every page, and cheap to send and to hydrate this way.
const symbols = Object.entries(signs)
  .map(([name, { size, shape }]) => `<symbol id="sign-${name}" viewBox="0 0 ${size} ${size}">${shape}</symbol>`)
  .join("");

/** The shapes of all signs, once per document; `Sign` refers to them. */
export function SignSprite() {
  return <svg aria-hidden="true" className="sign-sprite" dangerouslySetInnerHTML={{ __html: symbols }} />;
}
