"use client";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Message } from "@/components/ui/message";
import { signEvery } from "@/lib/report/hold/model";

type Answer = { isOwn: boolean; name: string | null };

/** How often whoever waits for a block asks whether it is free, in milliseconds. */
const ASK_EVERY = 10_000;

async function say(address: string, blockId: string, act: "keep" | "ask"): Promise<Answer | null> {
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ blockId, act }) });
    return answer.ok ? ((await answer.json()) as Answer) : null;
  } catch {
    // No connection: what is typed is kept by the form, and the version decides when it comes back.
    return null;
  }
}

/**
 * A block being edited. Whoever begins to type or click in it holds it from then on, says so while at work, and gives
 * it back on leaving; without a sign it is free after two minutes. Held by somebody else when it is opened, it is to
 * read; a form that is there is never taken away, whoever holds the block meanwhile.
 */
export function Held({
  address,
  blockId,
  warning,
  reading,
  children,
}: {
  address: string;
  blockId: string;
  /** What to say when somebody else was faster, before and after the name. */
  warning: [string, string];
  /** The block to read, while somebody else holds it; else null. */
  reading: ReactNode;
  children: ReactNode;
}) {
  const area = useRef<HTMLDivElement>(null);
  const [other, setOther] = useState<string | null>(null);
  const [isReading, setReading] = useState(reading !== null);
  if (isReading && reading === null) setReading(false);
  useEffect(() => {
    const within = area.current;
    if (isReading || !within) return;
    let last = 0;
    const sign = async () => {
      if (Date.now() - last < signEvery * 1000) return;
      last = Date.now();
      const answer = await say(address, blockId, "keep");
      if (answer) setOther(answer.isOwn ? null : answer.name);
    };
    const leave = () => {
      if (last > 0) navigator.sendBeacon(address, new URLSearchParams({ blockId, act: "free" }));
      last = 0;
    };
    const signs = ["focusin", "input", "pointerdown", "keydown"] as const;
    for (const name of signs) within.addEventListener(name, sign);
    window.addEventListener("pagehide", leave);
    return () => {
      for (const name of signs) within.removeEventListener(name, sign);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [address, blockId, isReading]);
  if (isReading) return reading;
  return (
    <div ref={area}>
      {other !== null ? <Message tone="question" title={warning.join(other)} /> : null}
      {children}
    </div>
  );
}

/** Waits until a block that somebody else holds is free, and then offers it. */
export function Waiting({
  address,
  blockId,
  href,
  words,
}: {
  address: string;
  blockId: string;
  /** Where it is edited. */
  href: string;
  words: { free: string; take: string };
}) {
  const [isFree, setFree] = useState(false);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState === "hidden") return;
      const answer = await say(address, blockId, "ask");
      if (answer) setFree(answer.name === null || answer.isOwn);
    };
    const timer = window.setInterval(ask, ASK_EVERY);
    window.addEventListener("focus", ask);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("focus", ask);
    };
  }, [address, blockId]);
  return (
    <div role="status">
      {isFree ? (
        <p className="composer-free">
          {words.free}{" "}
          <a className="btn main" href={href}>
            {words.take}
          </a>
        </p>
      ) : null}
    </div>
  );
}
