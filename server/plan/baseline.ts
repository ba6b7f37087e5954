// From which earlier figure the pace so far is taken: one rule for every target, stated in the open.
import { byEnd, type Dated, endOf, yearOf } from "./facts.ts";

/** Years that are no baseline: what fell in the epidemic and came back after it is no pace. */
export const EPIDEMIC = { first: 2020, last: 2022 };
/** Without a later figure than the base year's, the pace is that of about so many years, as five-year plans run. */
const USUAL_YEARS = 5;
const MOST_YEARS = 10;
/** Figures nearer to each other than this say more of the season than of the pace; leap days aside. */
const FEWEST_YEARS = 0.99;

/** The earlier figures that could be a baseline, the one that the rule takes first. */
export function baselines(levels: readonly Dated[], latest: Dated, baseYear: number): Dated[] {
  const rank = (figure: Dated): number =>
    yearOf(figure) === baseYear ? -1 : Math.abs(endOf(latest) - endOf(figure) - USUAL_YEARS);
  return levels.filter((figure) => isBaseline(figure, latest)).sort((one, other) => rank(one) - rank(other) || byEnd(one, other));
}

function isBaseline(figure: Dated, latest: Dated): boolean {
  const years = endOf(latest) - endOf(figure);
  const isEpidemic = yearOf(figure) >= EPIDEMIC.first && yearOf(figure) <= EPIDEMIC.last;
  return years >= FEWEST_YEARS && years <= MOST_YEARS + 0.01 && !isEpidemic;
}
