"use client";
import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/language/model";
import { sayReferences } from "@/lib/report/reference/menu/actions";
import type { SharedBy } from "@/lib/report/reference/menu/model";
import { referenceOf } from "@/lib/report/reference/model";

/** A KPI that can be picked, with what each measure says in the report's year; null: nothing. */
export type PickableKpi = {
  code: string;
  name: string;
  sharedBy: SharedBy | null;
  says: Record<string, string | null>;
};

/** Words of the menu, in the page's language. */
export type ReferenceMenuWords = Record<
  "title" | "lead" | "kpi" | "measure" | "year" | "orgUnit" | "whole" | "insert" | "none" | "where" | "inserted",
  string
>;

type Props = {
  org: string;
  /** Year of the report. */
  year: number;
  locale: Locale;
  kpis: PickableKpi[];
  /** What of a KPI can be picked, as it is written, with its name. */
  measures: { written: string; name: string; orgUnit: "may" | "must" | "none"; of: SharedBy | null }[];
  years: { written: string; name: string }[];
  orgUnits: { code: string; name: string }[];
  words: ReferenceMenuWords;
};

/** A plain field, or a text in its editor. */
type Field = HTMLTextAreaElement | HTMLInputElement | HTMLElement;

/** Picks a bound number and writes it where the cursor was last; the number is shown before it is inserted. */
export function ReferenceMenu({ org, year: reportYear, locale, kpis, measures, years, orgUnits, words }: Props) {
  const field = useRef<Field | null>(null);
  const [code, setCode] = useState(kpis[0]?.code ?? "");
  const [wanted, setMeasure] = useState(measures[0]?.written ?? "");
  const [year, setYear] = useState("");
  const [wantedUnit, setOrgUnit] = useState("");
  const [said, setSaid] = useState("");

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const isText =
        target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
      if (isText && target.name !== "" && target.form?.classList.contains("text-form")) field.current = target;
      if (target instanceof HTMLElement && target.classList.contains("rich-text")) field.current = target;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);

  // A number of the text that is to be changed: the menu shows what it is.
  useEffect(() => {
    const show = (event: Event) => {
      const chosen = referenceOf((event as CustomEvent<string>).detail);
      if (!chosen) return;
      const { kpi, year: named, orgUnit: unit, measure: what, part, style } = chosen;
      setCode(kpi);
      setMeasure(what === "value" ? (style === "unit" ? "unit" : "") : part === null ? what : `${what} ${part}`);
      setYear("absolute" in named ? String(named.absolute) : "");
      setOrgUnit(unit ?? "");
    };
    document.addEventListener("reference-chosen", show);
    return () => document.removeEventListener("reference-chosen", show);
  }, []);

  // What means nothing of the KPI is not offered; what was picked for another one gives way.
  const shared = kpis.find((kpi) => kpi.code === code)?.sharedBy ?? null;
  const offered = measures.filter(
    ({ of, orgUnit }) => (of === null || of === shared) && (orgUnit !== "must" || orgUnits.length > 0),
  );
  const { written: measure = "", orgUnit: naming = "none" } =
    offered.find(({ written }) => written === wanted) ?? offered[0] ?? {};
  const mayName = naming !== "none";
  const orgUnit = naming === "must" && wantedUnit === "" ? (orgUnits[0]?.code ?? "") : wantedUnit;
  const unit = mayName && orgUnit !== "" ? `@${orgUnit}` : "";
  const written = `{{${[`kpi:${code}`, mayName ? year : "", unit, measure].filter(Boolean).join(" ")}}}`;
  const isKnown = (year === "" && unit === "") || !mayName;
  const [other, setOther] = useState<{ written: string; says: string | null } | null>(null);
  useEffect(() => {
    if (isKnown) return;
    let isHere = true;
    void sayReferences({ org, year: reportYear, sources: [written] })
      .then(({ data }) => isHere && data && setOther({ written, says: data[locale][written] ?? null }))
      .catch(() => {});
    return () => void (isHere = false);
  }, [written, isKnown, org, reportYear, locale]);
  const preview = isKnown
    ? (kpis.find((kpi) => kpi.code === code)?.says[measure] ?? words.none)
    : other?.written === written
      ? (other.says ?? words.none)
      : "…";

  const insert = () => {
    const into = field.current;
    if (!into?.isConnected) return setSaid(words.where);
    if (!(into instanceof HTMLTextAreaElement || into instanceof HTMLInputElement)) {
      into.dispatchEvent(new CustomEvent("insert-reference", { detail: written }));
      return setSaid(words.inserted);
    }
    into.focus();
    into.setRangeText(written, into.selectionStart ?? 0, into.selectionEnd ?? 0, "end");
    // What listens for typing hears of it as well.
    into.dispatchEvent(new Event("input", { bubbles: true }));
    setSaid(words.inserted);
  };

  return (
    <section className="reference-menu" aria-labelledby="reference-menu-title">
      <h2 id="reference-menu-title">{words.title}</h2>
      <p className="muted">{words.lead}</p>
      <div className="reference-picks">
        <Pick label={words.kpi} value={code} onPick={setCode} options={kpis.map((kpi) => [kpi.code, kpi.name])} />
        <Pick
          label={words.measure}
          value={measure}
          onPick={setMeasure}
          options={offered.map(({ written: key, name }) => [key, name])}
        />
        <Pick
          label={words.year}
          value={year}
          onPick={setYear}
          isDisabled={!mayName}
          options={years.map(({ written: key, name }) => [key, name])}
        />
        <Pick
          label={words.orgUnit}
          value={orgUnit}
          onPick={setOrgUnit}
          isDisabled={!mayName}
          options={[
            ...(naming === "must" ? [] : [["", words.whole] as [string, string]]),
            ...orgUnits.map((one): [string, string] => [one.code, one.name]),
          ]}
        />
        <p className="reference-preview">
          <b>{preview}</b> <code lang="zxx">{written}</code>
        </p>
        <button type="button" className="btn" onClick={insert}>
          {words.insert}
        </button>
        <span className="muted" role="status">
          {said}
        </span>
      </div>
    </section>
  );
}

function Pick({
  label,
  value,
  options,
  onPick,
  isDisabled = false,
}: {
  label: string;
  value: string;
  options: [string, string][];
  onPick: (value: string) => void;
  isDisabled?: boolean;
}) {
  return (
    <label>
      <span>{label}</span>
      <select
        className="in-line-menu"
        value={value}
        disabled={isDisabled}
        onChange={(event) => onPick(event.target.value)}
      >
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
