import { z } from "zod";
import { form, line, prose, ticked } from "@/lib/access/form";
import { codeField } from "@/lib/setup/org-unit/schema";

/** The design's pillar colours. */
export const colours = ["society", "employer", "producer", "ethics"] as const;

const org = z.string();
const lines = prose(4000).transform((text) =>
  text
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== ""),
);
const shape = {
  org,
  nameDa: line(120, "setup.nameMissing"),
  nameEn: line(120, "setup.nameMissing"),
  colour: z.enum(colours, "access.invalid"),
  kind: z.enum(["guiding", "beside"], "access.invalid"),
  sdgs: ticked(z.coerce.number().int().min(1).max(17)),
  /** A theme a line, in the same order in both languages. */
  themesDa: lines,
  themesEn: lines,
};

/** A new pillar. */
export const addPillarSchema = form({ ...shape, code: codeField });

/** A pillar as it is to be. */
export const changePillarSchema = form({ ...shape, id: z.uuid("access.invalid") });
