import type { EntryWords } from "./words";

/** No row passes what was chosen to be shown. */
export function NothingShown({ words: { filter }, onAll }: { words: EntryWords; onAll: () => void }) {
  return (
    <div className="entry-nothing">
      <p>
        <b>{filter.empty}.</b> {filter.emptyText}
      </p>
      <button type="button" className="btn" onClick={onAll}>
        {filter.showAll}
      </button>
    </div>
  );
}
