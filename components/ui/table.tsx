import type { ReactNode } from "react";
import { Scroll } from "@/components/ui/scroll";

/** A column by its head: words alone, over figures (set to the right), or over buttons (said, not shown). */
export type Column = string | { head: string; over: "figures" | "buttons" };

/** A column of figures. */
export function overFigures(head: string): Column {
  return { head, over: "figures" };
}

/** A column of buttons. */
export function overButtons(head: string): Column {
  return { head, over: "buttons" };
}

/** A table with its heads, scrolling in itself where it is wider than its place; the rows are its children. */
export function Table({
  label,
  caption,
  columns,
  className = "",
  children,
}: {
  /** What the table is of; said where it takes focus to scroll. */
  label: string;
  /** What the table itself is called, for who comes to it as a table. */
  caption?: string;
  /** In order; false: a column this table does without. */
  columns: readonly (Column | false)[];
  className?: string;
  children: ReactNode;
}) {
  return (
    <Scroll label={label}>
      <table className={`tbl ${className}`.trim()}>
        {caption ? <caption className="vh">{caption}</caption> : null}
        <Heads columns={columns} />
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  );
}

/** The heads of a table that is built otherwise. */
export function Heads({ columns }: { columns: readonly (Column | false)[] }) {
  return (
    <thead>
      <tr>{columns.map((column, at) => (column === false ? null : <Head key={at} column={column} />))}</tr>
    </thead>
  );
}

function Head({ column }: { column: Column }) {
  if (typeof column === "string") return <th scope="col">{column}</th>;
  return column.over === "figures" ? (
    <th scope="col" className="r">
      {column.head}
    </th>
  ) : (
    <th scope="col">
      <span className="vh">{column.head}</span>
    </th>
  );
}
