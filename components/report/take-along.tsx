import type { Locale } from "@/lib/language/model";
import type { PartFile } from "@/lib/report/part/model";
import { filled, reportWords } from "@/lib/report/notation/model";
import "@/components/report/drawing.css";

/** Ways to take a drawing or a table along; `of` is its name. */
export function TakeAlong({ files, of, locale }: { files: PartFile[]; of: string; locale: Locale }) {
  const words = reportWords(locale).report.chart;
  return (
    <p className="part-files">
      {words.take}
      {files.map(({ format, href }) => (
        <a
          key={format}
          href={href}
          aria-label={filled(words.takeAs, { title: of, format: format.toUpperCase() })}
          download
        >
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
