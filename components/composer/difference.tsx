import { wordDifference } from "@/lib/report/history/words/model";

/** A text with what was taken out of it and what came in, word by word. */
export function Difference({ before, after }: { before: string; after: string }) {
  return wordDifference(before, after).map(({ in: where, text }, index) =>
    where === "both" ? text : where === "before" ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>,
  );
}
