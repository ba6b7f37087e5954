import { useMemo } from "react";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql } from "../core/graphql.ts";
import { figureFragment, type SourceRecord } from "../provenance/figure.ts";
import { distinctSources } from "./district-query.ts";

const allYearsQuery = graphql(
  `
  query AllYearsSources($indicators: [String!]!, $asOf: DateTime) {
    districts { observations(indicators: $indicators, asOf: $asOf, first: 100) { ...Figure isPreferred(asOf: $asOf) } }
  }
`,
  [figureFragment],
);

const none: readonly SourceRecord[] = [];

/**
 * The sources of the districts' figures of all years that have a small map; empty for what has no figures, and until they have
 * arrived.
 */
export function useAllYearsSources(years: readonly number[]): readonly SourceRecord[] {
  const { colourMeasure, asOf } = useAddress();
  const indicator = colourMeasure?.indicator ?? null;
  const variables = { indicators: indicator ? [indicator] : [], asOf };
  const { data } = useAnswer(allYearsQuery, variables, { isPaused: indicator === null });
  return useMemo(() => {
    if (!data || indicator === null) return none;
    const figures = data.districts.flatMap(({ observations }) => observations);
    const drawnFigures = figures.filter(
      ({ isPreferred, periodKind, periodEnd }) =>
        isPreferred && periodKind === "YEAR" && periodEnd !== null && years.includes(Number(periodEnd.slice(0, 4))),
    );
    return distinctSources(drawnFigures.flatMap(({ sources }) => sources));
  }, [data, indicator, years]);
}
