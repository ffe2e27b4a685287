import { expect, it } from "vitest";
import { kindOf, mostBytes } from "@/lib/import/file/model";
import { readUpload } from "@/lib/import/file/queries";

const sized = (bytes: number) => new File([Buffer.alloc(bytes, 0x31)], "tal.csv");
const taken = (file: File, most?: number) =>
  readUpload(file, most).then(
    ({ kind, size }) => `${kind} ${size}`,
    (error: { code: string }) => error.code,
  );

it("a file over 10 MB is refused, one of exactly 10 MB is taken", async () => {
  expect(await taken(sized(mostBytes + 1))).toBe("import.tooBig");
  expect(await taken(sized(mostBytes))).toBe("csv 10000000");
});

it("twin: with the limit moved by one byte the same file is taken, and one that was taken is refused", async () => {
  expect(await taken(sized(mostBytes + 1), mostBytes + 1)).toBe("csv 10000001");
  expect(await taken(sized(mostBytes), mostBytes - 1)).toBe("import.tooBig");
});

const zip = [0x50, 0x4b, 3, 4];
const binary = [0xd0, 0xcf, 0x11, 0xe0];
it.each([
  ["tal.xlsx", zip, "xlsx"],
  ["TAL.XLSX", zip, "xlsx"],
  ["tal.csv", [0x61], "csv"],
  ["tal.tsv", [0x61], "csv"],
  ["tal.xlsx", [0x61], "import.wrongKind"],
  ["tal.csv", zip, "import.wrongKind"],
  ["tal.csv", [0x25, 0x50, 0x44, 0x46], "import.wrongKind"],
  ["tal.pdf", [0x25, 0x50, 0x44, 0x46], "import.wrongKind"],
  ["tal", [0x61], "import.wrongKind"],
  ["tal.xls", binary, "import.oldWorkbook"],
  ["tal.xlsx", binary, "import.oldWorkbook"],
  ["tal.ods", zip, "import.oldWorkbook"],
  ["tal.xlsm", zip, "import.macros"],
])("%s beginning with %j is %s", (name, start, kind) => {
  expect(kindOf(name, Uint8Array.from(start), 100)).toBe(kind);
});

it("an empty file is said to be empty", () => {
  expect(kindOf("tal.xlsx", new Uint8Array(), 0)).toBe("import.empty");
});
