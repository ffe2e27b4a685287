/** Faces a chart is set in; the package's files for signs such as ₂ and ≥ are among them. */
const family = "Plex Sans";

/** The page's own typeface as @font-face rules with the files inside, so that a chart looks the same where it is not installed. */
export async function inlinedTypefaces(): Promise<string> {
  const rules = await Promise.all(facesOf(family).map(inlined));
  return rules.join("\n");
}

function facesOf(name: string): CSSFontFaceRule[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .filter((rule) => rule.style.getPropertyValue("font-family").replaceAll(/["']/g, "") === name);
}

async function inlined(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (!address) return "";
  try {
    // Relative to the style sheet it stands in, not to the page.
    const file = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI));
    return rule.cssText.replace(address, await dataUrl(await file.blob()));
  } catch {
    // Without the file the chart is set in the next typeface of its list.
    return "";
  }
}

function dataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("The typeface could not be read."));
    reader.readAsDataURL(file);
  });
}
