import { z } from "zod";
import { themes } from "./model";

/** What the theme switch sends. */
export const themeChoice = z.strictObject({ theme: z.enum(themes) });
