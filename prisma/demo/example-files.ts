/** Files of the kinds people attach, made here: the demo's evidence and the tests' uploads. None is a real document. */
import { crc32, deflateSync } from "node:zlib";

/** A page of text as PDF, in a font every reader has. Latin-1 only. */
export function examplePdf(lines: string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
  const content = `BT /F1 12 Tf 16 TL 56 786 Td\n${shown}\nET`;
  const parts = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (da) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = parts.map((part, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${part}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer, "latin1");
}

/** A picture of one grey, as PNG: what a photograph of a meter would be. */
export function examplePng(width = 96, height = 64, grey = 0xb0): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width, grey)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A mail as a program saves it, to and from nobody. */
export function exampleMail({ subject, body }: { subject: string; body: string }): Buffer {
  const head = [
    "From: Forsyningen <kunde@forsyning.example>",
    "To: Drift <drift@aleris.example>",
    `Subject: ${subject}`,
    "Date: Tue, 21 Jan 2025 09:14:00 +0100",
    "Message-ID: <20250121.0914@forsyning.example>",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  return Buffer.from([...head, "", ...body.split("\n"), ""].join("\r\n"), "utf8");
}

/** Rows as a CSV file of a Danish spreadsheet. */
export function exampleCsv(rows: string[][]): Buffer {
  return Buffer.from(`\ufeff${rows.map((row) => row.join(";")).join("\r\n")}\r\n`, "utf8");
}
