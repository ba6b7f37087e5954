import { useEffect, useState } from "react";
import { useQuery } from "urql";
import type { Filter } from "../address/filter.ts";
import { siteFilter } from "../address/site-filter.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";

const catchmentQuery = graphql(`
  query Catchment($filter: SiteFilter!, $asOf: DateTime) {
    catchment(filter: $filter, first: 50, asOf: $asOf) {
      areaKm2
      totalCount
      withoutPoint
      kinds { kind count }
      districts { code count }
      figures {
        indicator { slug nameZh nameEn definitionZh definitionEn unit { slug nameZh nameEn } }
        count
        partsLeftOut
        sum
        sumMax
        sumQualifier
        notAddedBecause
        median
        from
        to
      }
    }
  }
`);

export type Catchment = ResultOf<typeof catchmentQuery>["catchment"];
export type FigureSum = Catchment["figures"][number];

const behindQuery = graphql(
  `
  query Behind($filter: SiteFilter!, $indicators: [String!]!, $asOf: DateTime) {
    catchment(filter: $filter, indicators: $indicators, first: 1, asOf: $asOf) {
      figures {
        figures(first: 100) {
          id
          value
          valueMax
          qualifier
          periodKind
          periodStart
          periodEnd
          indicator { unit { slug nameZh nameEn } }
          conflicting(asOf: $asOf) { id }
          subject { ... on Site { slug nameZh nameEn } }
        }
      }
    }
  }
`,
);

export type FigureBehind = ResultOf<typeof behindQuery>["catchment"]["figures"][number]["figures"][number];

/** The figures that a sum is made of, by the indicator's slug. */
export function useBehind(filter: Filter, indicator: string, asOf: string | null) {
  const variables = { filter: siteFilter(filter), indicators: [indicator], asOf };
  const [{ data, error }, retry] = useQuery({ query: behindQuery, variables });
  return { figures: data?.catchment.figures[0]?.figures, error, retry: () => retry({ requestPolicy: "network-only" }) };
}

/** What lies in the filter's area, and what its figures add up to. The last answer stays until the next one is there. */
export function useCatchment(filter: Filter, asOf: string | null) {
  const [answer, retry] = useQuery({ query: catchmentQuery, variables: { filter: siteFilter(filter), asOf } });
  const [last, setLast] = useState(answer.data?.catchment);
  useEffect(() => {
    if (answer.data) setLast(answer.data.catchment);
  }, [answer.data]);
  return {
    catchment: answer.data?.catchment ?? last,
    error: answer.error,
    fetching: answer.fetching,
    retry: () => retry({ requestPolicy: "network-only" }),
  };
}
