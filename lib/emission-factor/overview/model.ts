import type { FactorEffect } from "@/lib/emission-factor/effect/model";
import type { FactorVersion } from "@/lib/emission-factor/model";
import type { DecimalText } from "@/lib/number/model";

/** A KPI whose formula uses a factor, and in which reporting years; `to` null: until further notice. */
export type FactorUser = { code: string; shortName: string; from: number; to: number | null };

/** A factor with all its versions, the newest first. */
export type FactorView = {
  id: string;
  code: string;
  activity: string;
  scope: FactorVersion["scope"];
  method: FactorVersion["method"];
  region: string;
  /** The version that a year not yet published would use now: of the latest year, the one added last. */
  current: FactorVersion;
  versions: (FactorVersion & { addedByName: string | null; pinnedYears: number[] })[];
  users: FactorUser[];
};

/** A figure of a published year that a newer version would change, rounded for print. */
export type PendingEffect = Pick<FactorEffect, "code" | "year"> & {
  shortName: string;
  before: DecimalText | null;
  after: DecimalText | null;
  unitOfMeasure: string;
};

/** A published year that keeps an older version than the one that would count in it today. */
export type KeptYear = { year: number; kept: FactorVersion | null; newer: FactorVersion; effects: PendingEffect[] };
