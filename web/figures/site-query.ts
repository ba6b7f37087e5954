import { useMemo } from "react";
import type { Filter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import { figureFragment } from "../provenance/figure.ts";
import { anyPeriodLike } from "./years.ts";

/** The largest page of the API. */
const maxSites = 200;

const sizesQuery = graphql(
  `
  query SiteSizes(
    $filter: SiteFilter, $indicators: [String!]!, $measures: [MeasureInput!]!, $period: String, $asOf: DateTime, $first: Int!
  ) {
    sites(filter: $filter, first: $first) {
      totalCount
      nodes {
        slug
        kind
        nameZh
        nameEn
        location { point }
        latestFigures(indicators: $indicators, asOf: $asOf) { ...Figure }
      }
    }
    compare(set: SITE, measures: $measures, filter: $filter, period: $period, asOf: $asOf) {
      columns { key indicator { slug nameZh nameEn } unitZh unitEn }
      rows { key cells { series { year value valueMax qualifier } } }
    }
  }
`,
  [figureFragment],
);

type Answer = ResultOf<typeof sizesQuery>;
export type SizedNode = Answer["sites"]["nodes"][number];
export type SizePoint = Answer["compare"]["rows"][number]["cells"][number]["series"][number];

const noSites: readonly SizedNode[] = [];

/** The sites that meet the filter with their latest figure of an indicator, and that of each year. */
export function useSiteFigures(size: string | null, filter: Filter, period: string | null, asOf: string | null) {
  const { data, ...state } = useAnswer(
    sizesQuery,
    {
      filter: siteFilter(filter),
      indicators: size ? [size] : [],
      measures: size ? [{ indicator: size, formula: "VALUE" }] : [],
      period: anyPeriodLike(period),
      asOf: asOf ?? undefined,
      first: maxSites,
    },
    { keepLast: true, isPaused: size === null },
  );
  const current = size !== null && !state.error && data?.compare.columns[0]?.key === size ? data : undefined;
  const points = useMemo(
    () => new Map(current?.compare.rows.map(({ key, cells: [cell] }) => [key, cell?.series ?? []])),
    [current],
  );
  return {
    column: current?.compare.columns[0] ?? null,
    sites: current?.sites.nodes ?? noSites,
    points,
    ...state,
  };
}
