import { useMemo } from "react";
import type { Language } from "../../server/contract/language.ts";
import { writeMeasure } from "../../server/contract/measures.ts";
import { numberRange } from "../../server/contract/quantities.ts";
import type { Address } from "../address/address.ts";
import { siteFilter } from "../address/filter.ts";
import { measureInput } from "../address/measure.ts";
import { useAnswer } from "../core/answer.ts";
import { graphql, type ResultOf } from "../core/graphql.ts";
import { useLanguage } from "../core/language.tsx";
import { type FigureRecord, figureFragment, type SourceRecord } from "../provenance/figure.ts";
import type { DistrictSeries } from "./district-values.ts";
import { anyPeriodLike } from "./years.ts";

/** All years at once, so that stepping through them needs no request. */
const seriesQuery = graphql(`
  query DistrictSeries($measures: [MeasureInput!]!, $filter: SiteFilter, $period: String, $asOf: DateTime) {
    compare(set: DISTRICT, measures: $measures, filter: $filter, period: $period, asOf: $asOf) {
      columns { key indicator { slug nameZh nameEn } kind formula unitZh unitEn year siteCount sitesWithoutDistrict }
      rows {
        key
        nameZh
        nameEn
        cells {
          value valueMax qualifier notComputable
          series { year value valueMax qualifier notComputable }
        }
      }
    }
  }
`);

/** Ranks and figures for the values of one year. */
const yearQuery = graphql(
  `
  query DistrictFigures($measures: [MeasureInput!]!, $filter: SiteFilter, $period: String, $asOf: DateTime) {
    compare(set: DISTRICT, measures: $measures, filter: $filter, period: $period, asOf: $asOf) {
      columns { key year }
      rows { key cells { rankFrom rankTo figures { ...Figure } } }
    }
  }
`,
  [figureFragment],
);

type Cell = ResultOf<typeof seriesQuery>["compare"]["rows"][number]["cells"][number];
export type Reason = NonNullable<Cell["notComputable"]>;

/** The year key of values without a year, such as site counts, which are of today. */
export const noYear = 0;

type FigureQuery = Pick<Address, "colourMeasure" | "period" | "asOf" | "filter">;

const variablesOf = ({ colourMeasure, asOf, filter }: FigureQuery) => ({
  measures: colourMeasure ? [measureInput(colourMeasure)] : [],
  // The site filter does not affect figures.
  filter: colourMeasure && colourMeasure.indicator === null ? siteFilter(filter) : undefined,
  asOf: asOf ?? undefined,
});

/** The measure that districts are coloured by, for all years with the same part of the year. */
export function useDistrictSeries(query: FigureQuery) {
  const { colourMeasure, period } = query;
  const { data, ...state } = useAnswer(
    seriesQuery,
    { ...variablesOf(query), period: anyPeriodLike(period) },
    { keepLast: true, isPaused: colourMeasure === null },
  );
  const answer = data?.compare;
  const column = answer?.columns[0];
  // The last answer stays while another period or filter is on its way, but not under the name of another measure.
  const current = colourMeasure !== null && !state.error && column?.key === writeMeasure(colourMeasure) ? answer : undefined;
  const series = useMemo(() => current?.rows.map(seriesOf) ?? [], [current]);
  return { ...state, column: current && column ? column : null, series };
}

function seriesOf({ key, nameZh, nameEn, cells: [cell] }: ResultOf<typeof seriesQuery>["compare"]["rows"][number]) {
  const points = cell?.series.length ? cell.series : cell ? [{ ...cell, year: noYear }] : [];
  return { code: key, nameZh, nameEn, points } satisfies DistrictSeries<Reason>;
}

/** Ranks and sources of the year that is shown; not requested while the years run by. */
export function useYearFigures(query: FigureQuery, shownPeriod: string | null, isPaused: boolean) {
  const language = useLanguage();
  const { data } = useAnswer(
    yearQuery,
    { ...variablesOf(query), period: shownPeriod ?? undefined },
    { keepLast: true, isPaused: isPaused || query.colourMeasure === null },
  );
  const answer = data?.compare;
  const [column] = answer?.columns ?? [];
  const year = shownPeriod ? Number(shownPeriod.slice(0, 4)) : null;
  const current =
    query.colourMeasure && column?.key === writeMeasure(query.colourMeasure) && (year === null || column.year === year);
  return useMemo(
    () => (current && answer ? yearDetailsOf(answer.rows, language) : { ranks: {}, sources: {}, figures: {} }),
    [current, answer, language],
  );
}

interface YearDetails {
  /** A rank, or the range that bounds allow: 3, 1–3. */
  ranks: Readonly<Record<string, string | null>>;
  /** By code of the district, each source once. */
  sources: Readonly<Record<string, readonly SourceRecord[]>>;
  /** By code of the district, the figures that its value is computed from. */
  figures: Readonly<Record<string, readonly FigureRecord[]>>;
}

function yearDetailsOf(rows: ResultOf<typeof yearQuery>["compare"]["rows"], language: Language): YearDetails {
  const sources = (cell: (typeof rows)[number]["cells"][number] | undefined) =>
    distinctSources(cell?.figures.flatMap((figure) => figure.sources) ?? []);
  return {
    ranks: Object.fromEntries(rows.map(({ key, cells: [cell] }) => [key, cell ? rankText(cell, language) : null])),
    sources: Object.fromEntries(rows.map(({ key, cells: [cell] }) => [key, sources(cell)])),
    figures: Object.fromEntries(rows.map(({ key, cells: [cell] }) => [key, cell?.figures ?? []])),
  };
}

export const distinctSources = (sources: readonly SourceRecord[]): SourceRecord[] => [
  ...new Map(sources.map((source) => [source.slug, source])).values(),
];

function rankText({ rankFrom, rankTo }: { rankFrom: number | null; rankTo: number | null }, language: Language): string | null {
  if (rankFrom === null) return null;
  return rankFrom === rankTo ? String(rankFrom) : numberRange(`${rankFrom}`, `${rankTo}`, language);
}
