import { EXPECTED_COUNTS } from "../contract/city.ts";
import { MAX_ENTRIES } from "../contract/site-filter.ts";
import { geojson } from "../database/geometry.ts";
import { type Sql, sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { builder } from "../graphql/builder.ts";
import { type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { PRICES } from "../graphql/prices.ts";
import { checkRange, Notice, resolveStatement } from "../graphql/statement.ts";
import { checkEntries } from "../graphql/vocabulary.ts";
import { checkFilter } from "../sites/filter.ts";
import { filterCost, SiteFilterInput } from "../sites/filter-input.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { matchingSites } from "../sites/filter-sql.ts";

// The union of this many circles takes a fraction of a second.
const MAX_POINTS = 500;
const MIN_KM = 0.1;
const MAX_KM = 100;
// Tolerance of the simplification in degrees: about 50 m.
const SIMPLIFY_DEGREES = 0.0005;

const SHAPES_NOTE = "Calculated from the schematic boundaries of the districts, so it differs from their recorded areas.";

const DistrictCoverage = builder.objectRef<Row>("DistrictCoverage");
DistrictCoverage.implement({
  description: `Coverage of a district by the sites. ${SHAPES_NOTE}`,
  fields: (t) => ({
    district: t.field({
      type: District,
      description: "The district.",
      ...readBySql({ singleRow: (row, child) => sql`FROM district ${child} WHERE ${child}.code = ${row}.code` }),
    }),
    areaKm2: t.float({
      description: "Area in km² within its schematic boundary.",
      ...valueBySql((row) => km2(sql`${row}.area`)),
    }),
    coveredKm2: t.float({
      description: "Area within the distance, in km².",
      ...valueBySql((row) => km2(sql`${row}.covered_area`)),
    }),
    share: t.float({ description: "Covered share of the area, from 0 to 1.", ...valueBySql((row) => coveredShare(row)) }),
    sites: t.int({
      description: "Number of sites in the district that do not meet the filter and have a published location.",
      ...valueBySql((row) => sql`(SELECT count(*) FROM other_site WHERE other_site.district_code = ${row}.code)`),
    }),
    coveredSites: t.int({
      description: "Number of those sites within the distance.",
      ...valueBySql(
        (row) => sql`(SELECT count(*) FROM other_site
        WHERE other_site.district_code = ${row}.code AND other_site.is_covered)`,
      ),
    }),
  }),
});

const Coverage = builder.objectRef<Row>("Coverage");
Coverage.implement({
  description: `The parts of the districts within a distance of sites, and the rest. ${SHAPES_NOTE}`,
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "Inputs that were changed before use.",
      resolve: (row) => row.notices as never,
    }),
    areaKm2: t.float({
      description: "Area in km² within the districts' schematic boundaries.",
      ...valueBySql((row) => km2(sql`${row}.area`)),
    }),
    coveredKm2: t.float({
      description: "Area within the distance, in km².",
      ...valueBySql((row) => km2(sql`${row}.covered_area`)),
    }),
    share: t.float({ description: "Covered share of the area, from 0 to 1.", ...valueBySql((row) => coveredShare(row)) }),
    points: t.int({
      description: "Number of sites that distances are measured from.",
      ...valueBySql(() => sql`(SELECT count(*) FROM matching_site WHERE point IS NOT NULL)`),
    }),
    withoutPoint: t.int({
      description: "Number of sites that meet the filter but have no published location. They are ignored.",
      ...valueBySql(() => sql`(SELECT count(*) FROM matching_site WHERE point IS NULL)`),
    }),
    districts: t.field({
      type: [DistrictCoverage],
      complexity: { field: 1, multiplier: EXPECTED_COUNTS.districts },
      description: "By district, in order of code.",
      ...readBySql({ rows: (_row, child) => sql`FROM district_part ${child} ORDER BY ${child}.code` }),
    }),
    covered: t.field({
      type: "GeoJSON",
      nullable: true,
      complexity: 100,
      description: "The part of the districts within the distance (WGS-84), simplified to about 50 m; empty if there is none.",
      ...valueBySql(() => simplifiedUnion(sql`covered`)),
    }),
    uncovered: t.field({
      type: "GeoJSON",
      nullable: true,
      complexity: 100,
      description: "The part of the districts beyond the distance (WGS-84), simplified to about 50 m; empty if there is none.",
      ...valueBySql(() => simplifiedUnion(sql`uncovered`)),
    }),
  }),
});

const km2 = (area: Sql): Sql => sql`round((${area} / 1e6)::numeric, 3)`;
const coveredShare = (row: Sql): Sql => sql`coalesce(round((${row}.covered_area / nullif(${row}.area, 0))::numeric, 4), 0)`;
const simplifiedUnion = (column: Sql): Sql => sql`(SELECT ${geojson(sql`shape`)} FROM
  (SELECT ST_SimplifyPreserveTopology(ST_Union(district_part.${column}), ${SIMPLIFY_DEGREES}) AS shape
  FROM district_part) simplified WHERE NOT ST_IsEmpty(shape))`;

builder.queryField("coverage", (t) =>
  t.field({
    type: Coverage,
    description: `The area within a straight-line distance of the sites that meet the filter. At most ${MAX_POINTS} sites. ${SHAPES_NOTE}`,
    args: {
      filter: t.arg({ type: SiteFilterInput, required: true }),
      withinKm: t.arg.float({ required: true, description: "Distance in km, geodesic; 0.1 to 100." }),
      districts: t.arg.stringList({ description: "Districts to analyse, by GB/T 2260 code; all by default." }),
    },
    complexity: ({ filter }) => ({ field: PRICES.coverage + filterCost(filter), multiplier: 1 }),
    resolve: async (_root, { filter: input, withinKm, districts }, { database, budget }, info) => {
      const filter = checkFilter(input, "filter", budget);
      const metres = checkRange("withinKm", withinKm, MIN_KM, MAX_KM) * 1000;
      checkEntries("districts", districts, MAX_ENTRIES);
      const notices = await checkFilterLookups(database, filter);
      return resolveStatement(
        database,
        info,
        sql`SELECT coalesce(sum(area), 0) AS area, coalesce(sum(covered_area), 0) AS covered_area FROM district_part`,
        {
          ctes: [matchingSites(filter), ...coverageCtes(metres, districts)],
          notices,
          vocabularies: [{ argument: "districts", table: "district", key: "code", entries: districts }],
          countLimit: { count: sql`(SELECT count(*) FROM matching_site WHERE point IS NOT NULL)`, max: MAX_POINTS },
        },
      );
    },
  }),
);

// Circles become polygons with 128 corners, which are 0.04 % smaller. Where a circle only touches a district, the intersection is a
// point or a line; only areas are kept.
const coverageCtes = (metres: number, districts: readonly string[] | null | undefined): Sql[] => [
  sql`start_point AS MATERIALIZED (SELECT point FROM matching_site WHERE point IS NOT NULL)`,
  // Above the limit no circles are built; the query is refused by the count that is read along with it.
  sql`circle_union AS MATERIALIZED (SELECT coalesce(ST_Union(ST_Buffer(start_point.point::geography, ${metres}, 32)::geometry),
    'SRID=4326;POLYGON EMPTY'::geometry) AS shape
    FROM start_point WHERE (SELECT count(*) FROM start_point) <= ${MAX_POINTS})`,
  sql`split_district AS MATERIALIZED (SELECT district.code, district.boundary,
    ST_CollectionExtract(ST_Intersection(district.boundary, circle_union.shape), 3) AS covered,
      ST_Difference(district.boundary, circle_union.shape) AS uncovered
    FROM district CROSS JOIN circle_union ${districts ? sql`WHERE district.code = ANY(${districts})` : sql``})`,
  sql`district_part AS MATERIALIZED (SELECT code, covered, uncovered, ST_Area(boundary::geography) AS area,
    ST_Area(covered::geography) AS covered_area FROM split_district)`,
  // Not the name of a real table: nested fields could confuse the two.
  sql`other_site AS MATERIALIZED (SELECT site.district_code, ST_Intersects(circle_union.shape, site.point) AS is_covered
    FROM site CROSS JOIN circle_union
    WHERE site.point IS NOT NULL AND NOT EXISTS (SELECT FROM matching_site WHERE matching_site.id = site.id))`,
];
