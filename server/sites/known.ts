import type { Reader } from "../core/database.ts";
import { AtlasError } from "../core/errors.ts";
import type { Area } from "../core/geometry.ts";
import { join, raw, type Sql, sql } from "../core/sql.ts";
import { areaGeometry, argumentName, type SiteFilter } from "./filter.ts";

const vocabularies = [
  ["districts", "district", "code"],
  ["functionalAreas", "functional_area", "id"],
  ["industries", "industry", "id"],
] as const;

/**
 * Checks what only the database knows: codes that do not exist, edges that cross. One statement, and none where the
 * filter has nothing of the kind. Throws VALUE_UNKNOWN, POLYGON_INVALID.
 */
export async function checkKnown(database: Reader, filter: SiteFilter, name = "filter"): Promise<void> {
  const columns: Sql[] = [];
  for (const [part, table, key] of vocabularies) {
    if (!filter[part]?.length) continue;
    columns.push(sql`(SELECT entry FROM unnest(${filter[part]}::text[]) entry WHERE NOT EXISTS
      (SELECT FROM ${raw(table)} WHERE ${raw(key)} = entry) LIMIT 1) AS ${raw(`"${part}"`)}`);
  }
  if (filter.within) {
    columns.push(sql`(SELECT concat_ws(' ', v.reason, ST_AsText(v.location, 6)) FROM ST_IsValidDetail(${areaGeometry(filter.within as Area)}) v
      WHERE NOT v.valid) AS reason`);
  }
  if (columns.length === 0) return;
  const [row = {}] = await database.rows<Record<string, string | null>>(sql`SELECT ${join(columns)}`);
  for (const [part, table, key] of vocabularies) {
    if (row[part]) throw await unknown(database, argumentName(name, part), row[part], table, key);
  }
  if (row.reason) throw new AtlasError("POLYGON_INVALID", { argument: argumentName(name, "within"), reason: row.reason });
}

async function unknown(database: Reader, argument: string, value: string, table: string, key: string): Promise<AtlasError> {
  const known = await database.rows<{ key: string }>(sql`SELECT ${raw(key)} AS key FROM ${raw(table)} ORDER BY 1 LIMIT 100`);
  return new AtlasError("VALUE_UNKNOWN", { argument, value, known: known.map((row) => row.key).join(", ") });
}
