import type { EntryWords } from "./words";

/** What the keys do in the sheet. */
export function KeyList({ words }: { words: EntryWords["keys"] }) {
  return (
    <ul>
      <Key keys={["Enter"]} does={words.enter} />
      <Key keys={["↑", "↓"]} does={words.arrows} />
      <Key keys={["Ctrl", "V"]} does={words.paste} />
      <Key keys={["Ctrl", "Z"]} does={words.undo} />
      <Key keys={["-"]} does={words.pending} />
      <Key keys={["Alt", "↓"]} does={words.status} />
      <Key keys={["Alt", "K"]} does={words.note} />
      <Key keys={["F8"]} does={words.problem} />
    </ul>
  );
}

function Key({ keys, does }: { keys: string[]; does: string }) {
  return (
    <li>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}{" "}
      {does}
    </li>
  );
}
