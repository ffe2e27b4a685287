import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { sayer } from "@/lib/language/saying/model";
import { log } from "@/lib/operation/log";
import { Refusal, type Refused } from "./refusal";

/** Puts an error into words: a refusal says why; anything else is logged under an id, and only the id is told. */
export async function inWords(error: unknown, where: string): Promise<Refused> {
  const t = await getTranslations();
  if (error instanceof Refusal)
    return { code: error.code, message: sayer(t)(error.code, error.values), field: error.field };
  const id = randomUUID().slice(0, 8);
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  // A database error's message may quote the row, and with it a person: name, code and place in the code are enough.
  const place = stack?.slice(stack.indexOf(message) + message.length).trim();
  log.error({ id, where, error: name, code: (error as { code?: unknown } | null)?.code, place }, "unexpected error");
  return { code: "access.failed", message: t("access.failed", { id }), field: null };
}
