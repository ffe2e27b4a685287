/** Where frameworks ask for the demo's KPIs: framework, edition, disclosure (standards.md's crosswalk). */
export const kpiReferences: Record<string, [string, string, string][]> = {
  scope1: [
    ["FSR", "2022", "E1"],
    ["VSME", "2025", "B3 §30"],
  ],
  "scope2-location": [
    ["FSR", "2022", "E2"],
    ["VSME", "2025", "B3 §30"],
  ],
  "scope2-market": [
    ["FSR", "2022", "E2"],
    ["VSME", "2025", "B3 §30"],
  ],
  electricity: [
    ["FSR", "2022", "E3"],
    ["VSME", "2025", "B3 §29"],
  ],
  heating: [
    ["FSR", "2022", "E3"],
    ["VSME", "2025", "B3 §29"],
  ],
  water: [
    ["FSR", "2022", "E5"],
    ["VSME", "2025", "B6 §35"],
  ],
  waste: [["VSME", "2025", "B7 §38"]],
  "hazardous-waste": [["VSME", "2025", "B7 §38"]],
  "waste-recycled-share": [["VSME", "2025", "B7 §38"]],
  fte: [
    ["FSR", "2022", "S6"],
    ["VSME", "2025", "B8 §39"],
  ],
  "gender-all": [
    ["FSR", "2022", "S7"],
    ["VSME", "2025", "B8 §39"],
  ],
  "gender-executive": [
    ["FSR", "2022", "S8"],
    ["VSME", "2025", "C5 §59"],
  ],
  "gender-senior": [
    ["FSR", "2022", "S8"],
    ["VSME", "2025", "C5 §59"],
  ],
  "gender-middle": [
    ["FSR", "2022", "S8"],
    ["VSME", "2025", "C5 §59"],
  ],
  "gender-board": [
    ["FSR", "2022", "G13"],
    ["VSME", "2025", "C9 §65"],
  ],
  turnover: [
    ["FSR", "2022", "S10"],
    ["VSME", "2025", "B8 §40"],
  ],
  "sick-leave-short": [["FSR", "2022", "S11"]],
  "sick-leave-long": [["FSR", "2022", "S11"]],
  injuries: [["VSME", "2025", "B9 §41"]],
  "code-of-conduct": [["VSME", "2025", "B2"]],
  "whistleblower-awareness": [["VSME", "2025", "C6 §61"]],
};
