import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import type { SignedIn } from "@/lib/access/model";
import { sessionCookie } from "./model";
import { findSession } from "./queries";

/** Whoever is asking, or null without a good session; looked up once per request. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const cookie = (await cookies()).get(sessionCookie());
  return cookie ? findSession(cookie.value) : null;
});
