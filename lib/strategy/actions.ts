"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { setterOf } from "@/lib/setup/change/model";
import { addFunction, addGoal, addTrack, changeGoal, changeTrack, setMembers, setStrategy } from "./mutations";
import {
  changeGoalSchema,
  changeTrackSchema,
  functionSchema,
  goalSchema,
  membersSchema,
  strategySchema,
  trackSchema,
} from "./schema";

/** Says which strategy the agreements serve. */
export const setStrategyOf = memberAction("agreement.govern")
  .inputSchema(strategySchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...draft }, ctx: { access } }) => {
    await setStrategy(setterOf(access), draft);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Adds a goal of the strategy. */
export const addGoalOf = memberAction("agreement.govern")
  .inputSchema(goalSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...goal }, ctx: { access } }) => {
    await addGoal(setterOf(access), goal);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Adds a track. */
export const addTrackOf = memberAction("agreement.govern")
  .inputSchema(trackSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...track }, ctx: { access } }) => {
    await addTrack(setterOf(access), track);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Changes a goal of the strategy. */
export const changeGoalOf = memberAction("agreement.govern")
  .inputSchema(changeGoalSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...goal }, ctx: { access } }) => {
    await changeGoal(setterOf(access), goal);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Changes a track and who follows it. */
export const changeTrackOf = memberAction("agreement.govern")
  .inputSchema(changeTrackSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...track }, ctx: { access } }) => {
    await changeTrack(setterOf(access), track);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Adds a specialist function. */
export const addFunctionOf = memberAction("agreement.govern")
  .inputSchema(functionSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, ...added }, ctx: { access } }) => {
    await addFunction(setterOf(access), added);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });

/** Says who works in a specialist function. */
export const setMembersOf = memberAction("agreement.govern")
  .inputSchema(membersSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, functionId, userIds }, ctx: { access } }) => {
    await setMembers(setterOf(access), functionId, userIds);
    revalidatePath(`/${org}/agreements`, "layout");
    return { done: true };
  });
