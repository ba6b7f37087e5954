// Aims and figures for tests of the plan's rules.
import type { Figure, MeasuredIndicator, TargetDefinition } from "../server/plan/facts.ts";
import type { QualifiedNumber } from "../server/plan/interval.ts";

/** An aim for 2027 from 2024 on. */
export const aimFor = (
  basis: TargetDefinition["basis"],
  value: number | null,
  comparator: TargetDefinition["comparator"] = "GTE",
): TargetDefinition => ({
  ...{ basis, comparator, value, horizon: 2027, baseYear: 2024, statusQuoDate: "2025-12-31" },
});

export const flow: MeasuredIndicator = { nature: "FLOW", isPercent: false };
export const stock: MeasuredIndicator = { nature: "STOCK", isPercent: false };
export const share: MeasuredIndicator = { nature: "RATIO", isPercent: true };
export const ranking: MeasuredIndicator = { nature: "RANK", isPercent: false };

/** A figure of a whole year; `given` is an exact or a qualified number. */
export const figureOfYear = (year: number, number: number | QualifiedNumber): Figure => ({
  ...{ id: year, kind: "YEAR", start: `${year}-01-01`, end: `${year}-12-31` },
  ...(typeof number === "number" ? qualified("EXACT", number) : number),
});

/** A figure of one day, or of the month that ends on it. */
export const figureOn = (end: string, number: number | QualifiedNumber, kind: Figure["kind"] = "DAY"): Figure => ({
  ...{ id: Number(end.replaceAll("-", "")), kind, start: kind === "SPAN" ? "2021-01-01" : end, end },
  ...(typeof number === "number" ? qualified("EXACT", number) : number),
});

export const qualified = (
  qualifier: QualifiedNumber["qualifier"],
  value: number,
  valueMax: number | null = null,
): QualifiedNumber => ({
  ...{ qualifier, value, valueMax },
});
