"use client";
import { Failure } from "@/components/shell/failure";

/** A page failed; the document around it stands. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} retry={retry} />;
}
