"use server";
import { memberAction } from "@/lib/access/action";
import { saidBy } from "./queries";
import { saidInput } from "./schema";

/** What references say in the report of a year today, in both languages; null where one says nothing. Changes nothing. */
export const sayReferences = memberAction("report.edit")
  .inputSchema(saidInput)
  .action(({ parsedInput: { year, sources }, ctx: { access } }) => saidBy(access.organisation, year, sources));
