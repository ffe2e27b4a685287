/** Mail goes out by SMTP where it is set up; without it everything works, and says that no mail goes out. */

/** A mail to one person. */
export type Mail = { to: { name: string; address: string }; subject: string; text: string };

type Environment = { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined };
type Transport = { sendMail: (mail: object) => Promise<unknown>; close: () => void };

const kept = globalThis as { mailTransport?: Transport };

/** Whether mail is set up. */
export function mailIsOn(environment: Environment = process.env as Environment): boolean {
  return Boolean(environment.SMTP_URL && environment.MAIL_FROM);
}

/** Sends one mail; rejects when the server did not take it. Connections are few and end by themselves. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL: url, MAIL_FROM: from } = process.env as Environment;
  if (!url || !from) throw new Error("mail is not set up");
  kept.mailTransport ??= await open(url);
  await kept.mailTransport.sendMail({
    from,
    to,
    subject,
    text,
    // Nobody's holiday answer comes back to a machine.
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Ends the connections; the next mail opens new ones. */
export function closeMail(): void {
  kept.mailTransport?.close();
  delete kept.mailTransport;
}

async function open(url: string): Promise<Transport> {
  // Loaded with the first mail: whoever has none set up does not carry it in memory.
  const { createTransport } = await import("nodemailer");
  return createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
  } as object) as unknown as Transport;
}
