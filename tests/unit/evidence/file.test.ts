import fc from "fast-check";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { judgeFile, readEvidence } from "@/lib/evidence/file/queries";
import { cleanName, fileRefusals, kindByName, mostBytes, mostPerCell } from "@/lib/evidence/model";
import { attachment } from "@/lib/kept-file/model";
import { locales } from "@/lib/language/model";
import { messages } from "@/lib/language/messages";
import { exampleCsv, exampleMail, examplePdf, examplePng } from "@/prisma/demo/example-files";
import { compoundFile, programHead } from "../../fixtures/evidence/outlook";
import { workbook, zip } from "../../fixtures/import/workbook";

const judged = (name: string, bytes: Buffer) =>
  judgeFile(name, bytes).then(
    ({ kind }) => kind,
    (error: { code?: string }) => error.code ?? String(error),
  );
const pdf = examplePdf(["Example"]);
const png = examplePng();
const mail = exampleMail({ subject: "Årsopgørelse", body: "Se vedhæftet." });
const xlsx = workbook([{ name: "Ark1", rows: [["kWh", 12]] }]);
const csv = exampleCsv([
  ["måler", "kWh"],
  ["1", "-12,5"],
]);
const msg = compoundFile();
const ods = zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" });
const html = Buffer.from("<!doctype html><script>alert(1)</script>");
const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
const gif = Buffer.from(
  "GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
  "latin1",
);
const jpeg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
const webp = Buffer.from("RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0/\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0", "latin1");
const heic = Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1")]);
const tif = Buffer.from("49492a00080000000000000000000000", "hex");
const withAttachment = (name: string) =>
  Buffer.from(
    `From: a@b.example\r\nDate: Tue, 21 Jan 2025 09:14:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/octet-stream; ${name}\r\n\r\nAAAA\r\n--x--\r\n`,
  );
const inOutlook = (name: string) => compoundFile({ content: Buffer.from(`${name}\0`, "utf16le") });

describe("a file is what its name and its content say together", () => {
  it.each<[string, Buffer, string]>([
    ["faktura.pdf", pdf, "pdf"],
    ["FAKTURA.PDF", pdf, "pdf"],
    ["måler.png", png, "png"],
    ["måler.jpg", jpeg, "jpg"],
    ["måler.jpeg", jpeg, "jpg"],
    ["måler.gif", gif, "gif"],
    ["måler.webp", webp, "webp"],
    ["måler.heic", heic, "heic"],
    ["skannet.tiff", tif, "tif"],
    ["affald.xlsx", xlsx, "xlsx"],
    ["affald.ods", ods, "ods"],
    ["affald.csv", csv, "csv"],
    ["svar.eml", mail, "eml"],
    ["svar.msg", msg, "msg"],
    // A picture of a mail's signature is no program.
    ["svar.eml", withAttachment(`name="image001.png"`), "eml"],
    ["svar.msg", inOutlook("image001.png"), "msg"],
  ])("%s is kept", async (name, bytes, kind) => expect(await judged(name, bytes)).toBe(kind));

  it.each<[string, Buffer, string]>([
    ["faktura.pdf", html, "wrongContent"],
    ["faktura.pdf", svg, "wrongContent"],
    ["faktura.pdf", png, "wrongContent"],
    ["faktura.pdf", Buffer.concat([programHead(), pdf]), "wrongContent"],
    ["faktura.pdf", Buffer.alloc(0), "empty"],
    ["faktura.pdf", Buffer.alloc(mostBytes + 1, 0x20), "tooBig"],
    ["billede.png", jpeg, "wrongContent"],
    ["billede.png", svg, "wrongContent"],
    ["billede.jpg", png, "wrongContent"],
    ["billede.tif", png, "wrongContent"],
    ["billede.heic", png, "wrongContent"],
    ["billede.svg", svg, "activeContent"],
    ["side.html", html, "activeContent"],
    ["side.xhtml", html, "activeContent"],
    ["side.mht", html, "activeContent"],
    ["affald.xlsx", html, "wrongContent"],
    ["affald.xlsx", pdf, "wrongContent"],
    ["affald.xlsx", Buffer.from("PK"), "wrongContent"],
    ["affald.xlsx", Buffer.from("PK\x03\x04 and nothing more"), "wrongContent"],
    ["affald.xlsx", zip({ "a.txt": "no workbook" }), "wrongContent"],
    ["affald.xlsx", ods, "wrongContent"],
    ["affald.ods", xlsx, "wrongContent"],
    [
      "affald.xlsx",
      zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>", "xl/vbaProject.bin": "x" }),
      "macros",
    ],
    ["affald.xlsx", zip({ "[Content_Types].xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }), "macros"],
    [
      "affald.ods",
      zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "Basic/script-lc.xml": "x" }),
      "macros",
    ],
    ["affald.xlsm", xlsx, "macros"],
    ["affald.xls", compoundFile(), "oldWorkbook"],
    ["låst.xlsx", compoundFile({ names: ["EncryptedPackage"] }), "oldWorkbook"],
    ["affald.csv", html, "wrongContent"],
    ["affald.csv", Buffer.from("\ufeff <svg/>"), "wrongContent"],
    ["affald.csv", pdf, "wrongContent"],
    ["affald.csv", png, "wrongContent"],
    ["affald.csv", Buffer.from("a;b\0;c"), "wrongContent"],
    ["svar.eml", html, "wrongContent"],
    ["svar.eml", Buffer.from("Kære alle,\r\n\r\nhej"), "wrongContent"],
    ["svar.eml", Buffer.from("Subject: x\r\nTo: y\r\n\r\nno sender"), "wrongContent"],
    ["svar.eml", Buffer.concat([mail, Buffer.of(0)]), "wrongContent"],
    ["svar.eml", msg, "wrongContent"],
    ["svar.eml", withAttachment(`name="setup.exe"`), "program"],
    ["svar.eml", withAttachment(`name=setup.exe`), "program"],
    ["svar.eml", withAttachment(`name*=utf-8''s%C3%A6tup%2Eexe`), "program"],
    ["svar.eml", withAttachment(`name*0="set";\r\n name*1="up.exe"`), "program"],
    ["svar.eml", withAttachment(`name="=?utf-8?B?${Buffer.from("faktura.html").toString("base64")}?="`), "program"],
    ["svar.eml", withAttachment(`name="=?utf-8?Q?faktura=2Ejs?="`), "program"],
    ["svar.eml", Buffer.concat([mail, Buffer.from(`\r\n\r\n${programHead().toString("base64")}`)]), "program"],
    ["svar.msg", mail, "wrongContent"],
    ["svar.msg", compoundFile({ made: "2008020000000000c000000000000046" }), "wrongContent"],
    ["svar.msg", compoundFile({ names: ["Workbook"] }), "wrongContent"],
    ["svar.msg", compoundFile().subarray(0, 600), "wrongContent"],
    ["svar.msg", inOutlook("setup.exe"), "program"],
    ["svar.msg", inOutlook("faktura.html"), "program"],
    ["svar.msg", compoundFile({ content: programHead() }), "program"],
    ["notat.docx", xlsx, "wrongKind"],
    ["program.exe", programHead(), "wrongKind"],
    ["faktura.pdf.exe", pdf, "wrongKind"],
    ["faktura", pdf, "wrongKind"],
    ["", pdf, "wrongKind"],
    // Shown by a careless program as "faktura_exe.pdf": what counts is how it ends.
    ["faktura_\u202efdp.exe", pdf, "wrongKind"],
  ])("%s is refused", async (name, bytes, code) => expect(await judged(name, bytes)).toBe(`evidence.${code}`));

  it("a bomb named as a workbook is refused by what it declares, before anything is unpacked", async () => {
    const bomb = zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": Buffer.alloc(60_000_000, 32) });
    expect(bomb.length).toBeLessThan(mostBytes);
    expect(await judged("affald.xlsx", bomb)).toBe("evidence.bomb");
    // Twin: the same parts in an honest size are a workbook.
    const honest = zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": Buffer.alloc(600, 32) });
    expect(await judged("affald.xlsx", honest)).toBe("xlsx");
  });

  it("keeps the hash of the bytes, and takes no more than the bound from the browser", async () => {
    const { sha256, size, name } = await readEvidence(new File([new Uint8Array(pdf)], "C:\\fakepath\\a.pdf"));
    expect([sha256, size, name]).toEqual([createHash("sha256").update(pdf).digest("hex"), pdf.length, "a.pdf"]);
    await expect(readEvidence(new File([new Uint8Array(mostBytes + 1)], "a.pdf"))).rejects.toMatchObject({
      code: "evidence.tooBig",
    });
  });

  it("no content whatever breaks the judgement", { timeout: 30_000 }, async () => {
    const names = [
      "a.pdf",
      "a.png",
      "a.jpg",
      "a.webp",
      "a.gif",
      "a.heic",
      "a.tif",
      "a.xlsx",
      "a.ods",
      "a.csv",
      "a.eml",
      "a.msg",
    ];
    const known = new Set<string>([...fileRefusals.map((code) => `evidence.${code}`)]);
    const seeds = [pdf, png, mail, xlsx, csv, msg, ods, gif, jpeg];
    const mutated = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
      )
      .map(([seed, changes]) => {
        const bytes = Buffer.from(seed);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return bytes;
      });
    const bytes = fc.oneof(
      mutated,
      fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), bytes, async (name, content) => {
        const answer = await judged(name, content);
        expect(known.has(answer) || name.endsWith(answer)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("names", () => {
  it.each([
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\anna\\faktura.pdf", "faktura.pdf"],
    ["faktura\u202Efdp.exe", "fakturafdp.exe"],
    ["a\u0000b\nc.pdf", "abc.pdf"],
    ["a\u200bb\u2066.pdf", "ab.pdf"],
    ["..pdf", "pdf"],
    [".htaccess", "htaccess"],
    ["faktura.pdf. . ", "faktura.pdf"],
    [`a"b<c>|d?.pdf`, "a-b-c--d-.pdf"],
    ["Årsopgørelse  2024 æøå.pdf", "Årsopgørelse 2024 æøå.pdf"],
    ["A\u030Argang.pdf", "Årgang.pdf"],
    ["x\ud800y.pdf", "xy.pdf"],
  ])("%j is kept as %j", (given, kept) => expect(cleanName(given)).toBe(kept));

  it("a long name keeps its ending", () => {
    const kept = cleanName(`${"å".repeat(300)}.xlsx`);
    expect([...kept]).toHaveLength(120);
    expect(kindByName(kept)).toBe("xlsx");
  });

  it("whatever the name, nothing of it leads elsewhere or deceives, and cleaning twice changes nothing", () => {
    const name = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc
        .array(fc.constantFrom("../", "\\", "\u202e", "\0", ".", " ", "a", "ø", ".pdf", "\r\n", "😀"), {
          maxLength: 80,
        })
        .map((all) => all.join("")),
    );
    fc.assert(
      fc.property(name, (given) => {
        const kept = cleanName(given);
        expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^[. ]|[. ]$/u);
        expect([...kept].length).toBeLessThanOrEqual(120);
        expect(cleanName(kept)).toBe(kept);
        // A header of it is one line of plain signs that says one thing only.
        expect(attachment(kept)).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("words", () => {
  it.each(locales)("every refusal says what to do (%s)", (locale) => {
    const told: Record<string, string> = messages[locale].evidence;
    for (const code of fileRefusals) expect(told[code], code).toMatch(/.{12,}\.$/);
    expect(told.tooMany).toContain("{most}");
    expect(mostPerCell).toBeGreaterThan(0);
  });
});
