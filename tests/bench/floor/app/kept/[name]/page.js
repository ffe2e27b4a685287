import { readFileSync } from "node:fs";

export const dynamic = "force-static";

/** Any name: the first who asks has it prerendered, everybody after is sent what was kept. */
export function generateStaticParams() {
  return [];
}

const html = process.env.FLOOR_HTML ? readFileSync(process.env.FLOOR_HTML, "utf8") : "";

/** The HTML it was started with, as a page that Next.js prerenders. */
export default function Page() {
  return <main dangerouslySetInnerHTML={{ __html: html }} />;
}
