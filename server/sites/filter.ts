// The one site filter: its parts, what each part may be, and the SQL it becomes. GraphQL hands it in as an input object,
// tiles and links as address parameters (see filter-address.ts); both arrive here.
import { AtlasError } from "../core/errors.ts";
import { type Area, type Bbox, checkArea, checkBbox, checkPosition } from "../core/geometry.ts";
import { join, type Sql, sql } from "../core/sql.ts";

/** Conditions that all hold; a list holds where one of its entries does. Lengths in km, coordinates in WGS-84 degrees. */
export interface SiteFilter {
  kinds?: readonly string[] | null | undefined;
  districts?: readonly string[] | null | undefined;
  functionalAreas?: readonly string[] | null | undefined;
  industries?: readonly string[] | null | undefined;
  statuses?: readonly string[] | null | undefined;
  text?: string | null | undefined;
  bbox?: readonly number[] | null | undefined;
  within?: unknown;
  near?: { point: readonly number[]; withinKm: number } | null | undefined;
}

export const MOST_ENTRIES = 100;
const MOST_CHARACTERS = 200;
const MOST_KM = 500;
// Characters that would be read as something else by a text pattern or cannot be stored at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** The filter, checked as far as that can be done without the database; `name` is where it stands, for errors. */
export function checkFilter(filter: SiteFilter, name = "filter"): SiteFilter {
  for (const part of ["kinds", "districts", "functionalAreas", "industries", "statuses"] as const) {
    const list = filter[part];
    if (list && list.length > MOST_ENTRIES)
      throw new AtlasError("LIST_TOO_LONG", { argument: argumentName(name, part), most: MOST_ENTRIES, value: list.length });
    for (const entry of list ?? []) checkText(entry, argumentName(name, part));
  }
  if (filter.text) checkText(filter.text, argumentName(name, "text"));
  if (filter.bbox) checkBbox(filter.bbox, argumentName(name, "bbox"));
  const within =
    filter.within === null || filter.within === undefined ? undefined : checkArea(filter.within, argumentName(name, "within"));
  if (filter.near) {
    checkPosition(filter.near.point, argumentName(name, "near.point"));
    const { withinKm } = filter.near;
    if (!(withinKm >= 0.001 && withinKm <= MOST_KM)) {
      throw new AtlasError("NUMBER_OUT_OF_RANGE", {
        argument: argumentName(name, "near.withinKm"),
        least: 0.001,
        most: MOST_KM,
        value: withinKm,
      });
    }
  }
  // The area as it was checked, without whatever else its sender put beside it.
  return { ...filter, within };
}

/** What a part of the filter is called where its sender wrote it: in an address some have shorter names. */
export const argumentName = (name: string, part: string): string =>
  name === "address" ? ({ functionalAreas: "areas", text: "q" }[part] ?? part) : `${name}.${part}`;

function checkText(value: string, argument: string): void {
  if (value.length > MOST_CHARACTERS)
    throw new AtlasError("TEXT_TOO_LONG", { argument, most: MOST_CHARACTERS, value: value.length });
  if (CONTROL.test(value)) throw new AtlasError("TEXT_WITH_CONTROL", { argument });
}

/** The conditions as SQL over rows of `site` under the alias `row`; `true` for an empty filter. */
export function siteConditions(filter: SiteFilter, row: Sql): Sql {
  const conditions = [sql`true`];
  if (filter.kinds) conditions.push(sql`${row}.kind = ANY(${filter.kinds}::site_kind[])`);
  if (filter.districts) conditions.push(sql`${row}.district_code = ANY(${filter.districts})`);
  if (filter.functionalAreas) conditions.push(sql`${row}.functional_area_id = ANY(${filter.functionalAreas})`);
  if (filter.statuses) conditions.push(sql`${row}.status = ANY(${filter.statuses}::site_status[])`);
  if (filter.industries) {
    conditions.push(
      sql`EXISTS (SELECT FROM site_industry i WHERE i.site_id = ${row}.id AND i.industry_id = ANY(${filter.industries}))`,
    );
  }
  const words = terms(filter.text ?? "");
  // Nothing is named by punctuation alone.
  if (filter.text?.trim() && words.length === 0) conditions.push(sql`false`);
  for (const term of words) conditions.push(sql`${row}.search_text LIKE ${pattern(term)}`);
  if (filter.bbox) conditions.push(inBbox(filter.bbox as Bbox, row));
  if (filter.within) conditions.push(sql`ST_Intersects(${row}.point, ${areaGeometry(filter.within as Area)})`);
  if (filter.near) {
    conditions.push(sql`ST_DWithin(${row}.point::geography, ${geographyOf(filter.near.point)}, ${filter.near.withinKm * 1000})`);
  }
  return join(conditions, " AND ");
}

const inBbox = ([west, south, east, north]: Bbox, row: Sql): Sql =>
  sql`${row}.point && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`;

/** A GeoJSON area as geometry (EPSG:4326). */
export const areaGeometry = (area: Area): Sql => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(area)}), 4326)`;

/** A position as geography. */
export const geographyOf = ([longitude, latitude]: readonly number[]): Sql =>
  sql`ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326)::geography`;

// Words as searchText (imports/names.ts) stores them.
const terms = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFKC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

// Latin letters match from the start of a word or a syllable (the text has a space before each), Chinese anywhere. What is
// left of a word has no character that a pattern would take for something else.
const pattern = (term: string): string => (/^\p{Script=Latin}|^\d/u.test(term) ? `% ${term}%` : `%${term}%`);
