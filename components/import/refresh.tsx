"use client";
import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** Between an answer and the next question: far less than what is waited for takes, so that nobody waits for the question. */
const PAUSE_MS = 300;

/**
 * Asks the server again while it works; a page in the background waits. The next question comes after the answer to
 * the last one: asked faster than a busy server answers, they stand in line, nothing is shown before the last of them,
 * and what the person does waits behind it.
 */
export function Refresh() {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  useEffect(() => {
    if (isAsking) return;
    const ask = () => document.visibilityState === "visible" && startAsking(() => router.refresh());
    const timer = setInterval(ask, PAUSE_MS);
    return () => clearInterval(timer);
  }, [router, isAsking]);
  return null;
}
