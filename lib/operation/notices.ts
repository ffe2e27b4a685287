/** Tells people in time what they are asked for: once an hour what the calendar says, and at once what somebody did. */
import { createTranslator } from "use-intl/core";
import { appOrigin } from "@/lib/access/origin";
import { database } from "@/lib/database/client";
import { messages } from "@/lib/language/messages";
import { defaultLocale, isLocale, remarkIn, timeZone } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import { dayIn } from "@/lib/request/model";
import { letterText } from "@/lib/request/notice/model";
import { holdLetters, settleLetter, tellWhatIsDue, type Letter, type MailIs } from "@/lib/request/notice/mutations";
import { log } from "./log";
import { mailIsOn, sendMail } from "./mail";

const BATCH = 20;

// Pages and actions are bundled apart; what they share hangs on the process.
const kept = globalThis as { notices?: { sending: Promise<void> | null } };
const state = (kept.notices ??= { sending: null });

/** Whether what people are told now goes out by mail too. */
export function mailIs(): MailIs {
  return mailIsOn() ? "on" : "off";
}

/** Tells what is due on the day of `at`, and sends what waits to be mailed. */
export async function tellNow(at: Date): Promise<void> {
  await tellWhatIsDue(database, dayIn(at, timeZone), mailIs());
  await sendLetters();
}

/** Sends what waits, after the answer to whoever caused it. */
export function sendLettersSoon(): void {
  if (mailIsOn()) void sendLetters().catch((error: { code?: unknown }) => log.warn({ code: error.code }, "mail waits"));
}

/** Sends every letter that waits, one process and one letter at a time. */
export async function sendLetters(): Promise<void> {
  if (!mailIsOn()) return;
  state.sending ??= sendAll().finally(() => (state.sending = null));
  await state.sending;
}

async function sendAll(): Promise<void> {
  for (let held = await holdLetters(database, BATCH); held.length > 0; held = await holdLetters(database, BATCH))
    for (const letter of held) await sendOne(letter);
}

async function sendOne(letter: Letter): Promise<void> {
  const isSent = await sendMail({ to: { name: letter.name, address: letter.email }, ...written(letter) }).then(
    () => true,
    (error: { code?: unknown; responseCode?: unknown }) => {
      log.warn({ notice: letter.id, code: error.code, answer: error.responseCode }, "a mail was not taken");
      return false;
    },
  );
  await settleLetter(database, letter.id, isSent);
}

function written(letter: Letter): { subject: string; text: string } {
  const locale = isLocale(letter.locale) ? letter.locale : defaultLocale;
  const t = createTranslator({ locale, messages: messages[locale] as unknown as Record<string, never> });
  const say = t as unknown as (key: string, values: Record<string, string | number>) => string;
  const due = formatDate(new Date(letter.dueOn.toISOString().slice(0, 10) + "T12:00:00Z"), locale, "long");
  const link = `${appOrigin()}/${letter.slug}/tasks`;
  return letterText({ ...letter, message: remarkIn(letter.message, locale), due, link }, (key, values) =>
    say(`request.mail.${key}`, values),
  );
}
