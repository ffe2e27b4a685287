import { describe, expect, it } from "vitest";
import { readForm } from "@/lib/kept-file/upload/queries";

const MOST = 100_000;
const boundary = "----sheet";

/** A form with one file of so many bytes, in pieces and without a length, as a chunked request comes. `sent` counts the pieces taken. */
function chunked(bytes: number): { request: Request; sent: () => number } {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  const pieces = [head, ...Array.from({ length: Math.ceil(bytes / 10_000) }, () => "x".repeat(10_000))];
  pieces.push(`\r\n--${boundary}--\r\n`);
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces[at++];
      if (piece === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(piece));
    },
  });
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  const request = new Request("http://127.0.0.1/", { method: "POST", headers, body, duplex: "half" } as RequestInit);
  return { request, sent: () => at };
}

describe("a form with a file", () => {
  it("in pieces is read whole as long as it is small enough", async () => {
    const { request } = chunked(50_000);
    expect(request.headers.has("content-length")).toBe(false);
    const form = await readForm(request, MOST);
    expect(form).toBeInstanceOf(FormData);
    expect(((form as FormData).get("file") as File).size).toBe(50_000);
  });

  it("in pieces is refused as soon as it is too big, without being read to its end", async () => {
    const { request, sent } = chunked(10_000_000);
    expect(await readForm(request, MOST)).toBe("tooBig");
    expect(sent()).toBeLessThan(20);
  });

  it("that says it is too big is not read at all", async () => {
    const { request, sent } = chunked(10);
    const said = new Request(request, { headers: { "content-length": "99999999" } });
    expect(await readForm(said, MOST)).toBe("tooBig");
    expect(sent()).toBeLessThan(3);
  });

  it("that is none is told apart", async () => {
    expect(await readForm(new Request("http://127.0.0.1/", { method: "POST", body: "x" }), MOST)).toBeNull();
    expect(await readForm(new Request("http://127.0.0.1/", { method: "POST" }), MOST)).toBeNull();
  });
});
