// What the card says of the city, of the answer of the API.
import { CITY, INDICATORS } from "../../server/contract/city.ts";
import type { Headline } from "./headline-query.ts";

/** The volume of trade in services, and its growth over several years, by indicator. */
export const headlineIndicators = { trade: INDICATORS.servicesTrade, growth: INDICATORS.servicesTradeGrowth } as const;

/** Figures of the city that are outcomes: no goals, no expectations. */
export const headlineFilter = {
  regions: [CITY],
  indicators: Object.values(headlineIndicators),
  statuses: ["OFFICIAL", "REPORTED", "PROVISIONAL", "ESTIMATE"] as ("OFFICIAL" | "REPORTED" | "PROVISIONAL" | "ESTIMATE")[],
};

type Figures = Headline["observations"]["nodes"];

/** The newest figure of an indicator that is used where sources disagree. They come newest first. */
export function newestOf(figures: Figures, indicator: keyof typeof headlineIndicators): Figures[number] | undefined {
  return figures.find((figure) => figure.indicator.slug === headlineIndicators[indicator] && figure.isPreferred);
}

/** The targets by what can be said of them; those met before the plan began are no success of the plan, and counted apart. */
export function targetCounts(targets: Headline["planTargets"]) {
  const count = (...states: Headline["planTargets"][number]["progress"]["state"][]) =>
    targets.filter(({ progress }) => states.includes(progress.state)).length;
  const metBeforePlan = targets.filter(({ progress }) => progress.state === "MET" && progress.metBeforePlan).length;
  return {
    met: count("MET") - metBeforePlan,
    before: metBeforePlan,
    onTrack: count("ON_TRACK", "ON_TRACK_OR_BETTER"),
    offTrack: count("OFF_TRACK"),
    undecided: count("UNDECIDED"),
    noData: count("NO_DATA"),
  };
}
