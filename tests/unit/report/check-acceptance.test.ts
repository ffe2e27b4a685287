import { expect, test } from "vitest";
import { acceptanceInput } from "@/lib/report/check/acceptance/schema";
import { figuresLacking } from "@/lib/report/check/lack/model";
import { keyOf } from "@/lib/report/check/model";
import { draftOf } from "../../factories/check-draft";

const keys = ["a", "b"].map((letter) => letter.repeat(64));
const sent = (finding: string[], reason = "Forsyningen har ikke opgjort dem.") => {
  const form = new FormData();
  for (const [name, value] of [
    ["org", "aleris"],
    ["year", "2023"],
    ["reason", reason],
  ] as const)
    form.append(name, value);
  for (const key of finding) form.append("finding", key);
  return acceptanceInput.safeParse(form);
};

test("a form accepts one finding or several, and none without a reason or a finding", () => {
  expect(sent(keys.slice(0, 1)).data?.finding).toEqual(keys.slice(0, 1));
  expect(sent(keys).data?.finding).toEqual(keys);
  expect([sent([]), sent(["x"]), sent([...keys, "x"]), sent(keys, " ")].map(({ success }) => success)).toEqual(
    Array(4).fill(false),
  );
});

test("a figure that lacks says which KPI's it is; what it is accepted by is as before", () => {
  const found = figuresLacking(draftOf([]));
  expect(found.map(({ about }) => about)).toEqual(expect.arrayContaining(["heating", "water"]));
  for (const one of found) expect(keyOf({ ...one, about: undefined })).toBe(keyOf(one));
});
