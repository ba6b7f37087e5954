// Chooses the earlier figure from which the pace so far is measured: one published rule for every target.
import { EPIDEMIC_YEARS } from "../contract/city.ts";
import { byEnd, type DatedFigure, endOf, yearOf } from "./facts.ts";
import type { Missing } from "./progress.ts";

/** Without a figure later than the base year, the pace is measured over about this many years, the length of a five-year plan. */
const USUAL_YEARS = 5;
const MAX_YEARS = 10;
/** Figures closer together than this reflect the season rather than the pace; leap days aside. */
const MIN_YEARS = 0.99;

/** The earlier figures that could be a baseline, the preferred one first. */
export function baselines(levels: readonly DatedFigure[], latest: DatedFigure, baseYear: number): DatedFigure[] {
  const rank = (figure: DatedFigure): number =>
    yearOf(figure) === baseYear ? -1 : Math.abs(endOf(latest) - endOf(figure) - USUAL_YEARS);
  return levels
    .filter((figure) => isBaseline(figure, latest) && isComparable(figure, latest))
    .sort((one, other) => rank(one) - rank(other) || byEnd(one, other));
}

/** Why there is no baseline: figures from before a break in series, or none at all. */
export const missingBaseline = (levels: readonly DatedFigure[], latest: DatedFigure): Missing =>
  levels.some((figure) => isBaseline(figure, latest)) ? "BREAK_IN_SERIES" : "ONE_FIGURE";

const isComparable = (figure: DatedFigure, latest: DatedFigure): boolean =>
  (figure.comparableSince ?? null) === (latest.comparableSince ?? null);

function isBaseline(figure: DatedFigure, latest: DatedFigure): boolean {
  const years = endOf(latest) - endOf(figure);
  const isEpidemic = yearOf(figure) >= EPIDEMIC_YEARS.first && yearOf(figure) <= EPIDEMIC_YEARS.last;
  return years >= MIN_YEARS && years <= MAX_YEARS + 0.01 && !isEpidemic;
}
