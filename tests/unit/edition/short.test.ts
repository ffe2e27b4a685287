import { expect, it } from "vitest";
import { shortHtml, shortStyle } from "@/lib/edition/html/short/model";

it("rules lose what a browser puts between their words, and texts in them lose nothing", () => {
  expect(
    shortStyle(
      ".a > .b { color: red; font: 400 1rem/1.4 var(--serif); }\n@media (max-width: 820px) {.c { top: 0px; }\n}",
    ),
  ).toBe(".a>.b{color:red;font:400 1rem/1.4 var(--serif)}@media (max-width:820px){.c{top:0px}}");
  expect(shortStyle('.a::before { content: "; {  } a, b"; width: calc(1px + 2px); }')).toBe(
    '.a::before{content:"; {  } a, b";width:calc(1px + 2px)}',
  );
});

it("end tags go only where every reader of HTML adds them", () => {
  expect(
    shortHtml(
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td></tr><tr><td>2</td></tr></tbody></table><ul><li>x</li><li>y</li></ul><svg><path d="M0 0"></path></svg>',
    ),
  ).toBe('<table><thead><tr><th>a<th>b<tbody><tr><td>1<tr><td>2</table><ul><li>x<li>y</ul><svg><path d="M0 0"/></svg>');
  const kept = "<li>x</li> <li>y</li> tail<p>a</p><p>b</p>";
  expect(shortHtml(kept)).toBe(kept);
});

it("quotation marks stay where they are needed, and in what somebody wrote", () => {
  expect(shortHtml('<td class="y now" id="e-1">a="b" <b lang="da">c</b></td>')).toBe(
    '<td class="y now" id=e-1>a="b" <b lang=da>c</b></td>',
  );
  expect(shortHtml('<svg><path d="M4" class="axis"></path></svg>')).toBe('<svg><path d=M4 class="axis"/></svg>');
});
