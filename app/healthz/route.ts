import { health } from "@/lib/operation/health";

/** Always asked anew; nothing here is worth hiding, so nobody needs to sign in. */
export const dynamic = "force-dynamic";

/** 200 when pages can be served, else 503, with the state of database and migrations. */
export async function GET(): Promise<Response> {
  const state = await health();
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
