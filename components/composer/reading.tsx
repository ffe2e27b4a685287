import { Markdown, Runs } from "@/components/report/prose/markdown";
import type { BlockReading } from "@/lib/report/hold/reading/queries";

/** A block's words in both languages as the report says them, to read. */
export function Reading({ reading }: { reading: BlockReading }) {
  return (
    <div className="composer-words">
      {(["da", "en"] as const).map((lang) => {
        const { title, body } = reading[lang];
        return (
          <div key={lang} lang={lang}>
            {title === "" ? null : (
              <h3>
                <Runs text={title} />
              </h3>
            )}
            {reading.isProse ? <Markdown body={body} level={title === "" ? 3 : 4} /> : <Lines body={body} />}
          </div>
        );
      })}
    </div>
  );
}

/** Lines of a form of their own, as they are written, with the marks in them. */
function Lines({ body }: { body: string }) {
  return body.split("\n").map((line, index) => (
    <p key={index}>
      <Runs text={line} />
    </p>
  ));
}
