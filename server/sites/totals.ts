// Counts of sites from the totals that are kept of all sites (see migrations), where a filter allows it, so that not all sites are counted each time.
import type { ListName } from "../contract/filter-lists.ts";
import { type Sql, sql } from "../database/sql.ts";
import type { SiteFilter } from "./filter.ts";
import { siteConditions } from "./filter-sql.ts";

/** What is counted of rows with the alias `counted`. */
export interface Counted {
  count: Sql;
  /** Those with a point, and the sums of their coordinates. */
  points: Sql;
  x: Sql;
  y: Sql;
  /** Those that are part of another site. */
  parts: Sql;
  nationalHubs: Sql;
}

/** Of sites. */
export const SITES: Counted = {
  count: sql`count(counted.kind)`,
  points: sql`count(counted.point)`,
  x: sql`sum(ST_X(counted.point))`,
  y: sql`sum(ST_Y(counted.point))`,
  parts: sql`count(counted.parent_id)`,
  nationalHubs: sql`count(*) FILTER (WHERE EXISTS (SELECT FROM logistics_hub hub WHERE hub.site_id = counted.id AND hub.level = 'NATIONAL'))`,
};

/** Of totals. */
const TOTALS: Counted = {
  count: sql`coalesce(sum(counted.count), 0)`,
  points: sql`coalesce(sum(counted.points), 0)`,
  x: sql`sum(counted.x)`,
  y: sql`sum(counted.y)`,
  parts: sql`coalesce(sum(counted.parts), 0)`,
  nationalHubs: sql`coalesce(sum(counted.national_hubs), 0)`,
};

/** The parts of a filter that are columns of the totals. */
const PARTS: readonly string[] = ["kinds", "districts", "functionalAreas"] satisfies ListName[];

/** Whether the sites that a filter selects are those of some totals. */
export const selectsTotals = (filter: SiteFilter): boolean =>
  Object.entries(filter).every(([part, value]) => (value ?? null) === null || PARTS.includes(part));

/** The table to count all sites of, if filtered so; its rows take the alias `counted`. */
export const countedSites = (filter: SiteFilter): Counted & { table: Sql } =>
  selectsTotals(filter) ? { table: sql`site_total`, ...TOTALS } : { table: sql`site`, ...SITES };

/** The number of sites that meet the filter. */
export function siteCount(filter: SiteFilter): Sql {
  const { table, count } = countedSites(filter);
  return sql`(SELECT ${count} FROM ${table} counted WHERE ${siteConditions(filter, sql`counted`)})`;
}

/**
 * The table to count the sites of that meet the filter: their totals, as the CTE `matching_total` of a query, or `table`, which has the
 * sites. `ctes` are the common table expressions that it needs.
 */
export const countedMatches = (filter: SiteFilter, table: Sql): Counted & { table: Sql; ctes: Sql[] } =>
  selectsTotals(filter)
    ? {
        table: sql`matching_total`,
        ctes: [sql`matching_total AS (SELECT counted.* FROM site_total counted WHERE ${siteConditions(filter, sql`counted`)})`],
        ...TOTALS,
      }
    : { table, ctes: [], ...SITES };
