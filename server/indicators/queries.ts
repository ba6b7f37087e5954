import { INDICATOR_SLUGS } from "../contract/city.ts";
import { MAX_ENTRIES } from "../contract/site-filter.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import type { Reader } from "../database/pool.ts";
import { empty, join, type Sql, sql, wholeNumber } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { FunctionalArea } from "../districts/functional-area.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, readBySqlWithArguments } from "../graphql/fields.ts";
import { boundedSize, listSize, pageComplexity, readPage } from "../graphql/paging.ts";
import { PRICES } from "../graphql/prices.ts";
import { checkEntries, checkVocabularies } from "../graphql/vocabulary.ts";
import { Site } from "../sites/site.ts";
import { AS_OF_ARGUMENT, type AsOf, currentAsOf, latestFigures } from "./figure-precedence.ts";
import { Observation } from "./observation.ts";

const ObservationFilter = builder.inputType("ObservationFilter", {
  description: "Filters figures. Parts are combined with AND, entries of a list with OR.",
  fields: (t) => ({
    indicators: t.stringList({ description: "Indicators, by slug." }),
    sites: t.stringList({ description: "Sites, by slug." }),
    districts: t.stringList({ description: "Districts, by code." }),
    functionalAreas: t.stringList({ description: "Functional areas, by slug." }),
    regions: t.stringList({ description: "Regions, by code; 420100 is the city." }),
    statuses: t.field({ type: [enumOf("ObservationStatus")], description: "Statuses." }),
    from: t.field({ type: "Date", description: "Periods that end on this day or later." }),
    to: t.field({ type: "Date", description: "Periods that end on this day or earlier." }),
  }),
});

type Filter = typeof ObservationFilter.$inferInput;

const VOCABULARIES = {
  indicators: { table: "indicator", key: "id" },
  sites: { table: "site", key: "slug" },
  districts: { table: "district", key: "code" },
  functionalAreas: { table: "functional_area", key: "id" },
  regions: { table: "region", key: "code" },
} as const;
const FILTER_NAMES = Object.keys(VOCABULARIES) as (keyof typeof VOCABULARIES)[];

/** Checks the names in a filter; throws LIST_TOO_LONG, VALUE_UNKNOWN and the errors of checkText. */
async function checkNames(database: Reader, filter: Filter): Promise<void> {
  const vocabularies = FILTER_NAMES.map((name) => ({ argument: `filter.${name}`, entries: filter[name], ...VOCABULARIES[name] }));
  for (const { argument, entries } of vocabularies) checkEntries(argument, entries, MAX_ENTRIES);
  checkEntries("filter.statuses", filter.statuses, MAX_ENTRIES);
  await checkVocabularies(database, vocabularies);
}

function conditions(filter: Filter, asOf: AsOf): Sql {
  const conditionList = [currentAsOf(sql`row0`, asOf)];
  if (filter.indicators) conditionList.push(sql`row0.indicator_id = ANY(${filter.indicators})`);
  if (filter.sites) conditionList.push(sql`row0.site_id IN (SELECT id FROM site WHERE slug = ANY(${filter.sites}))`);
  if (filter.districts) conditionList.push(sql`row0.district_code = ANY(${filter.districts})`);
  if (filter.functionalAreas) conditionList.push(sql`row0.functional_area_id = ANY(${filter.functionalAreas})`);
  if (filter.regions) conditionList.push(sql`row0.region_code = ANY(${filter.regions})`);
  if (filter.statuses) conditionList.push(sql`row0.status = ANY(${filter.statuses}::observation_status[])`);
  if (filter.from) conditionList.push(sql`row0.period_end >= ${filter.from}::date`);
  if (filter.to) conditionList.push(sql`row0.period_end <= ${filter.to}::date`);
  return join(conditionList, " AND ");
}

builder.queryField("observations", (t) =>
  t.connection(
    {
      type: Observation,
      description: "Figures that meet the filter, newest period first; those without a period last.",
      args: { filter: t.arg({ type: ObservationFilter }), asOf: t.arg(AS_OF_ARGUMENT) },
      complexity: (page) => ({ ...pageComplexity(page), field: PRICES.observations }),
      resolve: async (_root, { filter, asOf, ...paging }, { database }, info) => {
        await checkNames(database, filter ?? {});
        const where = conditions(filter ?? {}, asOf);
        return readPage(database, info, paging, {
          from: sql`FROM observation row0 WHERE ${where}`,
          order: { name: "PERIOD", by: sql`coalesce(row0.period_end, '0001-01-01'::date)`, descending: true },
          key: sql`row0.id`,
          extras: { totalCount: () => sql`(SELECT count(*) FROM observation row0 WHERE ${where})` },
        });
      },
    },
    {
      description: "A page of figures.",
      fields: (c) => ({
        totalCount: c.int({
          description: "Number of figures that meet the filter.",
          resolve: ({ totalCount }) => totalCount as never,
        }),
      }),
    },
  ),
);

// Figures belong to three types of earlier slices, each by its own key.
const MAX_FIGURES = 500;
type Subject = { column: Sql; key: (row: Sql) => Sql };

function checkIndicators(indicators: unknown): string[] | null {
  const list = (indicators ?? null) as string[] | null;
  if (list && list.length > MAX_ENTRIES)
    throw new AtlasError(commonErrors.LIST_TOO_LONG, { argument: "indicators", max: MAX_ENTRIES, value: list.length });
  return list;
}

const indicatorCondition = (row: Sql, indicators: unknown): Sql => {
  const list = checkIndicators(indicators);
  return list ? sql` AND ${row}.indicator_id = ANY(${list})` : empty;
};

const latest = ({ column, key }: Subject) =>
  readBySqlWithArguments({
    rows: (
      row,
      child,
      { indicators, asOf },
    ) => sql`FROM ${latestFigures(asOf as AsOf)} latest JOIN observation ${child} ON ${child}.id = latest.observation_id
      WHERE latest.${column} = ${key(row)}${indicatorCondition(sql`latest`, indicators)}
      ORDER BY latest.indicator_id LIMIT ${wholeNumber(MAX_FIGURES)}`,
  });

const series = ({ column, key }: Subject) =>
  readBySqlWithArguments({
    rows: (row, child, { indicators, first, asOf }) => sql`FROM observation ${child}
      WHERE ${child}.${column} = ${key(row)} AND ${currentAsOf(child, asOf as AsOf)}${indicatorCondition(child, indicators)}
      ORDER BY ${child}.indicator_id, ${child}.period_end DESC NULLS LAST,
      ${child}.id LIMIT ${wholeNumber(listSize(first as number, MAX_FIGURES))}`,
  });

const site: Subject = { column: sql`site_id`, key: (row) => sql`${row}.id` };
const district: Subject = { column: sql`district_code`, key: (row) => sql`${row}.code` };
const area: Subject = { column: sql`functional_area_id`, key: (row) => sql`${row}.id` };

const LATEST =
  "The preferred latest figure of each indicator: full years before parts of a year, then by newer period, more official status, compiler before republisher, reliability, and newer release.";
const SERIES = "Its figures by indicator, newest period first.";

for (const [owner, subject] of [
  [Site, site],
  [District, district],
  [FunctionalArea, area],
] as const) {
  const field = (owner === Site ? builder.interfaceField : builder.objectField).bind(builder) as typeof builder.objectField;
  field(owner as typeof District, "latestFigures", (t) =>
    t.field({
      type: [Observation],
      description: LATEST,
      args: {
        indicators: t.arg.stringList({ description: "Indicators, by slug; all by default." }),
        asOf: t.arg(AS_OF_ARGUMENT),
      },
      complexity: ({ indicators }) => ({ field: 1, multiplier: indicators?.length ?? 10 }),
      ...latest(subject),
    }),
  );
  field(owner as typeof District, "observations", (t) =>
    t.field({
      type: [Observation],
      description: SERIES,
      args: {
        indicators: t.arg.stringList({ description: "Indicators, by slug; all by default." }),
        first: t.arg.int({ required: true, defaultValue: 100 }),
        asOf: t.arg(AS_OF_ARGUMENT),
      },
      complexity: ({ first }) => ({ field: 1, multiplier: boundedSize(first, MAX_FIGURES) / 4 }),
      ...series(subject),
    }),
  );
}

builder.objectField(District, "population", (t) =>
  t.field({
    type: Observation,
    nullable: true,
    description: "Latest census population. It excludes the functional areas where the census lists them separately.",
    args: { asOf: t.arg(AS_OF_ARGUMENT) },
    ...readBySqlWithArguments({
      singleRow: (
        row,
        child,
        { asOf },
      ) => sql`FROM ${latestFigures(asOf as AsOf)} latest JOIN observation ${child} ON ${child}.id = latest.observation_id
        WHERE latest.district_code = ${row}.code AND latest.indicator_id = ${INDICATOR_SLUGS.populationCensus}`,
    }),
  }),
);
