"use client";
import { useRef, useState, type ChangeEvent, type SubmitEvent } from "react";
import { fill } from "@/components/entry/words";
import { Field } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { acceptedEndings, longestNote, mostBytes } from "@/lib/evidence/model";
import type { PartProps } from "./stand";
import { sendFile } from "./send-file";

/** Attaching a file: it is on its way (0–100 %), being judged, refused in words, or there. Without a script it is an ordinary form. */
export function Upload({ view: { place }, said: { words }, onView }: PartProps) {
  const say = words.evidence;
  const [percent, setPercent] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const address = `/${place.org}/entry/${place.year}/${place.unit}/${place.code}/evidence`;
  const look = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    setAdded(null);
    setRefused((currentTarget.files?.[0]?.size ?? 0) > mostBytes ? words.tooBig : null);
  };
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const file = input.current?.files?.[0];
    if (percent !== null) return;
    if (!file || file.size > mostBytes) {
      setRefused(file ? words.tooBig : words.noFile);
      input.current?.focus();
      return;
    }
    setRefused(null);
    setAdded(null);
    setPercent(0);
    const answer = await sendFile(address, new FormData(form), setPercent);
    setPercent(null);
    if ("view" in answer) {
      form.reset();
      setAdded(fill(say.added, { name: answer.name }));
      onView(answer.view, "");
    } else {
      setRefused(answer.message ?? say.lost);
      input.current?.focus();
    }
  };
  return (
    <form
      className="beside-form beside-upload"
      method="post"
      action={address}
      encType="multipart/form-data"
      onSubmit={(event) => void send(event)}
    >
      <Field name="file" id="evidence-file" label={say.add} hint={say.fileHint} error={refused ?? undefined}>
        {(control) => <input ref={input} type="file" accept={acceptedEndings} onChange={look} {...control} />}
      </Field>
      <TextField id="evidence-note" name="note" label={say.note} maxLength={longestNote} autoComplete="off" />
      <div className="btns">
        <button className="btn" aria-disabled={percent !== null}>
          {say.send}
        </button>
        {percent === null ? null : <progress max={100} value={percent === 100 ? undefined : percent} aria-hidden />}
        <span role="status">
          {percent === null ? added : percent === 100 ? say.checking : fill(say.sending, { percent })}
        </span>
      </div>
    </form>
  );
}
