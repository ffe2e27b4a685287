"use client";
import { Failure } from "@/components/shell/failure";
import "./globals.css";

/** The document itself failed, and this one takes its place. */
export default function DocumentError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="da">
      <body>
        <title>Ledestjerne</title>
        <Failure error={error} retry={retry} />
      </body>
    </html>
  );
}
