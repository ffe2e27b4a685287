import type { BesideWords } from "./words";
import "@/components/figure/figure.css";

/** Marks what was invented for the demonstration. */
export function ExampleMark({ words }: { words: BesideWords }) {
  return <span className="example">{words.example}</span>;
}
