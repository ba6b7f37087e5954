// What the state of a target is computed of, as the database hands it over.
import type { enums } from "../generated/model.ts";
import type { Beside, UnitNames } from "./amounts.ts";
import type { Given } from "./interval.ts";

type Of<Name extends keyof typeof enums> = keyof (typeof enums)[Name]["values"];

/** A figure of a target's measure: an outcome, never a goal or an expectation. Days are ISO 8601. */
export interface Figure extends Given {
  id: number;
  kind: Of<"PeriodKind">;
  start: string | null;
  end: string | null;
  /** Whether it is made up, in a demonstration. */
  synthetic?: boolean;
}

/** What the plan wants, and by when. */
export interface Aim {
  basis: Of<"TargetBasis">;
  comparator: Of<"Comparator">;
  /** Empty where the plan gives no number. */
  value: number | null;
  horizon: number;
  baseYear: number;
  /** Last day that counts as the plan's outset. */
  outset: string;
}

/** What is counted. */
export interface Counted {
  nature: Of<"IndicatorNature">;
  /** Whether its figures are percent. */
  isPercent: boolean;
}

interface Named {
  nameZh: string;
  nameEn: string;
}

export interface Measure extends Counted, Named {
  position: number;
  unit: UnitNames;
  role: Of<"MeasureRole">;
  indicator: string;
  frequency: Of<"IndicatorFrequency">;
  standard: Of<"StatisticalStandard">;
  subject: Named;
  /** Oldest first; one for each period, the one that stands. */
  figures: Figure[];
  /** How many goals and expectations there are, which say nothing of the outcome. */
  goals: number;
}

export interface Facts extends Aim, Named {
  slug: string;
  task: number | null;
  askedZh: string;
  askedEn: string;
  unit: UnitNames;
  /** Position of the measure that decides, where there is one. */
  decides: number | null;
  measures: Measure[];
}

/** The measure that decides the state, where there is one. */
export const deciding = ({ measures, decides }: Facts): Measure | undefined =>
  measures.find(({ position }) => position === decides);

/** What the computed numbers of a target's unit are said beside. */
export const besideOf = (facts: Facts): Beside => ({ published: publishedIn(facts), goal: facts.value });

/** What the others are said beside: a change, or what is short, is on no side of the goal. */
export const besidesGoal = (facts: Facts): Beside => ({ published: publishedIn(facts), goal: null });

const publishedIn = (facts: Facts): number[] =>
  [facts.value, ...(deciding(facts)?.figures ?? []).flatMap(({ value, valueMax }) => [value, valueMax])].filter(
    (number) => number !== null,
  );

/** The figures that tell where something stood: whole years of what happens within a year, any day of what stands. */
export const levelsOf = (figures: readonly Figure[], { nature }: Counted): Dated[] =>
  figures
    .filter(isDated)
    .filter(({ kind }) => (nature === "FLOW" ? kind === "YEAR" : kind !== "SPAN" && kind !== "UNDATED"))
    .sort(byEnd);

export type Dated = Figure & { end: string };
export const isDated = (figure: Figure): figure is Dated => figure.end !== null;

/** Oldest first; of two that end on one day the one that was stored later comes later. */
export const byEnd = (one: Dated, other: Dated): number => endOf(one) - endOf(other) || one.id - other.id;

export const yearOf = ({ end }: Dated): number => Number(end.slice(0, 4));

/** The end of a figure's period in years: 2025 is the end of 2024, 2025.5 the middle of 2025. */
export function endOf({ end }: Dated): number {
  const year = Number(end.slice(0, 4));
  const [first, next] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  return year + (Date.parse(`${end}T00:00:00Z`) + 86_400_000 - first) / (next - first);
}
