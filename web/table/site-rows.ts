import { useEffect, useState } from "react";
import { type CombinedError, type OperationResult, useClient } from "urql";
import type { Language } from "../../server/contract/language.ts";
import type { Filter } from "../../server/contract/site-filter.ts";
import { siteFilter } from "../address/filter.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";

/** The page loads no more than this; the download has all. */
export const maxRows = 5000;

/** The largest page of the API, of at most 200 rows and a cost of 100,000: some 175 of a row, and 250 of each figure with its sources. */
export const pageSize = (figures: number): number => Math.min(200, Math.floor(100_000 / (175 + 250 * figures)));

export const rowsQuery = graphql(`
  query TableRows($filter: SiteFilter, $order: SiteOrder, $first: Int, $after: String, $indicators: [String!], $asOf: DateTime) {
    atlas { version publishedAt }
    sites(filter: $filter, orderBy: $order, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        __typename
        slug
        kind
        nameZh
        nameEn
        status
        confidence
        localityZh
        localityEn
        operatorZh
        operatorEn
        district { nameZh nameEn }
        functionalArea { nameZh nameEn }
        location { point accuracyM }
        latestFigures(indicators: $indicators, asOf: $asOf) {
          id
          value
          valueMax
          qualifier
          periodKind
          periodStart
          periodEnd
          indicator { slug unit { slug nameZh nameEn } }
          conflicting(asOf: $asOf) { id }
          sources { slug publisherZh publisherEn titleZh titleEn publishedOn url access }
        }
        ... on ServiceTradePark { theme designation }
        ... on ExportBase { field holderKind holderZh holderEn batchZh batchEn }
        ... on BondedZone { sealedOn }
        ... on LogisticsHub { level hubType facility }
      }
    }
  }
`);

export type SiteRow = ResultOf<typeof rowsQuery>["sites"]["nodes"][number];

/** A version of the data, and when it was published (ISO 8601, UTC). */
export type DataVersion = NonNullable<ResultOf<typeof rowsQuery>["atlas"]>;

interface SiteRows {
  /** The rows loaded so far, in the order of the names. */
  rows: readonly SiteRow[];
  total: number;
  /** The version that all rows are of; null until there are any, or where it changed again and again while they were requested. */
  dataVersion: DataVersion | null;
  isComplete: boolean;
  error: CombinedError | undefined;
  retry: () => void;
}

const noRows = { rows: [], total: 0, dataVersion: null, isComplete: false, error: undefined };

/** How often loading restarts because a new version was published between two pages. */
const MAX_RESTARTS = 3;

/** All sites that meet the filter, page after page, with the latest figures of the given indicators; the last rows stay until the first page arrives. */
export function useSiteRows(filter: Filter, indicators: readonly string[], language: Language, asOf: string | null): SiteRows {
  const client = useClient();
  const [state, setState] = useState<Omit<SiteRows, "retry">>(noRows);
  const [attempts, setAttempt] = useState(0);
  const key = JSON.stringify([siteFilter(filter), indicators, language, asOf, attempts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query as text replaces its parts, which are new objects each time
  useEffect(() => {
    let left = false;
    const field = language === "zh" ? ("NAME" as const) : ("NAME_EN" as const);
    const common = {
      filter: siteFilter(filter),
      order: { field, direction: "ASC" as const },
      first: pageSize(indicators.length),
      indicators: [...indicators],
      asOf,
    };
    const load = async () => {
      let rows: readonly SiteRow[] = [];
      let after: string | null = null;
      let dataVersion: DataVersion | null = null;
      let startCount = 1;
      while (true) {
        // Cached pages may belong to the version before.
        const requestPolicy = startCount > 1 ? "network-only" : "cache-first";
        const answer: OperationResult<ResultOf<typeof rowsQuery>> = await client.query(
          rowsQuery,
          { ...common, after },
          { requestPolicy },
        );
        const { data, error } = answer;
        if (left) return;
        if (!data) return setState({ ...noRows, isComplete: true, error });
        if (after === null) dataVersion = data.atlas;
        else if (dataVersion && dataVersion.version !== data.atlas?.version) {
          dataVersion = null;
          if (startCount < MAX_RESTARTS) {
            startCount += 1;
            [rows, after] = [[], null];
            continue;
          }
        }
        const { nodes, totalCount, pageInfo } = data.sites;
        rows = rows.concat(nodes);
        const isComplete = !pageInfo.hasNextPage || rows.length >= maxRows;
        setState({ rows, total: totalCount, dataVersion, isComplete, error: undefined });
        if (isComplete) return;
        after = pageInfo.endCursor;
      }
    };
    load();
    return () => {
      left = true;
    };
  }, [key]);
  return { ...state, retry: () => setAttempt(attempts + 1) };
}
