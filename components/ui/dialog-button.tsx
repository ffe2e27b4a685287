"use client";
import type { ComponentProps } from "react";

/** Opens the dialog of that id. */
export function DialogButton({ dialog, ...button }: { dialog: string } & ComponentProps<"button">) {
  const open = () => {
    const target = document.getElementById(dialog);
    if (target instanceof HTMLDialogElement && !target.open) target.showModal();
  };
  return <button type="button" className="btn" aria-haspopup="dialog" {...button} onClick={open} />;
}
