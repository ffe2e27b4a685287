import { z } from "zod";
import { form, ticked } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";
import { longestWords } from "@/lib/value/model";
import { longestMessage } from "./model";

const org = z.string();
const uuid = z.uuid("access.invalid");
const uuidText = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

/** Several lines of text; line breaks stay, as one sign each. */
const said = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(most, "access.tooLong")
        .refine((text) => !/[^\P{Cc}\n\t]|\p{Surrogate}/u.test(text), "access.brokenText"),
    );

/** Whom an org unit's figures are asked of: "org unit:person"; an empty choice asks nobody. */
const asked = z
  .union([z.literal(""), z.string().regex(new RegExp(`^${uuidText}:${uuidText}$`), "access.invalid")])
  .transform((text) => {
    const [orgUnitId = "", personId = ""] = text.split(":");
    return { orgUnitId, personId };
  });

/** A new request. */
export const sendSchema = form({
  org,
  year: yearField,
  dueOn: z.iso.date("request.dueMissing"),
  message: said(longestMessage),
  kpis: ticked(uuid).refine((ids) => ids.length > 0, "request.kpisMissing"),
  who: ticked(asked)
    .transform((all) => all.filter(({ orgUnitId }) => orgUnitId !== ""))
    .refine((all) => all.length > 0, "request.whoMissing"),
});

/** A reminder to everybody who has something left to give of a request. */
export const remindSchema = form({ org, id: uuid });

/** Cells passed on to somebody else. */
export const passOnSchema = form({
  org,
  orgUnitId: uuid,
  year: yearField,
  kpis: ticked(uuid).refine((ids) => ids.length > 0, "request.kpisMissing"),
  personId: uuid,
});

/** That there is no figure this year, and why; `seen`: the version of the cell the person saw. */
export const noFigureSchema = form({
  org,
  orgUnitId: uuid,
  kpiId: uuid,
  year: yearField,
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  status: z.enum(["notMeasured", "notApplicable"], "access.invalid"),
  reason: said(longestWords).pipe(z.string().min(1, "request.reasonMissing")),
});
