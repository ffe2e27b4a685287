import type { Facts } from "@/lib/evaluation/model";
import { formulaInputs } from "@/lib/kpi/model";

/** These KPIs and all that follow from them: by a formula or a weight, of any version, directly or through others. */
export function followersOf(codes: readonly string[], rules: Facts["rules"]): Set<string> {
  const reached = new Set(codes);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const [code, versions] of rules) {
      const follows = versions.some(
        ({ formula, weightCode }) =>
          (formula !== null && formulaInputs(formula).some((input) => reached.has(input))) ||
          (weightCode !== null && reached.has(weightCode)),
      );
      if (follows) reached.add(code);
    }
  }
  return reached;
}
