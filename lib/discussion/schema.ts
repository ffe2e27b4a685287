import { z } from "zod";
import { form } from "@/lib/access/form";
import { placeFields } from "@/lib/value/place/schema";
import { longestMessage } from "./model";

/** Several lines of text; line breaks stay, as one sign each. */
const said = z
  .string({ error: "discussion.nothingSaid" })
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .max(longestMessage, "access.tooLong")
      .refine((text) => !/[^\P{Cc}\n\t]|\p{Surrogate}/u.test(text), "access.brokenText"),
  );
const message = said.pipe(z.string().min(1, "discussion.nothingSaid"));

/** A new discussion about a cell. */
export const beginningSchema = form({ org: z.string(), ...placeFields, text: message });

/** An act in a discussion: a message says something; resolving and reopening may. `seen`: acts the person had read. */
export const actSchema = form({
  org: z.string(),
  id: z.uuid(),
  act: z.enum(["message", "resolved", "reopened"]),
  seen: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  text: said,
}).refine(({ act, text }) => act !== "message" || text !== "", { path: ["text"], error: "discussion.nothingSaid" });
