const year = "(?:19[9]\\d|20\\d\\d|2100)";
const december = "de[cs](?:ember|\\.)?";
const month = `(?:jan(?:uary?|\\.)?|feb(?:ruary?|\\.)?|mar(?:ts|ch|\\.)?|apr(?:il|\\.)?|maj|may|june?|juni|july?|juli|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|o[kc]t(?:ober|\\.)?|nov(?:ember|\\.)?|${december})`;
const said = (words: string, flags = "iu") => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, flags);

/** Words for less than a calendar year, or for twelve months of two. */
const parts = [
  // Q4, 4Q, 4. kvt., kv. 4, H1, 1H, M03
  /(?<!\p{L})[qkh]\s?[1-4](?![\p{L}\d])|(?<![\p{L}\d])[1-4]\s?[qh](?!\p{L})|(?<!\p{L})m(?:0[1-9]|1[0-2])(?!\d)/iu,
  said("kvt?\\.?\\s?[1-4]|[1-4]\\.?\\s?kvt?|\\p{L}*kvartal\\p{L}*|quarter(?:s|ly)?|tertial|trimester"),
  said("\\p{L}*halvår\\p{L}*|half[ -]?year(?:ly)?|(?:first|second|1st|2nd) half"),
  said("ytd|åtd|å\\.\\s?t\\.\\s?d\\.?|(?:til|to)[ -]date|til dato|year-to-date|ltm|ttm|rullende|rolling"),
  said("måned(?:en|er|erne|lig|ligt|svis|stal)?|months?|monthly|mdr|(?:uge|week)\\s?\\d{1,2}"),
  said(month),
  // 31.03.2024, 31/3-2024, 03/2024, 2024-03
  new RegExp(
    `(?<!\\d)(?:\\d{1,2}[./-]{1,2}\\s?|\\d{1,2}[./ ]\\d{1,2}[./ -]{1,2})${year}(?!\\d)|(?<!\\d)${year}[./-](?:0?[1-9]|1[0-2])(?!\\d)`,
    "u",
  ),
];

/** What says twelve months, from January to December. */
const whole = [
  said(`(?:1\\.?\\s*)?jan(?:uary?|\\.)?\\s*(?:[-–—]|til|to|through)\\s*(?:31\\.?\\s*)?${december}`, "giu"),
  said("(?:12|tolv|twelve)\\s?(?:m|mdr|måneder|months)", "giu"),
  new RegExp(
    `(?<!\\d)0?1[./]0?1[./]?(?:${year})?\\s*(?:[-–—]|til|to)\\s*31[./]12[./-]{0,2}(?:\\s?(?=${year}(?!\\d))|(?!\\d))`,
    "giu",
  ),
];

/** The day a year ends on: 31.12.2024, 2024-12-31, 31. december 2024. */
const ends = [
  new RegExp(`(?<!\\d)(?:31[./ -]12|12[./ -]31)[./ -]{1,2}(?=${year}(?!\\d))`, "giu"),
  new RegExp(`(?<=(?<!\\d)${year})[./-]12[./-]31(?!\\d)`, "giu"),
  said(`31\\.?\\s*${december}|ultimo ${december}|${december}\\s*31(?:st)?,?`, "giu"),
];

/** A text without what only says that a year is meant to its end: "31.12.2024" is 2024, and so is "jan–dec 2024". */
export function wholeYear(text: string): string {
  return [...whole, ...ends].reduce((left, one) => left.replace(one, " "), text).trim();
}

/** Whether a heading or label speaks of a part of a year: "Q4 2024", "1. halvår", "2024 YTD", "Marts 2024", "31.03.2024". */
export function isPartOfYear(text: string): boolean {
  if (text.length > 200 || !/\p{L}|\d[./ -]\d/u.test(text)) return false;
  const left = wholeYear(text);
  return parts.some((one) => one.test(left));
}

/** Whether a part of a year reaches its end, so that what is summed up to it is the year's: "Dec", "Q4", "2. halvår". */
export function endsTheYear(text: string): boolean {
  return said(
    `${december}|[qk]\\s?4|4\\s?q|4\\.?\\s?(?:kvt?\\.?|kvartal)|h\\s?2|2\\s?h|2\\.?\\s?halvår|second half|2nd half`,
  ).test(text);
}

/** Whether a day (ISO) stands for its year: the day it ends on, or its first, which is how a spreadsheet shows a year that is a date. */
export function isYearDate(day: string): boolean {
  return /^\d{4}-(?:12-31|01-01)/.test(day);
}
