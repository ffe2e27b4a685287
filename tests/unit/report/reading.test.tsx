import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Reading } from "@/components/composer/reading";
import { opaque } from "@/lib/report/narrative/opaque/model";

const words = { title: "Vand", body: `**Fed** stigning på ${opaque("4 %")}.\n\n- et\n- to` };

it("a block that somebody else holds is read as the report says it, with its numbers", () => {
  const prose = renderToStaticMarkup(<Reading reading={{ isProse: true, da: words, en: words }} />);
  expect(prose).toContain("<h3>Vand</h3>");
  expect(prose).toContain("<strong>Fed</strong> stigning på 4\u00a0%.");
  expect(prose).toContain("<li>to</li>");
  const lines = { title: "", body: `${opaque("732")} | **bestillinger**\nen linje` };
  const listed = renderToStaticMarkup(<Reading reading={{ isProse: false, da: lines, en: lines }} />);
  expect(listed).toContain("<p>732 | <strong>bestillinger</strong></p><p>en linje</p>");
});
