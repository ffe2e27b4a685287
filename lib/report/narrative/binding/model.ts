const bindings: [RegExp, string][] = [
  [/(\d)[ \n](?=[%‰])/g, "$1\u00A0"],
  [/(§)[ \n](?=[\d§])/g, "$1\u00A0"],
  [/(§\u00A0?\d+)[ \n](?=[a-zæøå](?![\p{L}\d]))/gu, "$1\u00A0"],
];

/** A text with what no line may part kept together: a number and its per cent sign, a section of a law ("§ 99 a"). For reading only; what is kept and edited has common spaces. */
export function bound(text: string): string {
  return bindings.reduce((done, [apart, together]) => done.replace(apart, together), text);
}
