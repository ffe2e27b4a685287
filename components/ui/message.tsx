import type { ReactNode } from "react";
import { Sign } from "./sign";
import type { SignName } from "./signs";

/** What a message is about: plain news, success, a question to the reader, a failure. */
export type Tone = "news" | "better" | "question" | "worse";

const marks: Record<Tone, SignName | null> = { news: null, better: "check", question: "question", worse: "stop" };

/** A message in the flow of a page. A failure is announced at once, the rest when the reader pauses. */
export function Message({ tone = "news", title, children }: { tone?: Tone; title?: string; children?: ReactNode }) {
  const mark = marks[tone];
  return (
    <div className={`message ${tone}`} role={tone === "worse" ? "alert" : "status"}>
      {mark ? <Sign name={mark} /> : null}
      <div>
        {title ? <p className="message-title">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
