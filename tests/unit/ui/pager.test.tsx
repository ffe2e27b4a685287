import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Pager } from "@/components/ui/pager";
import { pageOf } from "@/lib/paging/model";

const words = {
  label: "Sider",
  shown: "41–60 af 200",
  page: (page: number) => `Side ${page}`,
  before: "Forrige",
  after: "Næste",
};
const drawn = (count: number, page: number) =>
  renderToStaticMarkup(
    <Pager
      paged={pageOf(count, page, 20)}
      path="/x/agreements/due"
      narrowed={{ unit: "Nord", track: null }}
      words={words}
    />,
  );
const addresses = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));

describe("the pages of a list", () => {
  it("lead to its ends, the pages around and the next, and keep what narrows it", () => {
    const html = drawn(200, 3);
    expect(addresses(html)).toEqual([
      "/x/agreements/due?unit=Nord&page=2",
      "/x/agreements/due?unit=Nord",
      "/x/agreements/due?unit=Nord&page=2",
      "/x/agreements/due?unit=Nord&page=3",
      "/x/agreements/due?unit=Nord&page=4",
      "/x/agreements/due?unit=Nord&page=10",
      "/x/agreements/due?unit=Nord&page=4",
    ]);
    expect(html).toMatch(/<nav[^>]*aria-label="Sider"/);
    expect(html.match(/aria-current="page"[^>]*>3</g)).toHaveLength(1);
    expect(html).toContain("41–60 af 200");
  });

  it("are not drawn where one holds all", () => {
    expect(drawn(20, 1)).toBe("");
    expect(drawn(0, 1)).toBe("");
  });
});
