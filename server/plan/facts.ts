// The facts from which the state of a target is computed, as the database returns them.
import { type BilingualText, inBothLanguages } from "../contract/language.ts";
import { endInYears } from "../contract/period.ts";
import { periodText, periodWithNote } from "../contract/period-words.ts";
import type { enums } from "../generated/model.ts";
import type { ComparedNumbers, UnitNames } from "./amounts.ts";
import type { QualifiedNumber } from "./interval.ts";

type EnumValue<Name extends keyof typeof enums> = keyof (typeof enums)[Name]["values"];

/** A figure of a target's measure: an outcome, never a goal or an expectation. Days are ISO 8601. */
export interface Figure extends QualifiedNumber {
  id: number;
  kind: EnumValue<"PeriodKind">;
  start: string | null;
  end: string | null;
  periodNoteZh?: string | null;
  periodNoteEn?: string | null;
  /** Whether it was generated for a demonstration. */
  synthetic?: boolean;
  /** Whether it is stated without a source that was checked. */
  unsourced?: boolean;
  /** The day of the latest break in series up to its period. Figures are comparable if it is the same for both. */
  comparableSince?: string | null;
}

/** What the plan aims for, and by when. */
export interface TargetDefinition {
  basis: EnumValue<"TargetBasis">;
  comparator: EnumValue<"Comparator">;
  /** Null where the plan gives no number. */
  value: number | null;
  horizon: number;
  baseYear: number;
  /** Last day that still counts as the start of the plan. */
  statusQuoDate: string;
  /** Whether the plan only strives for it (力争). */
  aspirational?: boolean;
}

/** What is counted. */
export interface MeasuredIndicator {
  nature: EnumValue<"IndicatorNature">;
  /** Whether its figures are percentages. */
  isPercent: boolean;
}

interface BilingualName {
  nameZh: string;
  nameEn: string;
}

export interface Measure extends MeasuredIndicator, BilingualName {
  position: number;
  unit: UnitNames;
  role: EnumValue<"MeasureRole">;
  indicator: string;
  frequency: EnumValue<"IndicatorFrequency">;
  standard: EnumValue<"StatisticalStandard">;
  subject: BilingualName;
  /** Oldest first; the preferred figure of each period. */
  figures: Figure[];
  /** Number of goals and expectations, which are not outcomes. */
  goals: number;
}

export interface TargetFacts extends TargetDefinition, BilingualName {
  slug: string;
  task: number | null;
  dataHolderZh: string;
  dataHolderEn: string;
  unit: UnitNames;
  /** Position of the deciding measure, if there is one. */
  decidingPosition: number | null;
  measures: Measure[];
}

/** The measure that decides the state, if there is one. */
export const decidingMeasure = ({ measures, decidingPosition }: TargetFacts): Measure | undefined =>
  measures.find(({ position }) => position === decidingPosition);

/** The published numbers and the goal that computed numbers in the target's unit are compared with. */
export const comparedNumbers = (facts: TargetFacts): ComparedNumbers => ({
  published: publishedNumbers(facts),
  goal: facts.value,
});

/** The same for a change or a shortfall, which cannot be on either side of the goal. */
export const comparedPublished = (facts: TargetFacts): ComparedNumbers => ({
  published: publishedNumbers(facts),
  goal: null,
});

const publishedNumbers = (facts: TargetFacts): number[] =>
  [facts.value, ...(decidingMeasure(facts)?.figures ?? []).flatMap(({ value, valueMax }) => [value, valueMax])].filter(
    (number) => number !== null,
  );

/** The figures that show a level: full years for flows, any day for stocks. */
export const levelsOf = (figures: readonly Figure[], { nature }: MeasuredIndicator): DatedFigure[] =>
  figures
    .filter(isDated)
    .filter(({ kind }) => (nature === "FLOW" ? kind === "YEAR" : kind !== "SPAN" && kind !== "UNDATED"))
    .sort(byEnd);

export type DatedFigure = Figure & { end: string };
export const isDated = (figure: Figure): figure is DatedFigure => figure.end !== null;

/** The period of a figure in both languages. */
export const periodOf = ({ kind, start, end, periodNoteZh, periodNoteEn }: DatedFigure): BilingualText =>
  inBothLanguages((language) =>
    periodWithNote(periodText(kind, start, end, language), (language === "zh" ? periodNoteZh : periodNoteEn) ?? "", language),
  );

/** Oldest first; figures that end on the same day in the order they were stored. */
export const byEnd = (one: DatedFigure, other: DatedFigure): number => endOf(one) - endOf(other) || one.id - other.id;

export const yearOf = ({ end }: DatedFigure): number => Number(end.slice(0, 4));

/** End of a figure's period in years (see endInYears): 2025 is the end of 2024. */
export const endOf = ({ end }: DatedFigure): number => endInYears(end);
