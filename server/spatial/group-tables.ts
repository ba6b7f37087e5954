// Groups of sites as named tables of one statement. Sites are counted once, by the columns of their group; keys and shapes are made for
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
 * Common table expressions over `grouped_site`: `tally` with the counts of all groups, `site_group` with the largest groups, `kind_count`
 * with their kinds, and `member` with the sites of all groups, or of the largest where there may be many groups.
 */
export function groupTables(
  grouping: Grouping,
  { metres, size, selected, counted: { table, count, points, x, y } }: Groups,
): Sql[] {
  const { columns, key } = groupKeys[grouping];
  const hasManyGroups = grouping === "HEX" || grouping === "CLUSTER";
  const columnsOf = (row: Sql, names: readonly string[]): Sql => join(names.map((name) => sql`${row}.${identifier(name)}`));
  const tallied = [...new Set([...columns, ...(selected.has("kinds") ? ["kind"] : [])])];
  const needsCenter = selected.has("center") || selected.has("radiusKm");
  const positions = sql`, ${points} AS points, ${x} AS x, ${y} AS y`;
  const center = sql`ST_SetSRID(ST_MakePoint(sum(t.x) / nullif(sum(t.points), 0), sum(t.y) / nullif(sum(t.points), 0)), 4326)`;
  const inSameGroup = join(
    columns.map((name) => sql`l.${identifier(name)} = g.${identifier(name)}`),
    " AND ",
  );
  return [
    sql`tally AS MATERIALIZED (
      SELECT ${key(sql`c`)} AS key, ${columnsOf(sql`c`, tallied)}, ${count} AS count${needsCenter ? positions : empty}
      FROM ${table} c GROUP BY ${columnsOf(sql`c`, tallied)})`,
    sql`largest AS MATERIALIZED (
      SELECT t.key, ${columnsOf(sql`t`, columns)}, sum(t.count)::int AS count, ${needsCenter ? center : sql`NULL::geometry`} AS center
      FROM tally t GROUP BY t.key, ${columnsOf(sql`t`, columns)} ORDER BY sum(t.count) DESC, t.key LIMIT ${size})`,
    sql`member AS ${hasManyGroups ? sql`MATERIALIZED` : sql`NOT MATERIALIZED`} (
      SELECT g.* FROM grouped_site g ${hasManyGroups ? sql`JOIN largest l ON ${inSameGroup}` : empty})`,
    sql`kind_count AS MATERIALIZED (
      SELECT t.key, ${selected.has("kinds") ? sql`t.kind` : sql`NULL::site_kind`} AS kind, t.count FROM tally t JOIN largest l ON l.key = t.key)`,
    sql`site_group AS (SELECT l.key, l.count, l.center, ${groupColumns(grouping)}, ${shapeOf(grouping, metres)}
      FROM largest l ${grouping === "CLUSTER" ? joinedHulls : empty})`,
  ];
}

/** Kind and district of a group, if its sites share them by definition. */
const groupColumns = (grouping: Grouping): Sql => sql`
  ${grouping.endsWith("KIND") ? sql`l.kind` : sql`NULL::site_kind`} AS kind,
  ${grouping.startsWith("DISTRICT") ? sql`l.district_code` : sql`NULL::text`} AS district_code`;

function shapeOf(grouping: Grouping, metres: number): Sql {
  if (grouping === "CLUSTER") return sql`CASE WHEN ST_Dimension(h.hull) = 2 THEN h.hull END AS shape, h.radius_km`;
  const hexagon = sql`(SELECT ST_Transform(ST_Hexagon(${metres}, l.hex_i, l.hex_j, ST_SetSRID(ST_MakePoint(0, 0), 4547)), 4326))`;
  return sql`${grouping === "HEX" ? hexagon : sql`NULL::geometry`} AS shape, NULL::float8 AS radius_km`;
}

const joinedHulls: Sql = sql`LEFT JOIN (SELECT m.first_slug, ST_ConvexHull(ST_Collect(m.point)) AS hull,
    max(ST_Distance(m.point::geography, c.center::geography)) / 1000 AS radius_km
  FROM member m JOIN largest c ON c.first_slug = m.first_slug GROUP BY m.first_slug) h ON h.first_slug = l.first_slug`;
