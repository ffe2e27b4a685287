import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exampleFile, isLoopback, meanings, readEnvironment, schema } from "@/lib/operation/env";

const refusal = (source: Record<string, string>) => {
  try {
    readEnvironment(source);
  } catch (error) {
    return (error as Error).message.split("\n");
  }
  return [];
};

describe("the environment", () => {
  test(".env.example is the schema's own account of itself", () => {
    expect(readFileSync(".env.example", "utf8")).toBe(exampleFile());
    expect(Object.keys(meanings)).toEqual(Object.keys(schema.shape));
  });

  test("has a default for everything", () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      DATA_DIR: ".data",
      APP_ORIGIN: "http://127.0.0.1:3000",
    });
    expect(readEnvironment({ PORT: "8080", DATABASE_URL: "" })).toMatchObject({
      PORT: 8080,
      APP_ORIGIN: "http://127.0.0.1:8080",
    });
    expect(readEnvironment({ DATABASE_URL: " " }).DATABASE_URL).toBeUndefined();
  });

  test.each([
    [{ PORT: "eighty" }, ["PORT must be a number."]],
    [{ PORT: "70000" }, ["PORT must be 1–65535."]],
    [
      { APP_ORIGIN: "esg.example.dk" },
      ["APP_ORIGIN must be scheme, host and port only, such as https://esg.example.dk."],
    ],
    [
      { APP_ORIGIN: "https://esg.example.dk/app" },
      ["APP_ORIGIN must be scheme, host and port only, such as https://esg.example.dk."],
    ],
    [{ DATABASE_URL: "mysql://secret@host/db" }, ["DATABASE_URL must begin with postgresql://."]],
    [{ AUTH_SECRET: "short" }, ["AUTH_SECRET must have at least 32 characters."]],
    [
      { PORT: "0", LOG_LEVEL: "loud" },
      ["PORT must be 1–65535.", "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent."],
    ],
  ] as [Record<string, string>, string[]][])(
    "refuses %o with one line each, never repeating what was given",
    (source, lines) => {
      expect(refusal(source)).toEqual(lines);
    },
  );

  test("knows every variable the code reads", () => {
    const ofNext = ["NODE_ENV", "NEXT_RUNTIME", "__NEXT_PRIVATE_STANDALONE_CONFIG"];
    const known = new Set([...Object.keys(schema.shape), ...ofNext]);
    const files = execFileSync(
      "git",
      [
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "app",
        "components",
        "lib",
        "proxy.ts",
        "instrumentation.ts",
        "next.config.ts",
      ],
      { encoding: "utf8" },
    );
    const unknown = files
      .trim()
      .split("\n")
      .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/process\.env\.([A-Z_]+)/g)].map((match) => match[1]!))
      .filter((name) => !known.has(name));
    expect(unknown).toEqual([]);
  });

  test.each([
    ["127.0.0.1", true],
    ["127.8.0.1", true],
    ["::1", true],
    ["localhost", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.2", false],
    ["127.0.0.1.example.com", false],
  ])("loopback %s: %s", (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
