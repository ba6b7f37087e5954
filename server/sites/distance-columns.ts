// What a filter by distance adds to the columns of its sites in files and the OGC API: how far each is, and from which site.
import type { Properties, Property } from "../cql2/properties.ts";
import { raw, type Sql, sql } from "../database/sql.ts";
import type { SiteFilter } from "./filter.ts";
import { aliasOfNeighbour, geographyOf, isNeighbour } from "./filter-sql.ts";

const kilometres = (metres: Sql): Sql => sql`round((${metres} / 1000)::numeric, 3)::float8`;

/** The columns of a filter with `near` or `nearKind`; none for another. Those of filters inside the filter are ignored. */
export const distanceColumns = ({ near, nearKind }: SiteFilter): Properties => ({
  ...(near && { distanceKm: toPoint(near) }),
  ...(nearKind && toNeighbour(nearKind)),
});

const toPoint = ({ point }: NonNullable<SiteFilter["near"]>): Property => ({
  title: { zh: "与筛选条件所给点的距离（公里）", en: "Distance from the point of the filter (km)" },
  type: "number",
  sql: (row) => kilometres(sql`ST_Distance(${row}.point::geography, ${geographyOf(point)})`),
});

function toNeighbour(nearKind: NonNullable<SiteFilter["nearKind"]>): Properties {
  const rows = (row: Sql) => nearestNeighbour(nearKind, row);
  const column = (zh: string, en: string, type: Property["type"], name: string): Property => ({
    title: { zh, en },
    type,
    sql: (row) => sql`(SELECT nearest.${raw(name)} FROM (${rows(row)}) nearest)`,
    lookup: { name: "nearest", rows, column: name },
  });
  const topic = { zh: "最近的参照地点", en: "Nearest reference site" };
  return {
    nearest: column("最近的参照地点标识", "Slug of the nearest reference site", "string", "slug"),
    nearestZh: { ...column(topic.zh, `${topic.en} in Chinese`, "string", "name_zh"), topic },
    nearestEn: { ...column(`${topic.zh}（英文）`, `${topic.en} in English`, "string", "name_en"), topic },
    nearestKm: column("与最近参照地点的距离（公里）", "Distance from the nearest reference site (km)", "number", "km"),
  };
}

// The index orders by distance on a sphere, which may swap sites that are nearly as far.
function nearestNeighbour(nearKind: NonNullable<SiteFilter["nearKind"]>, row: Sql): Sql {
  const other = aliasOfNeighbour(row);
  return sql`SELECT slug, name_zh, name_en, ${kilometres(sql`metres`)} AS km FROM (
      SELECT ${other}.id, ${other}.slug, ${other}.name_zh, ${other}.name_en,
        ST_Distance(${other}.point::geography, ${row}.point::geography) AS metres
      FROM site ${other} WHERE ${other}.point IS NOT NULL AND ${isNeighbour(nearKind, other, row)}
      ORDER BY ${other}.point::geography <-> ${row}.point::geography LIMIT 5) candidate
    ORDER BY metres, id LIMIT 1`;
}
