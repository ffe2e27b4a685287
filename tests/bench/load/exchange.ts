/** One HTTP exchange of a load, on the client's own connection. */
import { Agent, request, type OutgoingHttpHeaders } from "node:http";

/** What was answered; the body only where it was asked for. */
export type Answer = { status: number; bytes: number; body: string };

/** A connection of a client's own, kept alive. */
export function connection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1, scheduling: "fifo" });
}

/** Sends a request and reads the answer to its end. Throws when the connection does. */
export function exchange(
  agent: Agent,
  url: string,
  headers: OutgoingHttpHeaders,
  sent: string | null = null,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(url, { agent, method: sent === null ? "GET" : "POST", headers }, (response) => {
      let bytes = 0;
      const kept: Buffer[] = [];
      response.on("data", (part: Buffer) => {
        bytes += part.length;
        if (sent !== null) kept.push(part);
      });
      response.on("end", () => done({ status: response.statusCode ?? 0, bytes, body: Buffer.concat(kept).toString() }));
      response.on("error", fail);
    });
    asked.on("error", fail);
    asked.end(sent ?? undefined);
  });
}
