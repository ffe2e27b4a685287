import { z } from "zod";
import { locales } from "@/lib/language/model";

/** A reader's choice of language, from a form with a button named "locale". */
export const languageChoice = z.strictObject({ locale: z.unknown().pipe(z.enum(locales)) });
