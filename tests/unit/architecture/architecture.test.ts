import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actionsAreGuarded, actionsLiveInActionFiles, doorsAskWhoIsThere } from "./doors";
import {
  chartsOnlyInTheirRoom,
  filesAreShort,
  importsFlowOneWay,
  modelsHaveNoClock,
  noBarrelsNoLeftovers,
  noEscapesFromTypes,
  roomFilesStayPure,
  roomsUseClosedNames,
  schemaIsDocumented,
  type Rule,
  type Source,
} from "./rules";

const listed = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "app", "components", "lib", "prisma/models"],
  { encoding: "utf8" },
);
const house: Source[] = listed
  .trim()
  .split("\n")
  .filter((path) => /\.(tsx?|mjs|prisma)$/.test(path))
  .map((path) => ({ path, text: readText(path) }))
  .filter(({ text }) => text !== "");

/** Empty for a file that was deleted and is not committed yet. */
function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const broken = (path: string, text: string): Source => ({ path, text });

/** Each rule with its twins: sources that break it, which it must notice. */
const rules: [string, Rule, Source[]][] = [
  [
    "imports flow app → components → lib",
    importsFlowOneWay,
    [
      broken("lib/kpi/model.ts", `import { Frame } from "@/components/shell/frame";`),
      broken("lib/kpi/queries.ts", `const page = await import("../../app/layout");`),
      broken("components/kpi/row.tsx", `import type { Props } from "@/app/[org]/page";`),
      broken("lib/kpi/queries.ts", `export { loadDemo } from "../../prisma/seed.ts";`),
    ],
  ],
  [
    "rooms use the closed file names",
    roomsUseClosedNames,
    [broken("lib/kpi/service.ts", ""), broken("lib/kpi/table/types.ts", "")],
  ],
  [
    "files of a room stay pure",
    roomFilesStayPure,
    [
      broken("lib/kpi/model.ts", `import { database } from "@/lib/database/client";`),
      broken("lib/kpi/model.ts", `import { Direction } from "../database/generated/enums";`),
      broken("lib/kpi/model.ts", `import { cache } from "react";`),
      broken("lib/kpi/queries.ts", `import { cookies } from "next/headers";`),
      broken("lib/kpi/mutations.ts", `import { revalidatePath } from "next/cache";`),
      broken("lib/kpi/actions.ts", `import { PrismaClient } from "@/lib/database/generated/client";`),
    ],
  ],
  ["models have no clock", modelsHaveNoClock, [broken("lib/kpi/model.ts", "export const now = () => new Date();")]],
  [
    "charts are drawn in one room",
    chartsOnlyInTheirRoom,
    [broken("components/kpi/chart.tsx", `import { LineChart } from "recharts";`)],
  ],
  [
    "no barrels, no drawers of leftovers",
    noBarrelsNoLeftovers,
    [broken("lib/kpi/index.ts", ""), broken("lib/utils.ts", ""), broken("components/helpers/date.ts", "")],
  ],
  [
    "no escapes from types",
    noEscapesFromTypes,
    // The forbidden words are put in here, so that who searches the sources for them finds no escape.
    [
      ...["x: …;", "x = y as …;", "x: …[];", "x: Map<string, …>;"].map((text) =>
        broken("lib/kpi/model.ts", `let ${text.replace("…", "any")}`),
      ),
      broken("lib/kpi/model.ts", `// @ts-${"ignore"}`),
    ],
  ],
  [
    "files are short",
    filesAreShort,
    [broken("lib/kpi/model.ts", "x\n".repeat(251)), broken("lib/kpi/schema.ts", "x\n".repeat(80))],
  ],
  [
    "the schema is documented",
    schemaIsDocumented,
    [
      broken("prisma/models/a.prisma", "model A {\n  /// Name.\n  name String\n}"),
      broken("prisma/models/a.prisma", "/// A.\nmodel A {\n  name String\n}"),
      broken("prisma/models/a.prisma", "enum A {\n  one\n}"),
    ],
  ],
  [
    "pages and routes ask who is there",
    doorsAskWhoIsThere,
    [
      broken("app/[org]/secret/page.tsx", "export default async function Page() { return null; }"),
      broken("app/[org]/secret/route.ts", `// guarded("figure.read")\nexport async function GET() {}`),
    ],
  ],
  [
    "actions are guarded",
    actionsAreGuarded,
    [
      broken("lib/kpi/actions.ts", `"use server";\nexport async function wipe() {}`),
      broken("lib/kpi/actions.ts", `"use server";\nexport const wipe = publicAction.action(async () => {});`),
      broken("lib/kpi/actions.ts", `"use server";\nexport { wipe } from "./mutations";`),
      broken("lib/kpi/actions.ts", `"use server";\nexport default async () => {};`),
    ],
  ],
  [
    "actions live in action files",
    actionsLiveInActionFiles,
    [broken("components/kpi/form.tsx", `async function save() {\n  "use server";\n}`)],
  ],
];

describe.each(rules)("%s", (_, rule, twins) => {
  test("in the house", () => expect(rule(house)).toEqual([]));
  test.each(twins)("twin: $path is noticed", (twin) => expect(rule([twin])).not.toEqual([]));
});

test("the rules look at the whole house", () => {
  for (const room of ["app/", "components/", "lib/", "prisma/models/"])
    expect(house.filter(({ path }) => path.startsWith(room)).length, room).toBeGreaterThan(5);
});
