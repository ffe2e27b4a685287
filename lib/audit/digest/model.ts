/**
 * What is wrong with rows that the audit trail keeps a digest of. changed: a row says something else than it did.
 * missing: it is gone. differs: a value says something else than its latest revision.
 */
export type DigestFault = {
  /** The link that keeps the digest; 0 where none is concerned. */
  sequence: number;
  action: string;
  fault: "changed" | "missing" | "differs";
  /** The row, where it can be told; of an import only the batch can. */
  place: { kpi: string; orgUnit: string; year: number; version: number } | null;
};

/** A fault as a line: "#12 value.save: changed: electricity, koebenhavn, 2024, version 2". */
export function faultLine({ sequence, action, fault, place }: DigestFault): string {
  const link = sequence > 0 ? `#${sequence} ${action}: ` : "";
  return `${link}${fault}${place ? `: ${place.kpi}, ${place.orgUnit}, ${place.year}, version ${place.version}` : ""}`;
}
