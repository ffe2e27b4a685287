import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { longestAlt } from "./model";

const credit = z
  .string()
  .trim()
  .max(longestAlt, "access.tooLong")
  .refine((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text), "access.brokenText")
  .default("");

/** What is said of a picture: what it shows, in both languages, and who made it. */
const pictureWords = {
  altDa: line(longestAlt, "picture.altMissing"),
  altEn: line(longestAlt, "picture.altMissing"),
  creditDa: credit,
  creditEn: credit,
};

/** Input of saying something else of a picture; `seen` is the version its editor saw. */
export const describeInput = form({
  org: z.string(),
  id: z.uuid(),
  seen: z.coerce.number().int().min(1),
  ...pictureWords,
});

/** The words that come with a picture that is brought. */
export const broughtWords = z.object(pictureWords);

/** What is said of a picture, in both languages. */
export type PictureWords = z.output<typeof broughtWords>;
