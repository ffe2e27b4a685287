"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks the server again while it works; a page in the background waits. */
export function Refresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), 800);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
