import { describe, expect, it } from "vitest";
import { settleVersion } from "@/lib/emission-factor/draft/model";
import { exampleFile, judgeFile } from "@/lib/emission-factor/file/model";
import { messages } from "@/lib/language/messages";
import { factorUse } from "@/tests/factories/factor";

const draft = {
  validFromYear: "2024",
  value: "145,56",
  unitIn: "MWh",
  unitOut: "kg CO2e",
  source: "Deklaration",
  retrievedOn: "2025-02-20",
  note: "",
};
const head = "kode;aktivitet;aktivitet (en);scope;metode;område;år;værdi;enhed ud;enhed ind;kilde;hentet;note";
const line = (cells: Partial<Record<string, string>> = {}) => {
  const whole = {
    code: "gas",
    da: "Gas",
    en: "Gas",
    scope: "1",
    method: "",
    region: "DK",
    year: "2024",
    value: "2,05",
    out: "kg CO2e",
    in: "m³",
    source: "Energistyrelsen",
    date: "2025-01-02",
    note: "",
    ...cells,
  };
  return Object.values(whole).join(";");
};
const judged = (csv: string, known: Parameters<typeof judgeFile>[1] = []) => {
  const { lines, additions, refusal } = judgeFile(csv, known, "da");
  return {
    lines: lines.map(({ line: number, what, refusals }) => [number, what, ...refusals.map(({ code }) => code)]),
    additions: additions.length,
    refusal: refusal?.code,
  };
};

describe("a version as typed", () => {
  it("is read in the language's notation, exactly", () => {
    const settled = settleVersion(draft, "da");
    expect(settled.ok && settled.settled).toMatchObject({ value: "145.56", scale: 2, validFromYear: 2024 });
    expect(settleVersion({ ...draft, value: "145.56" }, "en")).toMatchObject({ ok: true });
  });

  it.each([
    [{ value: "145.56" }, "number.refusal.otherNotation", "value"],
    [{ value: "-1" }, "factor.negative", "value"],
    [{ unitOut: "MWh" }, "factor.unitOutWrong", "unitOut"],
    [{ unitOut: "CO2" }, "factor.unitOutWrong", "unitOut"],
    [{ unitIn: "%" }, "factor.unitInWrong", "unitIn"],
  ])("%o is refused", (change, code, field) => {
    expect(settleVersion({ ...draft, ...change }, "da")).toMatchObject({ ok: false, refusal: { code, field } });
  });
});

describe("a file of factors", () => {
  it("takes its own example, in both languages", () => {
    expect(judged(exampleFile("da"))).toEqual({ lines: [[2, "newFactor"]], additions: 1, refusal: undefined });
    expect(judgeFile(exampleFile("en"), [], "en").additions).toHaveLength(1);
  });

  it("tells new factors, new versions and what is there already apart", () => {
    const held = factorUse({
      code: "gas",
      factorId: "id",
      scope: 1,
      validFromYear: 2024,
      value: "2.05",
      unitIn: "m³",
      unitOut: "kg CO2e",
      source: "Energistyrelsen",
      retrievedOn: "2025-01-02",
    });
    const file = [
      head,
      line(),
      line({ year: "2025" }),
      line({ code: "oil" }),
      line({ code: "oil", value: "2,68" }),
      line({ code: "oil" }),
    ];
    const known = judgeFile(file.join("\r\n"), [held], "da");
    expect(known.lines.map(({ what }) => what)).toEqual([
      "unchanged",
      "newVersion",
      "newFactor",
      "newVersion",
      "unchanged",
    ]);
    expect(known.additions.map((one) => ("factorId" in one ? one.factorId : one.identity.code))).toEqual([
      "id",
      "oil",
      "oil",
    ]);
  });

  it("refuses line by line, with every reason", () => {
    const file = [
      head,
      line({ code: "Gas!", year: "24", date: "2. januar" }),
      line({ value: "1e3" }),
      "",
      line({ method: "market" }),
      line({ code: "new" }),
      line(),
      line({ region: "SE" }),
    ];
    expect(judged(file.join("\n")).lines).toEqual([
      [2, "refused", "factor.codeWrong", "factor.yearWrong", "factor.dateWrong"],
      [3, "refused", "number.refusal.exponent"],
      [5, "refused", "factor.methodOutsideScope2"],
      [6, "refused", "factor.codeReserved"],
      [7, "newFactor"],
      [8, "refused", "factor.identityDiffers"],
    ]);
  });

  it("says which columns it lacks, and has words for every refusal", () => {
    expect(judgeFile("kode;scope\na;1", [], "da").refusal).toMatchObject({
      code: "factor.columnsMissing",
      values: { columns: expect.stringContaining("værdi, enhed ud, enhed ind") },
    });
    expect(judged(head)).toMatchObject({ refusal: "factor.fileEmpty" });
    for (const language of [messages.da, messages.en])
      for (const code of [
        "codeWrong",
        "yearWrong",
        "dateWrong",
        "methodOutsideScope2",
        "codeReserved",
        "identityDiffers",
        "columnsMissing",
        "fileEmpty",
        "fileTooLong",
        "fileRefused",
        "codeTaken",
        "unitOutWrong",
        "unitInWrong",
      ] as const)
        expect(language.factor[code]).toBeTruthy();
  });
});
