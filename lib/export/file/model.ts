/** The files a report is handed out as. */
export const fileTypes = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
} as const;

/** A kind of file. */
export type FileType = keyof typeof fileTypes;

/** What a file is of; it makes its name: "aleris-2023-da.pdf". The slug holds nothing a file system minds. */
export type FileOf = { slug: string; year: number; locale: string };

/** A file to save, as a response. */
export function fileResponse(
  type: FileType,
  { slug, year, locale }: FileOf,
  content: string | Uint8Array<ArrayBuffer>,
): Response {
  const headers = {
    "content-type": fileTypes[type],
    "content-disposition": `attachment; filename="${slug}-${year}-${locale}.${type}"`,
    "content-language": locale,
  };
  return new Response(content, { headers });
}
