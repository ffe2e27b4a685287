"use client";
import { lazy, useEffect, useState } from "react";
import type { Taken } from "./take-pasted";

const paste = () => import("./paste-dialog");
const panel = () => import("./side-panel");
const message = () => import("./message");
const worked = () => import("./worked");
const again = () => import("@/components/session/sign-in-again");
const form = () => import("./form");
/** What stores answers to questions. */
export const answering = () => import("@/lib/value/confirmation/actions");

/** What the sheet needs only once somebody has begun: fetched when the page is at rest, and there when the connection is gone. */
export const PasteDialog = lazy(async () => ({ default: (await paste()).PasteDialog }));
export const SidePanel = lazy(async () => ({ default: (await panel()).SidePanel }));
export const Message = lazy(async () => ({ default: (await message()).Message }));
export const SignInAgain = lazy(async () => ({ default: (await again()).SignInAgain }));
export const OneByOne = lazy(async () => ({ default: (await form()).OneByOne }));

/** Takes what a clipboard brought. */
export const takePasted = async (taken: Taken) => (await paste()).takePasted(taken);

/** Fetches all of it, and answers with what works out calculated rows; null until then: the server's word counts. */
export function useLater(): (typeof import("./worked"))["workedOut"] | null {
  const [work, setWork] = useState<{ out: (typeof import("./worked"))["workedOut"] } | null>(null);
  useEffect(() => {
    const fetchAll = () => {
      void worked().then(({ workedOut }) => setWork({ out: workedOut }));
      for (const load of [message, paste, panel, again, form, answering]) void load();
    };
    const atRest = () => ("requestIdleCallback" in window ? requestIdleCallback(fetchAll) : setTimeout(fetchAll, 200));
    if (document.readyState === "complete") atRest();
    else addEventListener("load", atRest, { once: true });
    return () => removeEventListener("load", atRest);
  }, []);
  return work?.out ?? null;
}
