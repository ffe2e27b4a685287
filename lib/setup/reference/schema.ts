import { z } from "zod";
import { form, line } from "@/lib/access/form";

const own = { org: z.string(), code: z.string() };
const place = {
  framework: line(40, "setup.reference.frameworkMissing"),
  disclosure: line(80, "setup.reference.disclosureMissing"),
};

/** Where a framework asks for a KPI: its name, its edition, the place in it. */
export const addReferenceSchema = form({
  ...own,
  ...place,
  edition: z.union([z.literal("").transform(() => ""), line(40, "access.brokenText")]),
});

/** A reference to be taken away. */
export const removeReferenceSchema = form({ ...own, ...place });
