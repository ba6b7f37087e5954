// Groups of sites as common table expressions (CTEs) of one statement. Sites are counted once, by the columns of their group; keys and shapes are made for
// the groups that are returned.
import { empty, identifier, join, type Sql, sql } from "../database/sql.ts";
import type { Counted } from "../sites/totals.ts";
import { type Grouping, groupKeys } from "./grouping.ts";

interface Groups {
  /** The length of the grouping: edge of a hexagon or radius of a cluster. */
  metres: number;
  /** Maximum number of groups. */
  size: number;
  /** The selected fields of SiteGroup. */
  selected: ReadonlySet<string>;
  /** What is counted: `grouped_site`, or totals with the columns of its groups. */
  counted: Counted & { table: Sql };
}

/**
 * CTEs over `grouped_site`: `tally` with the counts of all groups, `site_group` with the largest groups, `kind_count`
 * with their kinds, and `member` with the sites of all groups, or of the largest where there may be many groups.
 */
export function groupCtes(
  grouping: Grouping,
  { metres, size, selected, counted: { table, count, points, x, y } }: Groups,
): Sql[] {
  const { columns, key } = groupKeys[grouping];
  const hasManyGroups = grouping === "HEX" || grouping === "CLUSTER";
  const columnsOf = (row: Sql, names: readonly string[]): Sql => join(names.map((name) => sql`${row}.${identifier(name)}`));
  const tallied = [...new Set([...columns, ...(selected.has("kinds") ? ["kind"] : [])])];
  const needsCenter = selected.has("center") || selected.has("radiusKm");
  const positions = sql`, ${points} AS points, ${x} AS x, ${y} AS y`;
  const center = sql`ST_SetSRID(ST_MakePoint(sum(tally.x) / nullif(sum(tally.points), 0),
    sum(tally.y) / nullif(sum(tally.points), 0)), 4326)`;
  const inSameGroup = join(
    columns.map((name) => sql`largest.${identifier(name)} = grouped_site.${identifier(name)}`),
    " AND ",
  );
  return [
    sql`tally AS MATERIALIZED (
      SELECT ${key(sql`counted`)} AS key, ${columnsOf(sql`counted`, tallied)}, ${count} AS count${needsCenter ? positions : empty}
      FROM ${table} counted GROUP BY ${columnsOf(sql`counted`, tallied)})`,
    sql`largest AS MATERIALIZED (
      SELECT tally.key, ${columnsOf(sql`tally`, columns)}, sum(tally.count)::int AS count,
        ${needsCenter ? center : sql`NULL::geometry`} AS center
      FROM tally GROUP BY tally.key, ${columnsOf(sql`tally`, columns)} ORDER BY sum(tally.count) DESC, tally.key LIMIT ${size})`,
    sql`member AS ${hasManyGroups ? sql`MATERIALIZED` : sql`NOT MATERIALIZED`} (
      SELECT grouped_site.* FROM grouped_site ${hasManyGroups ? sql`JOIN largest ON ${inSameGroup}` : empty})`,
    sql`kind_count AS MATERIALIZED (
      SELECT tally.key, ${selected.has("kinds") ? sql`tally.kind` : sql`NULL::site_kind`} AS kind, tally.count FROM tally
        JOIN largest ON largest.key = tally.key)`,
    sql`site_group AS (SELECT largest.key, largest.count, largest.center, ${groupColumns(grouping)}, ${shapeOf(grouping, metres)}
      FROM largest ${grouping === "CLUSTER" ? joinedHulls : empty})`,
  ];
}

/** Kind and district of a group, if its sites share them by definition. */
const groupColumns = (grouping: Grouping): Sql => sql`
  ${grouping.endsWith("KIND") ? sql`largest.kind` : sql`NULL::site_kind`} AS kind,
  ${grouping.startsWith("DISTRICT") ? sql`largest.district_code` : sql`NULL::text`} AS district_code`;

function shapeOf(grouping: Grouping, metres: number): Sql {
  if (grouping === "CLUSTER") return sql`CASE WHEN ST_Dimension(hulls.hull) = 2 THEN hulls.hull END AS shape, hulls.radius_km`;
  const hexagon = sql`(SELECT ST_Transform(ST_Hexagon(${metres}, largest.hex_i, largest.hex_j,
    ST_SetSRID(ST_MakePoint(0, 0), 4547)), 4326))`;
  return sql`${grouping === "HEX" ? hexagon : sql`NULL::geometry`} AS shape, NULL::float8 AS radius_km`;
}

const joinedHulls: Sql = sql`LEFT JOIN (SELECT member.first_slug, ST_ConvexHull(ST_Collect(member.point)) AS hull,
    max(ST_Distance(member.point::geography, own_group.center::geography)) / 1000 AS radius_km
  FROM member JOIN largest own_group ON own_group.first_slug = member.first_slug GROUP BY member.first_slug) hulls
    ON hulls.first_slug = largest.first_slug`;
