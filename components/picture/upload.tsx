"use client";
import { useRef, useState, type SubmitEvent } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/text-field";
import { longestAlt, mostBytes } from "@/lib/picture/model";

/** Words of the form. */
export type UploadWords = Record<
  | "file"
  | "fileHint"
  | "altDa"
  | "altEn"
  | "altHint"
  | "creditHint"
  | "creditDa"
  | "creditEn"
  | "send"
  | "sending"
  | "summary"
  | "missing"
  | "tooBig"
  | "altMissing"
  | "lost",
  string
>;

type Refused = { field: string; message: string };
const said = ["altDa", "altEn", "creditDa", "creditEn"] as const;

/** Brings a picture with what is said of it; what was typed stays when it is refused. Without a script it is an ordinary form. */
export function PictureUpload({
  address,
  back,
  hidden = {},
  prefix = "picture",
  words,
}: {
  address: string;
  /** Where the browser is led afterwards, told the picture's id; "#…" stays at its end. */
  back: string;
  hidden?: Record<string, string>;
  /** Goes before the ids of its fields, where a page has several. */
  prefix?: string;
  words: UploadWords;
}) {
  const [refused, setRefused] = useState<Refused[]>([]);
  const [isSending, setSending] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const refuse = (errors: Refused[]) => {
    setRefused(errors);
    requestAnimationFrame(() => summary.current?.focus());
  };
  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    const form = new FormData(event.currentTarget);
    const wrong = faultsOf(form, words);
    if (wrong.length > 0) return refuse(wrong);
    setRefused([]);
    setSending(true);
    const answer = await fetch(address, { method: "POST", body: form, headers: { accept: "application/json" } })
      .then((response) => response.json() as Promise<{ id?: string; message?: string }>)
      .catch(() => null);
    if (answer?.id) {
      const [path = "", place = `picture-${answer.id}`] = back.split("#");
      const next = new URL(`${path}${path.includes("?") ? "&" : "?"}picture=${answer.id}#${place}`, location.href);
      return void location.assign(next.href);
    }
    setSending(false);
    refuse([{ field: "file", message: answer?.message ?? words.lost }]);
  };
  const errorAt = (name: string) => refused.find(({ field }) => field === name)?.message;
  return (
    <form
      className="form picture-upload"
      method="post"
      action={address}
      encType="multipart/form-data"
      onSubmit={(event) => void send(event)}
      noValidate
    >
      <ErrorSummary
        title={words.summary}
        errors={refused.map(({ field, message }) => ({ field: `${prefix}-${field}`, message }))}
        ref={summary}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        id={`${prefix}-file`}
        name="file"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        label={words.file}
        hint={words.fileHint}
        error={errorAt("file")}
      />
      {said.map((name) => (
        <TextField
          key={name}
          id={`${prefix}-${name}`}
          name={name}
          lang={name.endsWith("Da") ? "da" : "en"}
          label={words[name]}
          hint={name === "altDa" ? words.altHint : name === "creditDa" ? words.creditHint : undefined}
          error={errorAt(name)}
          maxLength={longestAlt}
          autoComplete="off"
        />
      ))}
      <button className="btn main" aria-disabled={isSending}>
        {words.send}
      </button>
      <p className="muted" role="status">
        {isSending ? words.sending : ""}
      </p>
    </form>
  );
}

function faultsOf(form: FormData, words: UploadWords): Refused[] {
  const file = form.get("file");
  const size = file instanceof File ? file.size : 0;
  return [
    ...(size === 0 ? [{ field: "file", message: words.missing }] : []),
    ...(size > mostBytes ? [{ field: "file", message: words.tooBig }] : []),
    ...(["altDa", "altEn"] as const)
      .filter((name) => String(form.get(name) ?? "").trim() === "")
      .map((field) => ({ field, message: words.altMissing })),
  ];
}
