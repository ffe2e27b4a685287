/**
 * Mails as files: .eml is text (RFC 5322), .msg a compound file (MS-CFB) whose root says that it is an Outlook item.
 * Neither has a signature of its own, so both are recognised by what every mail must have; and a mail can carry a
 * program to whoever opens it, so what it carries is looked at by name and by its first bytes.
 */

/** Endings of files that act when they are opened. */
const acts =
  "exe|com|scr|pif|bat|cmd|js|jse|vbs|vbe|wsf|wsh|ps1|psm1|msi|msp|hta|lnk|jar|reg|cpl|dll|iso|img|vhdx?|html?|xhtml|svgz?|xlsm|xlam|xlsb|xll|docm|dotm|pptm|one";
const actsWhenOpened = new RegExp(`\\.(${acts})[. ]*$`, "i");
const namedInOutlook = new RegExp(`\\.(${acts})\\0`, "i");

/** A mail's header is small; more than this is something else. */
const mostHeader = 262_144;

/** Whether bytes are a mail as text: header lines only, up to an empty line, with a sender and a sign of transport. */
export function isMailText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const head = latin(bytes.subarray(0, mostHeader)).replace(/^\xef\xbb\xbf/, "");
  const end = /\r?\n\r?\n/.exec(head);
  if (!end && bytes.length > mostHeader) return false;
  const lines = head.slice(0, end?.index ?? head.length).split(/\r?\n/);
  const names = new Set<string>();
  for (const [at, line] of lines.entries()) {
    const name = /^([!-9;-~]+):/.exec(line)?.[1];
    if (name) names.add(name.toLowerCase());
    else if (at === 0 || !/^[ \t]/.test(line)) return false;
  }
  return names.has("from") && ["date", "message-id", "received", "mime-version"].some((name) => names.has(name));
}

/** Whether a mail as text carries something that acts when it is opened, by its attachments' names or first bytes. */
export function mailTextActs(bytes: Uint8Array): boolean {
  const text = latin(bytes);
  // RFC 2231 lets a name be cut in pieces: name*0="set"; name*1="up.exe".
  const joined = text.replace(/"?;\s*(?:file)?name\*\d+\*?\s*=\s*"?/gi, (piece) => (/\*0/.test(piece) ? piece : ""));
  for (const [, value] of joined.matchAll(/\b(?:file)?name(?:\*\d*\*?)?\s*=\s*("[^"\r\n]*"|[^;\s]+)/gi))
    if (actsWhenOpened.test(decodedName(value!.replaceAll('"', "")))) return true;
  // A Windows program in base64, as the first thing of a part.
  return /\r?\n\r?\nTV[opqr][A-Za-z0-9+/]{8}/.test(text);
}

function decodedName(value: string): string {
  const words = value.replace(/=\?[^?\s]+\?([bq])\?([^?\s]*)\?=/gi, (_, how: string, word: string) =>
    how.toLowerCase() === "b"
      ? Buffer.from(word, "base64").toString("latin1")
      : word.replace(/=([0-9a-f]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
  return words.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const outlookItem = "0b0d020000000000c000000000000046";
const nobody = "0".repeat(32);
/** The stream every Outlook item has, as its directory names it. */
const properties = Buffer.from("__properties_version1.0", "utf16le");

/** Whether bytes begin as a compound file: old Office documents, workbooks with a password, Outlook items. */
export function isCompound(bytes: Uint8Array): boolean {
  return compound.every((byte, at) => bytes[at] === byte);
}

/** Whether bytes are an Outlook item: a compound file with an item's properties whose root is an item's or says nothing. */
export function isOutlookItem(bytes: Uint8Array): boolean {
  if (!isCompound(bytes) || bytes.length < 1024) return false;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return false;
  const root = (view.readUInt32LE(48) + 1) * 2 ** shift;
  if (root + 128 > view.length) return false;
  const made = view.subarray(root + 80, root + 96).toString("hex");
  return (made === outlookItem || made === nobody) && view.includes(properties);
}

/** Whether an Outlook item carries something that acts when it is opened. Its streams begin at every 64th byte. */
export function outlookItemActs(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (namedInOutlook.test(view.toString("utf16le"))) return true;
  for (let at = 512; at + 64 < view.length; at += 64) {
    if (view[at] !== 0x4d || view[at + 1] !== 0x5a) continue;
    const program = at + view.readUInt32LE(at + 60);
    if (program + 4 <= view.length && view.readUInt32BE(program) === 0x50450000) return true;
  }
  return false;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
