import { useMessages, useTranslations } from "next-intl";
import type { TextFormWords } from "./text-form";

/** The words of every form of words, in the page's language. */
export function useFormWords(): TextFormWords {
  const t = useTranslations("report.editor");
  const { signIn, signInAgain } = useMessages().access;
  const { email, password, submit, summary } = signIn;
  return {
    save: t("save"),
    saving: t("saving"),
    savedAt: useMessages().report.editor.savedAt,
    unsaved: t("unsaved"),
    retrying: t("retrying"),
    signedOut: t("signedOut"),
    denied: t("denied"),
    signIn: t("signIn"),
    isConflict: t("isConflict"),
    restored: t("restored"),
    failed: t("failed"),
    conflict: t("conflict"),
    theirs: t("theirs"),
    keepMine: t("keepMine"),
    takeTheirs: t("takeTheirs"),
    aside: t("aside"),
    putBack: t("putBack"),
    letGo: t("letGo"),
    signInAgain: { ...signInAgain, email, password, submit, summary },
    rich: useMessages().report.editor.rich,
  };
}
