import { useTranslations } from "next-intl";
import type { Label } from "@/lib/import/label/model";

type Props = { kind: "kpi" | "orgUnit"; labels: Label[]; title: string; text: string; names: Map<string, string> };

/** Texts of the file with what each means; those nobody knows stand on top, open to choose; the rest can be looked at. */
export function Labels({ kind, labels, title, text, names }: Props) {
  const t = useTranslations("import");
  if (labels.length === 0) return null;
  const [open, known] = [labels.filter(({ code }) => code === null), labels.filter(({ code }) => code !== null)];
  const list = kind === "kpi" ? "kpi-choices" : "org-unit-choices";
  const shown = (code: string | null) =>
    code === null ? "" : code === "" ? "-" : `${names.get(code) ?? code} · ${code}`;
  const rows = (some: Label[], from: number) =>
    some.map((label, at) => (
      <li key={label.text}>
        <input type="hidden" name={`${kind}.text.${from + at}`} value={label.text} />
        <label htmlFor={`${kind}-${from + at}`}>{label.text}</label>
        <input
          id={`${kind}-${from + at}`}
          name={`${kind}.code.${from + at}`}
          list={list}
          defaultValue={shown(label.code ?? label.proposal)}
          placeholder={t("leaveOut")}
        />
        {label.code === null && label.proposal ? <small>{t("proposal")}</small> : null}
      </li>
    ));
  return (
    <fieldset className="import-labels">
      <legend>{title}</legend>
      <p className="hint">{text}</p>
      {open.length > 0 ? <ul>{rows(open, 0)}</ul> : null}
      {known.length > 0 ? (
        <details>
          <summary>{t("known", { count: known.length })}</summary>
          <ul>{rows(known.slice(0, 1_000), open.length)}</ul>
        </details>
      ) : null}
    </fieldset>
  );
}
