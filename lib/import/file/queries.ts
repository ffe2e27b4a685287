import { createHash } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import { kindOf, mostBytes } from "./model";

/** A file the browser sent, checked by name, size and content. Throws the refusal that says what to do. */
export async function readUpload(
  file: File,
  most = mostBytes,
): Promise<{ name: string; kind: "xlsx" | "csv"; size: number; sha256: string; bytes: Buffer }> {
  if (file.size > most) throw new Refusal("import.tooBig");
  const bytes = Buffer.from(await file.arrayBuffer());
  // Control characters and folders are no part of a name.
  const name =
    file.name
      .replace(/^.*[\\/]/, "")
      .replace(/[\p{Cc}\p{Cs}]/gu, "")
      .slice(0, 200) || "import";
  const kind = kindOf(name, bytes.subarray(0, 8), bytes.length);
  if (kind !== "xlsx" && kind !== "csv") throw new Refusal(kind);
  return { name, kind, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
}
