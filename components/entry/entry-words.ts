import type { SignInAgainWords } from "@/components/session/sign-in-again";
import daAccess from "@/lib/language/messages/da/access.json";
import daEntry from "@/lib/language/messages/da/entry.json";
import daNumber from "@/lib/language/messages/da/number.json";
import daValue from "@/lib/language/messages/da/value.json";
import enAccess from "@/lib/language/messages/en/access.json";
import enEntry from "@/lib/language/messages/en/entry.json";
import enNumber from "@/lib/language/messages/en/number.json";
import enValue from "@/lib/language/messages/en/value.json";
import type { Locale } from "@/lib/language/model";
import type { EntryWords } from "./words";

function againIn({ signIn: { email, password, submit, summary }, signInAgain }: typeof daAccess): SignInAgainWords {
  return { ...signInAgain, email, password, submit, summary };
}

/** The words of an entry sheet, by language; on the server only: the browser gets one of them. */
export const entryWords: Record<Locale, EntryWords> = {
  da: {
    ...daEntry.sheet,
    again: againIn(daAccess),
    refusal: { ...daNumber.refusal, ...daNumber.split, ...daValue.refusal },
    question: daValue.question,
    use: daNumber.use,
  },
  en: {
    ...enEntry.sheet,
    again: againIn(enAccess),
    refusal: { ...enNumber.refusal, ...enNumber.split, ...enValue.refusal },
    question: enValue.question,
    use: enNumber.use,
  },
};
