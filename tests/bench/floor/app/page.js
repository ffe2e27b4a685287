import { readFileSync } from "node:fs";

export const dynamic = "force-dynamic";

const html = process.env.FLOOR_HTML ? readFileSync(process.env.FLOOR_HTML, "utf8") : "";

/** Sends the HTML it was started with, and asks nobody for anything. */
export default function Page() {
  return <main dangerouslySetInnerHTML={{ __html: html }} />;
}
