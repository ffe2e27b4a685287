import "server-only";
import type { z } from "zod";
import { bindingHeaders } from "./headers/model";
import type { Access } from "./model";
import type { Permission } from "./policy";
import { countWrite } from "./rate";
import { Refusal } from "./refusal";
import { guarded } from "./route";

/** What binds a browser that should ever show the answer as a document. */
const contentPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * A guarded write that takes JSON and answers JSON, each write counted as an action's is. `access.invalid` for what is
 * no JSON, fits no schema, or is longer than so many bytes. It needs nothing of proxy.ts: that a write comes from our
 * own pages is asked in `guarded`, and the headers are sent here.
 */
export function takesJson<S extends z.ZodType>(
  { permission, schema, mostBytes }: { permission: Permission; schema: S; mostBytes: number },
  handler: (input: z.output<S>, access: Access) => Promise<unknown>,
) {
  const route = guarded(permission, async (request, access) => {
    await countWrite(access.user.id);
    const input = schema.safeParse(await readJson(request, mostBytes));
    if (!input.success) throw new Refusal("access.invalid");
    return Response.json(await handler(input.data, access));
  });
  return async (...asked: Parameters<typeof route>): Promise<Response> => {
    const response = await route(...asked);
    response.headers.set("cache-control", "private, no-store");
    response.headers.set("content-security-policy", contentPolicy);
    for (const [name, value] of Object.entries(bindingHeaders())) response.headers.set(name, value);
    return response;
  };
}

/** The server reads no further than the length a request names, so one that names none is not read at all. */
async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  const length = Number(request.headers.get("content-length") ?? Infinity);
  return length <= mostBytes ? request.json().catch(() => undefined) : undefined;
}
