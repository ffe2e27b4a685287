/** The preview of an import as lines of a terminal. */
import { createTranslator } from "use-intl/core";
import type { ClientBase } from "pg";
import type { Summary, View } from "../import/model.ts";
import { calculated, nothingBecause, placeOf, reason, remark } from "../import/preview/model.ts";
import { listCells, type PreviewLine } from "../import/preview/queries.ts";
import { told } from "../import/question/model.ts";
import { messages } from "../language/messages.ts";
import type { Locale } from "../language/model.ts";
import { unitLabel, withLabel } from "../unit-of-measure/model.ts";

type Words = { [key: string]: string | Words };

/** Says a message of any room by its code. */
export function importWords(locale: Locale): (code: string, values?: Record<string, string | number>) => string {
  const t = createTranslator({ locale, messages: messages[locale] as unknown as Words }) as unknown as ((
    code: string,
    values?: object,
  ) => string) & { has(code: string): boolean };
  return (code, values) => (t.has(code) ? t(code, values) : code);
}

const shownLines = 40;

/** Prints what an import would change, and returns its counts; null when there is no preview, and why is printed. */
export async function printPreview(
  client: ClientBase,
  id: string,
  locale: Locale,
  all: boolean,
): Promise<Summary | null> {
  const say = importWords(locale);
  const ofImport = (key: string, values?: Record<string, string | number>) => say(`import.${key}`, values);
  const { rows } = await client.query(`SELECT state, failure, summary FROM "Import" WHERE id = $1`, [id]);
  const { state, failure, summary } = rows[0] as { state: string; failure: string; summary: Summary };
  if (state !== "previewed") {
    console.error(say(failure || "import.noTable"));
    return null;
  }
  const most = all ? 2_000_000 : shownLines;
  await print("refused", (line) => [reason(line, ofImport, locale)]);
  await print("changed", (line) => [line.before, "→", after(line), hint(line)]);
  await print("added", (line) => [after(line), hint(line)]);
  await print("differing", (line) => [line.after, "≠", calculated(line, locale)]);
  await print("questioned", (line) => [after(line), ...questions(line)]);
  console.log(
    `\n${say("import.command.summary", { cells: summary.cells, added: summary.added, changed: summary.changed, unchanged: summary.unchanged, refused: summary.refused, compared: summary.compared, differing: summary.differing, questioned: summary.questioned })}`,
  );
  return summary;

  function after({ after, unit }: PreviewLine): string {
    return withLabel(after, unitLabel(unit, locale));
  }

  function hint(line: PreviewLine): string {
    return line.hint && `(${remark(line, ofImport, locale)})`;
  }

  function questions({ asked, year }: PreviewLine): string[] {
    return (asked?.questions ?? []).map((question) => {
      const { code, values } = told(question, asked!, year!, locale);
      return say(code, values);
    });
  }

  async function print(view: View, rest: (line: PreviewLine) => string[]): Promise<void> {
    const count = summary[view];
    if (count === 0) return;
    console.log(`\n${say(`import.outcome.${view}`)} (${count})`);
    for (let from = 0, left = most; left > 0;) {
      const lines = await listCells(client, id, view, { from, most: Math.min(left, 1_000) }, locale);
      for (const line of lines)
        console.log(
          [
            "  ",
            `${line.sheet}!${line.cell}`,
            JSON.stringify(line.text),
            [line.kpiCode || placeOf(line).kpi, placeOf(line).orgUnit, placeOf(line).year].filter(Boolean).join(" · "),
            ...rest(line),
          ]
            .filter(Boolean)
            .join("  "),
        );
      left -= lines.length;
      if (lines.length === 0 || lines.length < 1_000) break;
      from = lines.at(-1)!.position + 1;
    }
    if (count > most) console.log(`   ${say("import.command.more", { count: count - most })}`);
  }
}

/** Why nothing of a file can be imported, and what to do about it. */
export function nothingSaid(summary: Summary, locale: Locale): string {
  const say = importWords(locale);
  const why = nothingBecause(summary);
  const said = say(`import.nothing.${why}`, { refused: summary.refused, unchanged: summary.unchanged });
  return why === "noTable" ? `${said} ${say("import.command.noTable")}` : said;
}
