"use client";
import { useCallback, useEffect, useState, type ComponentType } from "react";
import type { RichTextProps } from "./prose/rich-text";
import type { Said } from "./prose/said";
import type { RichWords } from "./prose/toolbar";
import type { WordsField } from "./text-form";
import { richText } from "./text-later";

/** One field of words: a line, lines of a form of their own, or a text in its editor. What others stored meanwhile stands below it. */
export function WordsInput({
  field: { name, label, lang, value, rows, isProse = false, mark },
  id,
  onChange,
  onLeave,
  said,
  rich,
  theirs,
  theirsWord,
}: {
  field: WordsField;
  id: string;
  onChange: (value: string) => void;
  onLeave: () => void;
  said: Said;
  rich: RichWords;
  theirs: string | null;
  theirsWord: string;
}) {
  const [Rich, setRich] = useState<ComponentType<RichTextProps> | null>(null);
  const [isUnfit, setUnfit] = useState(false);
  const onUnfit = useCallback(() => setUnfit(true), []);
  useEffect(() => {
    let isHere = isProse;
    // Without the editor the text is edited as it is written.
    if (isProse)
      void richText().then(
        ({ RichText }) => isHere && setRich(() => RichText),
        () => {},
      );
    return () => void (isHere = false);
  }, [isProse]);
  const described = [mark ? `${id}-mark` : "", theirs === null ? "" : `${id}-theirs`].filter(Boolean).join(" ");
  const common = {
    ...{ id, name, lang, value },
    "aria-describedby": described || undefined,
    onChange: ({ target }: { target: HTMLInputElement | HTMLTextAreaElement }) => onChange(target.value),
    onBlur: onLeave,
  };
  return (
    <div className="field">
      <p className="words-head">
        <label id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
        {mark ? (
          <span id={`${id}-mark`} className="untranslated">
            {mark}
          </span>
        ) : null}
      </p>
      {Rich && !isUnfit ? (
        <Rich
          {...{ id, label, lang, value, onChange, onLeave, onUnfit, said }}
          labelledBy={`${id}-label`}
          describedBy={described || undefined}
          words={rich}
        />
      ) : rows > 1 ? (
        <textarea {...common} rows={rows} />
      ) : (
        <input {...common} type="text" />
      )}
      {theirs === null ? null : (
        <p id={`${id}-theirs`} className="theirs" lang={lang}>
          <b>{theirsWord}:</b> {theirs}
        </p>
      )}
    </div>
  );
}
