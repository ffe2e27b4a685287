import { z } from "zod";
import { form, line, prose } from "@/lib/access/form";
import { codeField } from "@/lib/setup/org-unit/schema";
import { yearField } from "@/lib/setup/period/schema";
import { unitsOfMeasure } from "@/lib/unit-of-measure/model";
import { formulaKinds } from "./model";

const optional = z.string().trim().max(40, "access.tooLong").default("");
const optionalId = z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null);

/** What of a definition decides what a year's figures say. */
export const deciding = {
  definitionDa: prose(4000),
  definitionEn: prose(4000),
  unitOfMeasure: z.string().refine((code) => Object.hasOwn(unitsOfMeasure, code), "setup.unitUnknown"),
  direction: z.enum(["higher", "lower", "balance", "neutral"], "access.invalid"),
  decimals: z
    .union([z.literal(""), z.coerce.number().int().min(0).max(6)], "setup.decimalsWrong")
    .transform((decimals) => (decimals === "" ? null : decimals)),
  collectionLevel: z.enum(["organisation", "orgUnit"], "access.invalid"),
  consolidation: z.enum(["sum", "weighted", "none"], "access.invalid"),
  weightCode: optional,
  formulaKind: z.enum(formulaKinds, "access.invalid"),
  formulaText: z.string().trim().max(2000, "access.tooLong").default(""),
};

const definition = {
  org: z.string(),
  ...deciding,
  pillarId: optionalId,
  appendixPart: z.enum(["", "environment", "social", "governance"], "access.invalid").transform((part) => part || null),
  ownerId: optionalId,
  validFromYear: yearField,
  nameDa: line(160, "setup.nameMissing"),
  nameEn: line(160, "setup.nameMissing"),
  shortNameDa: line(36, "setup.nameMissing"),
  shortNameEn: line(36, "setup.nameMissing"),
  valueKind: z.enum(["number", "split"], "access.invalid"),
  smallGroup: z.enum(["none", "cases", "replies"], "access.invalid"),
  minimum: optional,
  maximum: optional,
  tolerancePercent: optional,
};

/** A new KPI or series of base data with its first definition. */
export const addKpiSchema = form({
  ...definition,
  code: codeField,
  purpose: z.enum(["indicator", "base"], "access.invalid"),
});

/** The definition of a KPI from a year on. */
export const defineKpiSchema = form({ ...definition, code: codeField });
