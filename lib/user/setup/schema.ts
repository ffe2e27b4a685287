import { z } from "zod";
import { emailField, form, line } from "@/lib/access/form";
import { passwordField } from "@/lib/session/schema";
import { nameField } from "../schema";
import { mostSetupBytes } from "./file/model";
import { isFree, isSlug } from "./model";

/** The word that stands for an organisation in addresses. */
export const slugField = z
  .string({ error: "user.slugWrong" })
  .trim()
  .toLowerCase()
  .refine(isSlug, "user.slugWrong")
  .refine(isFree, "user.slugTaken");

/** The first administrator and the first organisation. */
export const setupSchema = form({
  organisation: line(120, "user.organisationMissing"),
  slug: slugField,
  name: nameField,
  email: emailField,
  password: passwordField,
  /** A set-up file to begin with; a form without one sends a file without name and content. */
  file: z
    .instanceof(File, { error: "access.invalid" })
    .refine(({ size }) => size <= mostSetupBytes, "setup.file.tooLarge")
    .transform((file) => (file.size === 0 ? null : file))
    .nullish(),
});
