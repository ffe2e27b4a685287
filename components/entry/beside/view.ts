import type { Locale } from "@/lib/language/model";
import type { Column, DraftCell } from "@/lib/value/draft/model";
import type { StoredCell } from "@/lib/value/model";
import type { EntryWords } from "@/components/entry/words";
import type { BesideView } from "@/lib/value/beside/model";
import type { BesideWords } from "./words";

/** The cell in hand, and the ways to change it, as everything that stands beside a value gets them. */
export type BesideProps = {
  org: string;
  orgUnit: { id: string; code: string; name: string };
  year: number;
  kpi: { id: string; code: string; name: string; unitOfMeasure: string; definition: string };
  locale: Locale;
  isReadOnly: boolean;
  /** Null where the KPI is worked out or not asked for. */
  cell: DraftCell | null;
  words: EntryWords;
  /** Changes a column of the cell; the sheet reads and saves it like anything typed. */
  onEdit: (column: Column, text: string) => void;
  /** Tells the sheet what was stored in the cell on another way, such as an earlier revision brought back. */
  onStored: (cell: StoredCell) => void;
};

/** What stands beside a value, and the words it is said with. */
export type Loaded = { view: BesideView; words: BesideWords };
