import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { breakKinds } from "./model";

const org = z.string();
const code = z.string().max(100);
const year = z.coerce.number<string>().int().min(1990).max(2100);

/** A break as its form sends it. */
export const markBreakSchema = form({
  org,
  code,
  year,
  kind: z.enum(breakKinds, "comparability.kindMissing"),
  noteDa: line(500, "comparability.noteMissing"),
  noteEn: line(500, "comparability.noteMissing"),
});

/** Which break is to go. */
export const removeBreakSchema = form({ org, code, year });
