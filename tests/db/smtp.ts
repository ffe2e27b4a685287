/** A mail server on this computer for one test: it takes what it is sent and keeps it; it can refuse. */
import { createServer, type Server, type Socket } from "node:net";

/** What was received: the letter as it was sent, and to whom. */
export type Received = { to: string[]; text: string };

export type MailServer = {
  url: string;
  received: Received[];
  refuse: (isRefusing: boolean) => void;
  close: () => Promise<void>;
};

/** Starts it on a free port of the loopback. */
export async function mailServer(): Promise<MailServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let isRefusing = false;
  const server: Server = createServer((socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)).on("error", () => {}));
    talk(socket, received, () => isRefusing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (is) => (isRefusing = is),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** RFC 5321, as little of it as a sender needs. */
function talk(socket: Socket, received: Received[], isRefusing: () => boolean): void {
  let [buffer, isData] = ["", false];
  let to: string[] = [];
  socket.write("220 tests.example\r\n");
  socket.on("data", (bytes) => {
    buffer += bytes.toString("utf8");
    for (;;) {
      const end = buffer.indexOf(isData ? "\r\n.\r\n" : "\r\n");
      if (end < 0) return;
      const said = buffer.slice(0, end);
      buffer = buffer.slice(end + (isData ? 5 : 2));
      if (isData) {
        received.push({ to, text: said });
        [to, isData] = [[], false];
        socket.write("250 taken\r\n");
      } else if (/^RCPT TO:/i.test(said)) {
        if (!isRefusing()) to.push(/<(.*)>/.exec(said)![1]!);
        socket.write(isRefusing() ? "450 come back later\r\n" : "250 ok\r\n");
      } else if (/^DATA/i.test(said)) {
        isData = true;
        socket.write("354 go on\r\n");
      } else {
        socket.write("250 ok\r\n");
      }
    }
  });
}
