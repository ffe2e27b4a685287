import type { RestatementKind } from "@/lib/database/generated/enums";

/** A restatement that changed a figure, in a language. `author`: present name; null when erased, or not to be known. */
export type RestatedOnce = {
  id: string;
  at: string;
  author: string | null;
  kind: RestatementKind;
  /** "Scope 2 2022: 652 → 671 t, +2,9 %". */
  sentence: string;
  reason: string;
};

/** A file that backs one of the values a figure was made of. */
export type Proof = {
  id: string;
  name: string;
  note: string;
  isExample: boolean;
  /** `keyOf` of the value it backs. */
  of: string;
};
