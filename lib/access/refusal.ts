/**
 * An expected refusal: something the person can understand and act on. The code is the key of its message,
 * room first ("access.notFound"), in lib/language/messages of both languages; `values` fill the message.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly values: Record<string, string | number>;
  /** The field of the form that is meant, if it is one. */
  readonly field: string | null;

  constructor(code: string, values: Record<string, string | number> = {}, field: string | null = null) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.values = values;
    this.field = field;
  }
}

/** What reaches the browser of a refusal or of an unknown error: its code, and words in the person's language. */
export type Refused = { code: string; message: string; field: string | null };

/** What is wrong with an input, in words: with all of it, and field by field. */
export type FieldErrors = { formErrors: string[]; fieldErrors: Record<string, string[]> };

/** What a form's server action answered last; nothing yet: an empty object. */
export type FormState<Data = unknown> =
  | { data?: undefined; serverError?: undefined; validationErrors?: undefined }
  | { data: Data; serverError?: undefined; validationErrors?: undefined }
  | { data?: undefined; serverError: Refused; validationErrors?: undefined }
  | { data?: undefined; serverError?: undefined; validationErrors: FieldErrors };

/** HTTP status of a refusal at a route handler. Whatever is not listed is 422: understood, but not accepted. */
export function statusOf(code: string): number {
  const statuses: Record<string, number> = {
    "access.signedOut": 401,
    "access.notFound": 404,
    "access.foreignOrigin": 403,
    "access.tooMany": 429,
    "access.invalid": 400,
  };
  return statuses[code] ?? 422;
}
