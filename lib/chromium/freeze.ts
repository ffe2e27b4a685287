import { withDrawnPage } from "@/lib/chromium/print";
import type { Locale } from "@/lib/language/model";

/** Wide enough for the report's column with room beside it. */
const WIDTH = 1120;

/** What stands on a page once everything is drawn: its body without scripts, and the style rules that apply to it. */
export type Frozen = { title: string; body: string; style: string };

/** Takes a report page down as it is seen: charts as they are drawn, nothing that moves, asks or fetches. */
export async function freezePage(pathOf: () => string, locale: Locale): Promise<Frozen> {
  return withDrawnPage(pathOf, locale, { media: "screen", width: WIDTH }, (page) => page.evaluate(takeDown));
}

/** Runs in the page, so everything it needs is in it. */
function takeDown(): Frozen {
  const article = document.querySelector("article.report")?.cloneNode(true) as HTMLElement;
  const sprite = document.querySelector(".sign-sprite")?.outerHTML ?? "";
  // How tall each chapter is, so that a browser may put off drawing those further down, and the page is as long as it was.
  const chapters = [...document.querySelectorAll<HTMLElement>("article.report > .ch")];
  for (const [index, chapter] of article.querySelectorAll<HTMLElement>(":scope > .ch").entries())
    chapter.style.setProperty("--h", `${Math.round(chapters[index]!.offsetHeight)}px`);
  const running = [...article.querySelectorAll("style")].map((rule) => rule.textContent).join("\n");
  for (const part of article.querySelectorAll("script, style, template, link")) part.remove();
  for (const part of article.querySelectorAll<HTMLElement>("*")) {
    for (const { name } of [...part.attributes])
      if (name.startsWith("data-") && !["data-count", "data-u"].includes(name)) part.removeAttribute(name);
    if (part.getAttribute("href")?.startsWith("/")) part.removeAttribute("href");
  }
  // Most signs are of one size, which a rule says once for all.
  for (const sign of article.querySelectorAll("svg.sign[width='14'][height='14']")) {
    sign.removeAttribute("width");
    sign.removeAttribute("height");
  }
  // The page was made to wait for its pictures; whoever reads it need not, but for the one the page opens with.
  for (const picture of article.querySelectorAll("img")) {
    picture.loading = picture.closest(".cover") ? "eager" : "lazy";
    if (picture.closest(".cp")) picture.fetchPriority = "high";
  }
  const comments = document.createTreeWalker(article, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);

  const applies = (selector: string): boolean =>
    selector.split(/,(?![^(]*\))/).some((one) => {
      const plain = one
        .replace(/::?(?!is|where|not|has|nth|first-child|last-child|only-child|root)[a-z-]+(\([^)]*\))?/g, "")
        .trim();
      // Parts of fields, which a report has none of.
      if (/^::(?:-webkit-|file-|placeholder)/.test(one.trim())) return false;
      if (plain === "" || /(^|[\s>+~])$/.test(plain)) return true;
      try {
        return document.querySelector(plain) !== null;
      } catch {
        return true;
      }
    });
  const written = (rules: CSSRuleList): string =>
    [...rules]
      .map((rule) => {
        if (rule instanceof CSSFontFaceRule || rule instanceof CSSKeyframesRule) return "";
        // Next's names of typefaces, and what Tailwind's utilities begin with: an edition has typefaces of its own, and none of them.
        if (rule instanceof CSSStyleRule && rule.selectorText.endsWith("_variable")) return "";
        if (rule instanceof CSSLayerBlockRule && rule.name === "properties") return "";
        if (rule instanceof CSSStyleRule) return applies(rule.selectorText) ? rule.cssText : "";
        if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule || rule instanceof CSSLayerBlockRule) {
          const inside = written(rule.cssRules);
          const head = rule.cssText.slice(0, rule.cssText.indexOf("{"));
          return inside === "" ? "" : `${head}{${inside}}`;
        }
        return rule.cssText.startsWith("@property") ? "" : rule.cssText;
      })
      .join("\n");
  const sheets = [...document.styleSheets]
    .filter((sheet) => !(sheet.ownerNode instanceof HTMLStyleElement))
    .map((sheet) => written(sheet.cssRules));
  // Classes no rule speaks of say nothing here.
  const style = [...sheets, running].join("\n");
  const known = new Set([...style.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name]) => name!.replaceAll("\\", "")));
  for (const part of article.querySelectorAll("[class]")) {
    for (const name of [...part.classList]) if (!known.has(name)) part.classList.remove(name);
    if (part.classList.length === 0) part.removeAttribute("class");
  }
  const own =
    ".edition{margin:0;background:var(--paper);color:var(--ink)}.edition>main{max-width:1016px;margin:0 auto;padding:0 20px}.sign:not([width]){width:14px;height:14px}" +
    // A slow processor shows the first screen without having laid out the rest; paper shows all at once.
    "@media screen{.edition .ch~.ch{content-visibility:auto;contain-intrinsic-block-size:auto var(--h)}}@media screen and (max-width:820px){.edition .ch~.ch{contain-intrinsic-block-size:auto calc(1.5*var(--h))}}";
  return {
    title: document.title,
    body: `${sprite}<main>${article.outerHTML}</main>`,
    style: [style, own].join("\n").replace(/\n\s*/g, "\n"),
  };
}
