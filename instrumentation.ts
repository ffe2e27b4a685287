import type { Instrumentation } from "next";

/**
 * Logs what a page, route or action threw, by its digest (the number the error page shows). The path goes without its
 * query and the message without its content: both may hold what a person typed.
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/operation/log");
  const { name, digest, stack } = error as Error & { digest?: string };
  const where = stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 8);
  log.error(
    {
      digest,
      kind: name,
      where,
      method: request.method,
      path: request.path.split("?")[0],
      route: context.routePath,
      door: context.routeType,
    },
    "a request failed",
  );
};

/** At the server's start: from now on people are told in time what they are asked for, and imports a killed server left behind go on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepCalendar } = await import("@/lib/operation/calendar");
  keepCalendar();
}
