/** The rules of the house, as functions from sources to violations in words. Each has a twin in architecture.test.ts. */

export type Source = { path: string; text: string };
export type Rule = (sources: Source[]) => string[];

const LAYERS = ["app", "components", "lib"];
/** Rooms of the installation rather than of the domain: their files are named for what they do. */
const INFRASTRUCTURE = ["access", "chromium", "database", "language", "number", "operation", "session"];
const ROOM_FILES = ["model", "schema", "queries", "mutations", "actions"];
/** Files of a domain's room that go by another name, with the reason. */
const ROOM_EXCEPTIONS: Record<string, string> = {
  "lib/theme/current.ts": "reads the request's cookie, as lib/session/current.ts does",
};
/** The only ways from a layer to the demo: loading it, printing its sign-ins, and offering them on the sign-in page. */
const DEMO_DOORS = ["lib/operation/load-demo.ts", "lib/operation/demo.ts", "app/sign-in/page.tsx"];

const layerOf = (path: string) => path.split("/")[0]!;
const isCode = ({ path }: Source) => /\.(tsx?|mjs)$/.test(path);

/** Specifiers of everything a source imports, resolved to paths from the root where they are ours. */
export function importsOf({ path, text }: Source): { from: string; typeOnly: boolean }[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm,
  );
  return [...found].map(([, typeOnly, from, dynamic]) => ({
    from: resolved(path, (from ?? dynamic)!),
    typeOnly: Boolean(typeOnly),
  }));
}

function resolved(path: string, from: string): string {
  if (from.startsWith("@/")) return from.slice(2);
  if (!from.startsWith(".")) return from;
  const parts = path.split("/").slice(0, -1);
  for (const part of from.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** app → components → lib, and none of them to tests or the demo. */
export const importsFlowOneWay: Rule = (sources) =>
  sources.filter(isCode).flatMap((source) => {
    const from = LAYERS.indexOf(layerOf(source.path));
    const forbidden = [...LAYERS.slice(0, from), "tests", ...(DEMO_DOORS.includes(source.path) ? [] : ["prisma"])];
    return importsOf(source)
      .filter((one) => from >= 0 && forbidden.includes(layerOf(one.from)) && /\//.test(one.from))
      .map((one) => `${source.path} imports ${one.from}`);
  });

/** Rooms of the domain hold nothing but the closed set of file names. */
export const roomsUseClosedNames: Rule = (sources) =>
  sources
    .filter(({ path }) => layerOf(path) === "lib" && !INFRASTRUCTURE.includes(path.split("/")[1]!))
    .filter(({ path }) => !ROOM_FILES.some((name) => path.endsWith(`/${name}.ts`)) && !(path in ROOM_EXCEPTIONS))
    .map(({ path }) => `${path} is not one of ${ROOM_FILES.join(", ")}`);

/** What may be imported where, by the room's file name. `type` means: as a type only. */
const FORBIDDEN: Record<string, RegExp> = {
  model: /^(next($|[/-])|react($|\/)|react-dom|pg$|@prisma|lib\/database|server-only|node:(fs|child_process|net))/,
  queries: /^(next($|\/)|next-intl\/server|react-dom|lib\/session)/,
  mutations: /^(next($|\/)|next-intl\/server|react($|\/)|react-dom)/,
  actions: /^(@prisma|lib\/database\/generated)/,
};

/** Models are pure; queries and mutations know neither session nor framework; actions know no ORM. */
export const roomFilesStayPure: Rule = (sources) =>
  sources
    .filter(({ path }) => layerOf(path) === "lib" && !INFRASTRUCTURE.includes(path.split("/")[1]!))
    .flatMap((source) => {
      const forbidden = FORBIDDEN[source.path.replace(/.*\/(\w+)\.ts$/, "$1")];
      return importsOf(source)
        .filter(
          ({ from, typeOnly }) => forbidden?.test(from) && !(typeOnly && /^lib\/database\/generated\/enums/.test(from)),
        )
        .map(({ from }) => `${source.path} imports ${from}`);
    });

/** A model takes the time as an argument. */
export const modelsHaveNoClock: Rule = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        /^lib\/.*\/model\.ts$/.test(path) &&
        /\bnew Date\(\)|\bDate\.now\(|\bperformance\.now\(|\bMath\.random\(/.test(text),
    )
    .map(({ path }) => `${path} reads the clock or throws dice`);

/** One place draws charts. */
export const chartsOnlyInTheirRoom: Rule = (sources) =>
  sources
    .filter(
      (source) =>
        !source.path.startsWith("components/charts/") &&
        importsOf(source).some(({ from }) => /^recharts($|\/)/.test(from)),
    )
    .map(({ path }) => `${path} imports recharts`);

/** No file that collects exports or leftovers. */
export const noBarrelsNoLeftovers: Rule = (sources) =>
  sources
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(index\.(tsx?|mjs)|(utils?|helpers?|common|misc)(\/|\.tsx?$))/.test(path))
    .map((path) => `${path} is a barrel or a drawer of leftovers`);

/** Types are not talked out of. */
export const noEscapesFromTypes: Rule = (sources) =>
  sources
    .filter(isCode)
    .filter(({ text }) => /@ts-(ignore|nocheck)|(:\s*|\bas |<)any\b|\bany(\[\]|>)/.test(text))
    .map(({ path }) => `${path} escapes from types`);

/** Half the files under 75 lines, nine in ten up to 200, none above 250. */
export const filesAreShort: Rule = (sources) => {
  const lines = sources
    .filter(isCode)
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .sort((a, b) => a.lines - b.lines);
  if (!lines.length) return [];
  const median = lines[Math.floor(lines.length / 2)]!.lines;
  const long = lines.filter((file) => file.lines > 200);
  return [
    ...(median >= 75 ? [`the median file has ${median} lines`] : []),
    ...(long.length > lines.length / 10 ? [`${long.length} of ${lines.length} files have more than 200 lines`] : []),
    ...lines.filter((file) => file.lines > 250).map((file) => `${file.path} has ${file.lines} lines`),
  ];
};

/** Every model, enum and field is documented; ids, foreign keys and relations speak for themselves. */
export const schemaIsDocumented: Rule = (sources) =>
  sources
    .filter(({ path }) => path.startsWith("prisma/models/"))
    .flatMap(({ path, text }) => {
      const models = new Set(
        sources.flatMap((source) => [...source.text.matchAll(/^model (\w+)/gm)].map((match) => match[1])),
      );
      const lines = text.split("\n");
      return lines.flatMap((line, at) => {
        const documented = lines[at - 1]?.trim().startsWith("///");
        const block = /^(model|enum) (\w+)/.exec(line);
        const field = /^ {2}(\w+)\s+(\w+)/.exec(line);
        const obvious = field && (field[1] === "id" || field[1]!.endsWith("Id") || models.has(field[2]));
        return (block || (field && !obvious)) && !documented
          ? [`${path}: ${block?.[2] ?? field?.[1]} is not documented`]
          : [];
      });
    });
