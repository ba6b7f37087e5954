// The contents of the headline card, from the answer of the API.
import { CITY_CODE, INDICATOR_SLUGS } from "../../server/contract/city.ts";
import type { Headline } from "./headline-query.ts";

/** The volume of trade in services, and its growth over several years, by indicator. */
export const headlineIndicators = { trade: INDICATOR_SLUGS.servicesTrade, growth: INDICATOR_SLUGS.servicesTradeGrowth } as const;

/** Figures of the city that are outcomes: no goals, no expectations. */
export const headlineFilter = {
  regions: [CITY_CODE],
  indicators: Object.values(headlineIndicators),
  statuses: ["OFFICIAL", "REPORTED", "PROVISIONAL", "ESTIMATE"] as ("OFFICIAL" | "REPORTED" | "PROVISIONAL" | "ESTIMATE")[],
};

type Figures = Headline["observations"]["nodes"];

/** A figure whose period ended more years ago says nothing of the present. */
const currentYears = 3;

/** The newest figure of an indicator that is certain, current on that day, and used where sources disagree. They come newest first. */
export function currentFigureOf(
  figures: Figures,
  indicator: keyof typeof headlineIndicators,
  day: string,
): Figures[number] | undefined {
  const firstYear = Number(day.slice(0, 4)) - currentYears;
  return figures.find(
    (figure) =>
      figure.indicator.slug === headlineIndicators[indicator] &&
      figure.isPreferred &&
      figure.confidence === "HIGH" &&
      figure.periodEnd !== null &&
      Number(figure.periodEnd.slice(0, 4)) >= firstYear,
  );
}

/** The target for the growth of trade in services: its data holder keeps the statistics of that trade. */
export const tradeTargetOf = (targets: Headline["planTargets"]): Headline["planTargets"][number] | undefined =>
  targets.find(({ indicator }) => indicator?.slug === headlineIndicators.growth);

/** The targets by what can be said of them; what was there before the plan began is no success of the plan, and counted apart; some that await data have a figure already. */
export function targetCounts(targets: Headline["planTargets"]) {
  const inStates = (...states: Headline["planTargets"][number]["progress"]["state"][]) =>
    targets.filter(({ progress }) => states.includes(progress.state));
  const count = (...states: Parameters<typeof inStates>) => inStates(...states).length;
  const onTrack = inStates("ON_TRACK", "ON_TRACK_OR_BETTER");
  const earlierPace = onTrack.filter(({ progress }) => progress.onlyFiguresBeforePlan).length;
  const awaitingData = inStates("NO_DATA");
  const metBeforePlan = targets.filter(({ progress }) => progress.state === "MET" && progress.metBeforePlan).length;
  return {
    met: count("MET") - metBeforePlan,
    before: metBeforePlan,
    onTrack: onTrack.length - earlierPace,
    earlierPace,
    offTrack: count("OFF_TRACK"),
    undecided: count("UNDECIDED"),
    noData: awaitingData.length,
    withoutTrend: awaitingData.filter(({ progress }) => progress.latest).length,
    notMeasurable: count("NOT_MEASURABLE"),
  };
}
