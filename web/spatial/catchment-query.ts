import type { Filter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { useAnswer } from "../core/answer.ts";
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
        sumNotComputable
        median
        medianMax
        medianQualifier
        from
        to
      }
    }
  }
`);

export type Catchment = ResultOf<typeof catchmentQuery>["catchment"];
export type FigureSum = Catchment["figures"][number];

const summedFiguresQuery = graphql(
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

export type SummedFigure = ResultOf<typeof summedFiguresQuery>["catchment"]["figures"][number]["figures"][number];

/** The figures behind a sum, by the indicator's slug. */
export function useSummedFigures(filter: Filter, indicator: string, asOf: string | null) {
  return useAnswer(summedFiguresQuery, { filter: siteFilter(filter), indicators: [indicator], asOf });
}

/** The sites in the filter's area, and the sums of their figures. The last answer stays until the next one arrives. */
export const useCatchment = (filter: Filter, asOf: string | null) =>
  useAnswer(catchmentQuery, { filter: siteFilter(filter), asOf }, { keepLast: true });
