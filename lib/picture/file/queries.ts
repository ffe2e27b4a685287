import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { Refusal } from "@/lib/access/refusal";
import { mostBytes, mostPixels, pictureKinds, pixelFault, widthsOf, type PictureRefusal } from "../model";

/** A picture made ready to be kept: its sizes, ascending. */
export type ReadyPicture = {
  name: string;
  sha256: string;
  sizes: { width: number; height: number; sha256: string; bytes: Uint8Array<ArrayBuffer> }[];
};

// What a crafted file can ask for is bounded: pixels before they are unpacked, and one picture at a time.
const options = { limitInputPixels: mostPixels, failOn: "error", sequentialRead: true } as const;
let last: Promise<unknown> = Promise.resolve();

/** A picture the browser sent, judged by size and content and made ready. Throws the refusal that says what to do. */
export async function readPicture(file: File): Promise<ReadyPicture> {
  if (file.size === 0) refuse("missing");
  if (file.size > mostBytes) refuse("tooBig");
  return makeReady(file.name, new Uint8Array(await file.arrayBuffer()));
}

/**
 * Turns a picture upright, takes off what a camera wrote into it, and makes its sizes: JPEG, which a PDF takes as it
 * is. See-through parts become white.
 */
export function makeReady(name: string, bytes: Uint8Array): Promise<ReadyPicture> {
  const mine = last.then(() => sizesOf(name, bytes));
  last = mine.catch(() => undefined);
  return mine;
}

async function sizesOf(name: string, bytes: Uint8Array): Promise<ReadyPicture> {
  const kind = (await fileTypeFromBuffer(bytes))?.ext ?? "";
  if (!pictureKinds.includes(kind)) refuse("wrongKind");
  const { width, height } = await shownPixels(bytes);
  const fault = pixelFault(width, height);
  if (fault) refuse(fault);
  const sizes: ReadyPicture["sizes"] = [];
  for (const wanted of widthsOf(width)) {
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: wanted })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg({ quality: 82, mozjpeg: true, chromaSubsampling: "4:4:4" })
      .toBuffer({ resolveWithObject: true })
      .catch(() => refuse("broken"));
    const made = new Uint8Array(data);
    sizes.push({ width: info.width, height: info.height, sha256: digest(made), bytes: made });
  }
  return { name: cleanName(name), sha256: digest(bytes), sizes };
}

async function shownPixels(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  // The header may be read whatever it claims; only unpacking is bounded.
  const { autoOrient } = await sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => refuse("broken"));
  return autoOrient;
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function cleanName(name: string): string {
  return (
    name
      .replace(/^.*[/\\]/, "")
      .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, "")
      .slice(0, 200) || "picture"
  );
}

function refuse(code: PictureRefusal): never {
  throw new Refusal(`picture.${code}`, {}, "file");
}
