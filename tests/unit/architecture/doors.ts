/** Every page, route and server action checks who is asking, or is on a short list of those that are for everybody. */
import { importsOf, type Rule } from "./rules";

/** Pages and routes for everybody, with the reason. */
const PUBLIC_DOORS: Record<string, string> = {
  "app/healthz/route.ts": "load balancers do not sign in",
  "app/published/[org]/[year]/[[...path]]/route.ts": "what an organisation has opened to everybody",
  "app/page.tsx": "only leads on; names no organisation but the person's own",
  "app/sign-in/page.tsx": "the way in",
  "app/setup/page.tsx": "the first administrator; closed as soon as there is a person",
  "app/invitation/[token]/page.tsx": "the secret in the address is the key",
  "app/print/agreement/[ticket]/page.tsx":
    "the printer's: a ticket good once, given out where reading the agreement has been checked",
  "app/print/[ticket]/page.tsx": "the printer's: a ticket good once, given out where the export has been checked",
};

/** Actions for everybody, with the reason. */
const PUBLIC_ACTIONS: Record<string, string> = {
  signIn: "the way in",
  signInAgain: "the way back in",
  signOut: "the way out",
  accept: "the secret in the invitation is the key",
  setUpInstallation: "the first administrator; refused as soon as there is a person",
  setLocale: "a choice of this browser's",
  chooseTheme: "a choice of this browser's",
};

/** Components with an action of their own that only hands on to a guarded one. */
const INLINE_ACTIONS = ["components/shell/person.tsx"];

const IS_CALLED = /\b(requireAccess|requireYear|requireSignedIn|takesJson|guarded(<[^>]*>)?)\(/;

/** Pages and routes ask for a person, or are on the list. */
export const doorsAskWhoIsThere: Rule = (sources) =>
  sources
    .filter(({ path }) => /^app\/.*(page\.tsx|route\.ts)$/.test(path))
    .filter(
      (source) =>
        !(source.path in PUBLIC_DOORS) &&
        !(IS_CALLED.test(source.text) && importsOf(source).some(({ from }) => from.startsWith("lib/access/"))),
    )
    .map(({ path }) => `${path} asks nobody who is there`);

/** Every export of an action file comes from a guarded client, or is on the list. */
export const actionsAreGuarded: Rule = (sources) =>
  sources
    .filter(({ text }) => /^["']use server["']/m.test(text.slice(0, 400)))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export\s+(?!type\b|interface\b)([^\n]*)/gm)]
        .filter(([, rest]) => !isGuarded(rest!))
        .map(([, rest]) => `${path} exports an unguarded action: ${rest}`),
    );

function isGuarded(declaration: string): boolean {
  const [, name = "", client = ""] =
    /^const (\w+) = (memberAction\("[a-z]+\.[a-z]+"\)|signedInAction\b|publicAction\b)?/i.exec(declaration) ?? [];
  if (client.startsWith("memberAction") || client === "signedInAction") return true;
  const fn = /^async function (\w+)/.exec(declaration)?.[1];
  return (client === "publicAction" && name in PUBLIC_ACTIONS) || (fn !== undefined && fn in PUBLIC_ACTIONS);
}

/** Actions live in action files; a component hands on at most. */
export const actionsLiveInActionFiles: Rule = (sources) =>
  sources
    .filter(
      ({ path, text }) =>
        /["']use server["']/.test(text) && !/^lib\/.*\/actions\.ts$/.test(path) && !INLINE_ACTIONS.includes(path),
    )
    .map(({ path }) => `${path} holds a server action`);
