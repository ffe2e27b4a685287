import "server-only";
import type { NextRequest } from "next/server";
import { isExportRecorded, recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { currentSession } from "@/lib/session/current";
import { accessTo, type Access } from "./model";
import { inWords } from "./message";
import { isOwnWrite } from "./origin";
import { may, type Permission } from "./policy";
import { Refusal, statusOf } from "./refusal";

type Params = { org: string };
type Handler<P extends Params> = (request: NextRequest, access: Access, params: P) => Promise<Response>;

const READING = new Set(["GET", "HEAD"]);

/**
 * A route handler behind the policy: 403 to a write that does not come from our own pages, 401 without a session, 404 without a role in the organisation or without the
 * permission, a refusal's own status, and 500 with nothing but an id for everything unexpected.
 */
export function guarded<P extends Params = Params>(permission: Permission, handler: Handler<P>) {
  return async (request: NextRequest, context: { params: Promise<P> }): Promise<Response> => {
    try {
      if (!READING.has(request.method) && !isOwnWrite(request.headers)) throw new Refusal("access.foreignOrigin");
      const params = await context.params;
      const signedIn = await currentSession();
      if (!signedIn) throw new Refusal("access.signedOut");
      const access = accessTo(signedIn, params.org);
      if (!access || !may(access.roles, permission)) throw new Refusal("access.notFound");
      const response = await handler(request, access, params);
      // A file that leaves is in the organisation's trail, whichever route hands it out.
      if (response.headers.has("content-disposition") && !isExportRecorded(access))
        await recordExport(database, access, "file", { address: request.nextUrl.pathname });
      return response;
    } catch (error) {
      const { code, message } = await inWords(error, `route ${permission}`);
      const wait = error instanceof Refusal ? error.values.seconds : undefined;
      // Said here too: whatever may be kept of an answer, a refusal may not.
      const headers = {
        "cache-control": "private, no-store",
        ...(wait !== undefined && { "retry-after": String(wait) }),
      };
      return Response.json({ code, message }, { status: code === "access.failed" ? 500 : statusOf(code), headers });
    }
  };
}
