"use client";
import { useState, type ChangeEvent } from "react";

/** The file to bring. One that is too big is refused here, before it is sent. */
export function FileField({
  label,
  hint,
  tooBig,
  most,
  choose,
  none,
}: {
  label: string;
  hint: string;
  tooBig: string;
  most: number;
  choose: string;
  none: string;
}) {
  const [isTooBig, setTooBig] = useState(false);
  const [name, setName] = useState("");
  const look = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    setName(currentTarget.files?.[0]?.name ?? "");
    const refused = (currentTarget.files?.[0]?.size ?? 0) > most;
    currentTarget.setCustomValidity(refused ? tooBig : "");
    setTooBig(refused);
  };
  return (
    <div className={isTooBig ? "field refused" : "field"}>
      <label htmlFor="file">{label}</label>
      <p className="hint" id="file-hint">
        {hint}
      </p>
      <div className="import-file">
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".xlsx,.csv,.txt,.tsv"
          aria-describedby="file-hint file-error"
          aria-invalid={isTooBig || undefined}
          onChange={look}
        />
        <span className="btn" aria-hidden="true">
          {choose}
        </span>
        <span aria-hidden="true">{name || none}</span>
      </div>
      <p className="error" id="file-error" role="status">
        {isTooBig ? tooBig : null}
      </p>
    </div>
  );
}
