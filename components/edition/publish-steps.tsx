"use client";
import { useEffect, useState } from "react";
import type { Progress } from "@/lib/edition/progress/model";

const ASK_EVERY_MS = 400;

/** What is being done while an edition is made, asked of the server as long as it takes; words come with their places for numbers. */
export function PublishSteps({ href, words }: { href: string; words: Record<Progress["step"], string> }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const answer = await fetch(href, { signal: stop.signal }).catch(() => null);
      const said = answer?.ok ? ((await answer.json().catch(() => null)) as Progress | null) : null;
      if (said) setProgress(said);
    };
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [href]);
  const { step, done, of } = progress ?? { step: "checking", done: 0, of: 0 };
  return (
    <>
      {words[step].replace("{done}", String(done)).replace("{of}", String(of))}
      {step === "drawing" ? <progress className="publish-progress" max={of} value={done} aria-hidden="true" /> : null}
    </>
  );
}
