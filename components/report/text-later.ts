"use client";
import { lazy } from "react";

/** What a form of words needs only when a session has ended. */
export const SignInAgain = lazy(async () => ({
  default: (await import("@/components/session/sign-in-again")).SignInAgain,
}));

/** The editor of a text with headings, lists and marks; fetched when a block is opened. */
export const richText = () => import("./prose/rich-text");
