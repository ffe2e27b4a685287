import { z } from "zod";

/** A cell as its address names it. */
export const placeFields = {
  year: z
    .string()
    .regex(/^(199\d|20\d\d|2100)$/)
    .transform(Number),
  unit: z.string().max(200),
  code: z.string().max(200),
};
