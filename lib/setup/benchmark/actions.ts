"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { parseNumber } from "@/lib/number/model";
import { setterOf } from "@/lib/setup/change/model";
import { addBenchmark, removeBenchmark } from "./mutations";
import { addBenchmarkSchema, removeBenchmarkSchema } from "./schema";

/** Holds a KPI against an outside figure. */
export const addBenchmarkOf = memberAction("setup.edit")
  .inputSchema(addBenchmarkSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, amount, ...benchmark }, ctx: { access } }) => {
    const read = parseNumber(amount, await getLocale());
    if (!read.ok || !read.value) throw new Refusal("setup.numberWrong", { text: amount }, "amount");
    await addBenchmark(setterOf(access), code, { ...benchmark, ...read.value });
    revalidatePath(`/${org}`, "layout");
    return { code };
  });

/** Takes a benchmark away. */
export const removeBenchmarkOf = memberAction("setup.edit")
  .inputSchema(removeBenchmarkSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, code, id }, ctx: { access } }) => {
    await removeBenchmark(setterOf(access), code, id);
    revalidatePath(`/${org}`, "layout");
    return { code };
  });
