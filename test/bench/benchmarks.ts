// What is measured: each benchmark is a query in GraphQL and the best SQL known for the same answer, which makes the JSON itself.
import type pg from "pg";
import { INDICATORS, SITES } from "./data.ts";

export interface Benchmark {
  name: string;
  query: string;
  /** One row with the column `json`. */
  sql: string;
  /** Whether a geometry is among the values, so that a plan made without them is a bad one. */
  isSpatial?: boolean;
  /** Ratios to the floor that are to be reached: for answers never given before, and for repeated ones. */
  aim: { fresh: number; repeated: number };
  /** GraphQL variables and SQL values of one variant. */
  variant: (sample: Sample) => { variables: Record<string, unknown>; values: unknown[] };
  /** The part of GraphQL's data that the SQL answers. */
  answer: (data: never) => unknown;
}

/** A site drawn by chance: where a variant starts. */
export interface Sample {
  id: number;
  sort: string;
  longitude: number;
  latitude: number;
}

const cursor = ({ id, sort }: Sample): string => Buffer.from(JSON.stringify(["NAME", sort, id])).toString("base64url");

/** About 2 km around a sample, in degrees: west, south, east, north. */
const box = ({ longitude, latitude }: Sample): number[] => [
  longitude - 0.012,
  latitude - 0.01,
  longitude + 0.012,
  latitude + 0.01,
];

/** 40 corners about 5 km around a sample, as a star. */
function polygon({ longitude, latitude }: Sample) {
  const corners = Array.from({ length: 40 }, (_, index) => {
    const [angle, size] = [(index / 20) * Math.PI, index % 2 ? 0.03 : 0.05];
    return [longitude + size * Math.cos(angle), latitude + size * Math.sin(angle)];
  });
  return { type: "Polygon", coordinates: [[...corners, corners[0]]] };
}

const nodes = ({ sites }: { sites: { nodes: unknown } }) => sites.nodes;
const list = (rows: string) => `SELECT coalesce(json_agg(row), '[]')::text AS json FROM (${rows}) row`;

export const benchmarks: Benchmark[] = [
  {
    name: "Q1 list of 50 with district",
    aim: { fresh: 0.55, repeated: 3 },
    query: `query ($after: String) { sites(first: 50, after: $after) { nodes { slug kind nameZh nameEn confidence district { code nameZh nameEn } } } }`,
    sql: list(`SELECT s.slug, s.kind, s.name_zh AS "nameZh", s.name_en AS "nameEn", s.confidence,
        json_build_object('code', d.code, 'nameZh', d.name_zh, 'nameEn', d.name_en) AS district
      FROM site s LEFT JOIN district d ON d.code = s.district_code WHERE (s.sort_zh, s.id) > ($1, $2) ORDER BY s.sort_zh, s.id LIMIT 50`),
    variant: (sample) => ({ variables: { after: cursor(sample) }, values: [sample.sort, sample.id] }),
    answer: nodes,
  },
  {
    name: "Q2 first 100 in a bbox with geometry",
    isSpatial: true,
    aim: { fresh: 0.8, repeated: 5 },
    query: `query ($bbox: [Float!]!) { sites(first: 100, filter: { bbox: $bbox }) { nodes { slug kind nameZh location { point accuracyM } } } }`,
    sql: list(`SELECT s.slug, s.kind, s.name_zh AS "nameZh",
        json_build_object('point', ST_AsGeoJSON(s.point, 7)::json, 'accuracyM', s.point_accuracy_m) AS location
      FROM site s WHERE s.point && ST_MakeEnvelope($1, $2, $3, $4, 4326) ORDER BY s.sort_zh, s.id LIMIT 100`),
    variant: (sample) => ({ variables: { bbox: box(sample) }, values: box(sample) }),
    answer: nodes,
  },
  {
    name: "Q3 10 nearest with distance",
    isSpatial: true,
    aim: { fresh: 0.6, repeated: 3 },
    query: `query ($point: [Float!]!) { nearest(point: $point, first: 10) { distanceKm site { slug kind nameZh } } }`,
    // The index orders by distance on a sphere, which differs by half a percent: the first of some more, by distance on the ellipsoid.
    sql: list(`SELECT round((metres / 1000)::numeric, 3) AS "distanceKm", json_build_object('slug', slug, 'kind', kind, 'nameZh', name_zh) AS site
      FROM (SELECT s.*, ST_Distance(s.point::geography, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography) AS metres
        FROM site s ORDER BY s.point::geography <-> ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography LIMIT 20) near
      ORDER BY metres LIMIT 10`),
    variant: ({ longitude, latitude }) => ({ variables: { point: [longitude, latitude] }, values: [longitude, latitude] }),
    answer: ({ nearest }: { nearest: unknown }) => nearest,
  },
  {
    name: "Q4 50 sites, latest of 3 indicators",
    aim: { fresh: 0.8, repeated: 5 },
    query: `query ($after: String) { sites(first: 50, after: $after) { nodes { slug nameZh
      latestFigures(indicators: ${JSON.stringify(INDICATORS)}) { value periodEnd indicator { slug } } } } }`,
    sql: list(`SELECT s.slug, s.name_zh AS "nameZh", json_agg(json_build_object('value', o.value, 'periodEnd', o.period_end,
        'indicator', json_build_object('slug', o.indicator_id)) ORDER BY o.indicator_id) AS "latestFigures"
      FROM (SELECT * FROM site WHERE (sort_zh, id) > ($1, $2) ORDER BY sort_zh, id LIMIT 50) s
      JOIN latest_figure f ON f.site_id = s.id AND f.indicator_id IN (${INDICATORS.map((name) => `'${name}'`).join(", ")})
      JOIN observation o ON o.id = f.observation_id GROUP BY s.id, s.slug, s.name_zh, s.sort_zh ORDER BY s.sort_zh, s.id`),
    variant: (sample) => ({ variables: { after: cursor(sample) }, values: [sample.sort, sample.id] }),
    answer: nodes,
  },
  {
    name: "Q5 districts: sites by kind, and a sum",
    aim: { fresh: 10, repeated: 50 },
    query: `{ siteGroups(by: DISTRICT, indicators: ["${INDICATORS[1]}"]) { groups { key count kinds { kind count } figures { count sum } } } }`,
    sql: list(`SELECT g.district_code AS key, sum(g.count)::int AS count, json_agg(json_build_object('kind', g.kind, 'count', g.count) ORDER BY g.kind) AS kinds,
        json_build_array(json_build_object('count', sum(g.figures)::int, 'sum', sum(g.sum)::float8)) AS figures
      FROM (SELECT s.district_code, s.kind, count(*)::int AS count, count(o.value)::int AS figures, sum(o.value) AS sum FROM site s
        LEFT JOIN latest_figure f ON f.site_id = s.id AND f.indicator_id = '${INDICATORS[1]}'
        LEFT JOIN observation o ON o.id = f.observation_id GROUP BY s.district_code, s.kind) g
      GROUP BY g.district_code ORDER BY g.district_code`),
    variant: () => ({ variables: {}, values: [] }),
    answer: ({ siteGroups }: { siteGroups: { groups: { key: string; kinds: { kind: string }[] }[] } }) =>
      siteGroups.groups
        .map((group) => ({
          ...group,
          kinds: [...group.kinds].sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind)),
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
  },
  {
    name: "Q6 polygon of 40 corners, count and 20",
    isSpatial: true,
    aim: { fresh: 1, repeated: 20 },
    query: `query ($within: GeoJSON!) { sites(first: 20, filter: { within: $within }) { totalCount nodes { slug kind nameZh } } }`,
    sql: `WITH inside AS (SELECT s.slug, s.kind, s.name_zh AS "nameZh", s.sort_zh, s.id FROM site s
        WHERE ST_Intersects(s.point, ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)))
      SELECT json_build_object('totalCount', (SELECT count(*) FROM inside), 'nodes', (SELECT coalesce(json_agg(row), '[]') FROM
        (SELECT slug, kind, "nameZh" FROM inside ORDER BY sort_zh, id LIMIT 20) row))::text AS json`,
    variant: (sample) => ({ variables: { within: polygon(sample) }, values: [JSON.stringify(polygon(sample))] }),
    answer: ({ sites }: { sites: unknown }) => sites,
  },
  {
    name: "Q7 20 sites compared by 2 indicators",
    aim: { fresh: 0.1, repeated: 5 },
    query: `query ($subjects: [String!]) { compare(set: SITE, subjects: $subjects,
      measures: [${INDICATORS.slice(0, 2).map((name) => `{ indicator: "${name}" }`)}]) { rows { key cells { value } } } }`,
    sql: list(`SELECT s.slug AS key, json_agg(json_build_object('value', o.value) ORDER BY o.indicator_id) AS cells
      FROM site s JOIN latest_figure f ON f.site_id = s.id AND f.indicator_id IN (${INDICATORS.slice(0, 2).map((name) => `'${name}'`)})
      JOIN observation o ON o.id = f.observation_id WHERE s.slug = ANY($1) GROUP BY s.id, s.slug, s.sort_zh ORDER BY s.sort_zh, s.id`),
    variant: ({ id }) => {
      const subjects = Array.from({ length: 20 }, (_, step) => `bench-${1 + ((id + step * 9973) % SITES)}`);
      return { variables: { subjects }, values: [subjects] };
    },
    answer: ({ compare }: { compare: { rows: unknown } }) => compare.rows,
  },
];

/** What a person would write by hand for a tile: every site of it. Parameters: zoom, column, line. */
export const TILE_SQL = `SELECT ST_AsMVT(f, 'sites', 4096, 'geometry', 'id') AS tile FROM (
  SELECT s.id, s.slug, s.kind::text, s.name_zh, s.name_en, s.point_accuracy_m, s.point_confidence::text,
    ST_AsMVTGeom(ST_Transform(s.point, 3857), ST_TileEnvelope($1, $2, $3), 4096, 256) AS geometry
  FROM site s WHERE s.point && ST_Transform(ST_TileEnvelope($1, $2, $3, margin => 256 / 4096.0), 4326)) f`;

/** The database's order of kinds: that of their type. */
const kindOrder = ["SERVICE_TRADE_PARK", "EXPORT_BASE", "BONDED_ZONE", "LOGISTICS_HUB"];

/** That many starting points, the same in every run. */
export async function drawSamples(pool: pg.Pool, count: number): Promise<Sample[]> {
  const { rows } = await pool.query<Sample>(
    `SELECT id, sort_zh AS sort, ST_X(point) AS longitude, ST_Y(point) AS latitude FROM site ORDER BY md5(slug) LIMIT $1`,
    [count],
  );
  return rows;
}
