import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { LARGEST_LOGO, logoKinds } from "./model";

/** A kept logo as an address that holds it (data:), so that a printed or frozen report needs nothing else. Null: there is none. */
export async function logoOf(fileId: string | null): Promise<string | null> {
  if (fileId === null) return null;
  const pieces = await database.keptFilePiece.findMany({ where: { fileId }, orderBy: { position: "asc" } });
  const bytes = Buffer.concat(pieces.map((piece) => piece.bytes));
  const type = logoKinds[(await fileTypeFromBuffer(bytes))?.ext ?? ""];
  return type ? `data:${type};base64,${bytes.toString("base64")}` : null;
}

/** Reads a picture somebody sent, judged by its content. Refuses `setup.organisation.logoMissing`, `logoTooBig`, `logoKind`. */
export async function readLogo(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size === 0) throw new Refusal("setup.organisation.logoMissing", {}, "logo");
  if (file.size > LARGEST_LOGO) throw new Refusal("setup.organisation.logoTooBig", {}, "logo");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = (await fileTypeFromBuffer(bytes))?.ext ?? "";
  if (!Object.hasOwn(logoKinds, kind)) throw new Refusal("setup.organisation.logoKind", {}, "logo");
  return bytes;
}
