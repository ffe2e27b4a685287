import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureDifferences, restatedBetween } from "@/lib/edition/comparison/model";
import { frozenFigures } from "@/lib/edition/figures/model";
import { standaloneHtml } from "@/lib/edition/html/model";
import { faultsOf, manifestOf } from "@/lib/edition/manifest/model";
import { editionNumber, FIGURES, jsonBytes, MANIFEST, sha256, stateOf, type EditionFile } from "@/lib/edition/model";
import { isTypeface } from "@/lib/edition/typeface/model";
import { carriedFaces, inlinedFaces } from "@/lib/edition/typeface/queries";
import { figure, kpi, yearView } from "../report/fixture";

const file = (path: string, content: string): EditionFile => ({
  ...{ path, mediaType: "text/plain" },
  bytes: new TextEncoder().encode(content),
});
const of = { organisation: { slug: "acme", name: "Acme" }, year: 2023, edition: 2, publishedOn: "2024-03-20" };
const figures = file(FIGURES, '{"kpis":[]}');
const files = [figures, file("da/index.html", `<p>${sha256(figures.bytes)}</p>`), file("en/figures.csv", "a,b")];
const manifest = { path: MANIFEST, mediaType: "application/json", bytes: jsonBytes(manifestOf(of, files)) };
const folder = () => new Map([...files, manifest].map(({ path, bytes }) => [path, bytes]));

describe("a folder", () => {
  it("as it was published has no fault", () => expect(faultsOf(folder())).toEqual([]));

  it("names every file that was changed, at any byte", () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), ({ path, bytes }, place) => {
        const other = Uint8Array.from(bytes);
        other[place % other.length]! ^= 1;
        expect(faultsOf(folder().set(path, other))).toContainEqual({ fault: "changed", path });
      }),
    );
  });

  it("names what is missing, what was put beside, and figures that are not the printed ones", () => {
    const without = folder();
    without.delete("en/figures.csv");
    expect(faultsOf(without)).toEqual([{ fault: "missing", path: "en/figures.csv" }]);
    expect(faultsOf(folder().set("da/more.txt", new Uint8Array([1])))).toEqual([
      { fault: "unlisted", path: "da/more.txt" },
    ]);
    // Somebody who makes a new manifest for other figures still has the printed digest against them.
    const forged = [file(FIGURES, '{"kpis":[1]}'), ...files.slice(1)];
    const made = jsonBytes(manifestOf(of, forged));
    const all = new Map(forged.map(({ path, bytes }) => [path, bytes])).set(MANIFEST, made);
    expect(faultsOf(all)).toEqual([{ fault: "notPrinted", path: "da/index.html" }]);
    expect(faultsOf(new Map())).toEqual([{ fault: "unreadable" }]);
    expect(faultsOf(new Map([[MANIFEST, jsonBytes({ files: [], format: "x" })]]))).toEqual([{ fault: "otherFormat" }]);
  });
});

describe("two editions", () => {
  const at = (year: number, amount: string | null, restated: string | null = null) =>
    figure(year, amount, {
      restated:
        restated === null ? null : { ...why, before: { status: "reported", amount: restated, men: null, women: null } },
    });
  const why = {
    id: "r",
    at: "2024-01-01T00:00:00Z",
    percent: "3",
    kind: "factor" as const,
    isNumberKept: false,
    reason: "Rettet faktor.",
  };
  const edition = (year: number, ...cells: ReturnType<typeof figure>[]) => {
    const view = yearView([kpi("scope2", { figures: cells })], { year });
    return frozenFigures({ da: view, en: view });
  };

  it("list a restated figure with its reason, and apart what only one of them prints", () => {
    const differences = figureDifferences(
      edition(2022, at(2021, "628"), at(2022, "652")),
      edition(2023, at(2022, "671", "652"), at(2023, "719")),
    );
    expect(restatedBetween(differences)).toEqual([
      expect.objectContaining({
        code: "scope2",
        year: 2022,
        before: "652",
        after: "671",
        reason: { da: why.reason, en: why.reason },
      }),
    ]);
    expect(differences.map(({ year, before, after }) => [year, before, after])).toEqual([
      [2022, "652", "671"],
      [2023, null, "719"],
      [2021, "628", null],
    ]);
  });

  it("of the same figures do not differ", () => {
    const one = edition(2023, at(2022, "1"), at(2023, null));
    expect(figureDifferences(one, one)).toEqual([]);
  });

  it("print a missing figure as no figure, never as zero", () => {
    const [one] = edition(2023, at(2023, null)).kpis;
    expect(one!.figures).toEqual([expect.objectContaining({ value: null, status: "missing" })]);
  });
});

describe("a report", () => {
  it("is a draft, ready, or published, by what it says", () => {
    expect(stateOf("now", "", null)).toBe("draft");
    expect(stateOf("now", "now", null)).toBe("ready");
    expect(stateOf("now", "before", "before")).toBe("draft");
    expect(stateOf("now", "now", "now")).toBe("published");
  });

  it("has editions numbered from 1", () =>
    expect(["1", "12", "0", "-1", "1.5", "01", "x", ""].map(editionNumber)).toEqual([1, 12, ...Array(6).fill(null)]));
});

it("a page's typefaces are in it where it stands alone, and beside it in an edition, where every language shares them", async () => {
  const page = { title: "A", body: "<p>x</p>", style: "p{margin:0}" };
  const alone = standaloneHtml(page, "da", await inlinedFaces());
  expect(alone.match(/@font-face\{font-family:"Plex [^}]*url\(data:font\/woff2;base64,[\w+/=]{1000,}\)/g)).toHaveLength(
    4,
  );
  const { rules, files } = await carriedFaces();
  const beside = standaloneHtml(page, "da", rules);
  expect(beside).not.toContain("base64");
  expect(files).toHaveLength(4);
  for (const { path } of files) {
    expect(isTypeface(path)).toBe(true);
    expect(beside).toContain(`url(../${path})`);
  }
});

it("a page that stands alone lets no text out of its title or style", () => {
  const html = standaloneHtml(
    { title: "A </title><script>", body: "<p>x</p>", style: "a{content:'</style><script>'}" },
    "da",
  );
  expect(html).not.toContain("</title><script>");
  expect(html).not.toContain("</style><script>");
  expect(html).toContain("default-src 'none'");
});
