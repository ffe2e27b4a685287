import fc from "fast-check";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, it } from "vitest";
import { packedPdf } from "@/lib/chromium/packing/model";

/** A PDF as Chromium writes it: plain objects, a table of where they are, a trailer. */
function written(words: readonly string[], more = 0): Buffer<ArrayBuffer> {
  const content = (text: string) => `BT /F1 12 Tf 20 20 Td (${text}) Tj ET`;
  const pages = words.map((_, index) => 4 + index * 2);
  const objects = [
    "<</Type /Catalog /Pages 2 0 R /Lang (da)>>",
    `<</Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] /Count ${pages.length}>>`,
    "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ...words.flatMap((text, index) => [
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources <</Font <</F1 3 0 R>>>> /Contents ${5 + index * 2} 0 R>>`,
      `<</Length ${content(text).length}>>\nstream\n${content(text)}\nendstream`,
    ]),
    ...Array.from({ length: more }, (_, index) => `<</Type /StructElem /S /P /K ${index}>>`),
    "<</Title (Report)\n/Creator (Browser/5.0 \\(System; x\\) Print/1)\n/Producer (Printer)>>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}\n/Root 1 0 R /Info ${objects.length} 0 R>>\n`;
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF\n`, "latin1");
}

async function read(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0, stopAtErrors: true }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.flatMap((item) => ("str" in item ? [item.str] : [])).join(""));
  }
  await document.loadingTask.destroy();
  return pages;
}

it("names the product, not the browser it was printed with", async () => {
  const document = await getDocument({ data: new Uint8Array(packedPdf(written(["one"]))), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Title: "Report", Creator: "Ledestjerne", Producer: "Printer" });
  await document.loadingTask.destroy();
});

it("says the same, however many objects there are", async () => {
  const pages = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(pages, fc.nat(900), async (words, more) => {
      expect(await read(packedPdf(written(words, more)))).toEqual(words);
    }),
    { numRuns: 25 },
  );
});

it("weighs a fraction of what a thousand tags weighed", () => {
  const plain = written(["a"], 2000);
  expect(packedPdf(plain).length).toBeLessThan(plain.length / 5);
});

it("returns what Chromium would not have written as it is", () => {
  const plain = written(["a"]);
  const changed = (from: string, to: string) => Buffer.from(plain.toString("latin1").replace(from, to), "latin1");
  for (const other of [
    Buffer.from("no PDF at all"),
    changed("/Root 1 0 R", "/Root 1 0 R /Prev 9"),
    changed("2 0 obj", "9 0 obj"),
    Buffer.from(plain.toString("latin1").replace("%%EOF", "")),
    packedPdf(plain),
  ])
    expect(packedPdf(other as Buffer<ArrayBuffer>)).toBe(other);
});
