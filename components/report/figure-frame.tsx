import { Fragment, type ReactNode } from "react";
import { Runs } from "@/components/report/prose/markdown";

type Props = {
  /** Unique on the page. */
  id: string;
  /** The message. */
  title: string;
  /** The measure and its unit of measure. */
  subtitle: string;
  /** The word before the source, and the appendix rows the figures stand in. */
  source?: { word: string; numbers: string[] };
  note: string;
  children: ReactNode;
};

/** The frame around every drawing of a report: message and measure above, source and note below. */
export function FigureFrame({ id, title, subtitle, source, note, children }: Props) {
  return (
    <figure className="rfig" aria-labelledby={`${id}-title`}>
      <div className="fh">
        <h3 id={`${id}-title`}>
          <Runs text={title} />
        </h3>
        {subtitle ? (
          <p>
            <Runs text={subtitle} />
          </p>
        ) : null}
      </div>
      <div className="plot">{children}</div>
      {note || source?.numbers.length ? (
        <figcaption>
          {source?.numbers.length ? (
            <>
              {source.word}{" "}
              {source.numbers.map((number, index) => (
                <Fragment key={number}>
                  {index > 0 ? ", " : null}
                  <a href={`#${number}`}>{number}</a>
                </Fragment>
              ))}
              .{" "}
            </>
          ) : null}
          {note ? (
            <span>
              <Runs text={note} />
            </span>
          ) : null}
        </figcaption>
      ) : null}
    </figure>
  );
}
