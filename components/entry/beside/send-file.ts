import type { BesideView } from "@/lib/value/beside/model";

/** What a sent file is answered: everything beside the value as it is then, or why it was not kept (null: it did not arrive). */
export type FileAnswer = { view: BesideView; name: string } | { message: string | null };

/** Sends a form with a file and says how far it is, in percent; `fetch` cannot tell. Never throws. */
export function sendFile(address: string, form: FormData, onProgress: (percent: number) => void): Promise<FileAnswer> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(Math.floor((100 * loaded) / total));
    request.onload = () => {
      const answer = request.response as Partial<{ view: BesideView; name: string; message: string }> | null;
      done(answer?.view ? { view: answer.view, name: answer.name ?? "" } : { message: answer?.message ?? null });
    };
    request.onerror = request.onabort = request.ontimeout = () => done({ message: null });
    request.send(form);
  });
}
