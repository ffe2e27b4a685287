"use client";
import { wrapped } from "@/lib/chart/wrap/model";

/** Average width of a letter at 13 px. */
const letter = 6.6;

/** Short text in the drawing, a word to a line where the room is too narrow for all of them. */
export function Words({
  x,
  y,
  text,
  width,
  className,
  grows = "down",
  anchor = "middle",
}: {
  x: number;
  y: number;
  text: string;
  width: number;
  className: string;
  grows?: "up" | "down";
  anchor?: "start" | "middle" | "end";
}) {
  const lines = wrapped(text, width / letter);
  const first = grows === "up" ? y - (lines.length - 1) * 15 : y;
  return (
    <text x={x} y={first} textAnchor={anchor} className={className}>
      {lines.map((line, index) => (
        <tspan key={line + String(index)} x={x} dy={index === 0 ? 0 : 15}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
