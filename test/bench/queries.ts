// Five questions, each as GraphQL and as the SQL that a person would write by hand for the same answer.
import type pg from "pg";
import { INDICATORS, SITES } from "./data.ts";

export interface Question {
  name: string;
  query: string;
  sql: string;
  /** Ratio of the peer for the same query, where it supports it, and the atlas's goal. */
  peer: number | null;
  goal: number;
  /** GraphQL variables and SQL parameters of one variant. */
  variant: (sample: Sample) => { variables: Record<string, unknown>; parameters: unknown[] };
}

/** A site drawn by chance: where a variant starts. */
export interface Sample {
  id: number;
  sort: string;
  longitude: number;
  latitude: number;
}

const cursor = ({ id, sort }: Sample): string => Buffer.from(JSON.stringify(["NAME", sort, id])).toString("base64url");
const box = ({ longitude, latitude }: Sample): number[] => [
  longitude - 0.012,
  latitude - 0.01,
  longitude + 0.012,
  latitude + 0.01,
];

export const questions: Question[] = [
  {
    name: "list of 50 with district",
    peer: 0.28,
    goal: 0.45,
    query: `query ($after: String) { sites(first: 50, after: $after) { nodes { slug kind nameZh nameEn confidence district { code nameZh nameEn } } } }`,
    sql: `SELECT s.slug, s.kind, s.name_zh, s.name_en, s.confidence, d.code, d.name_zh AS district_zh, d.name_en AS district_en
      FROM site s LEFT JOIN district d ON d.code = s.district_code WHERE (s.sort_zh, s.id) > ($1, $2) ORDER BY s.sort_zh, s.id LIMIT 50`,
    variant: (sample) => ({ variables: { after: cursor(sample) }, parameters: [sample.sort, sample.id] }),
  },
  {
    name: "first 100 in a bbox with geometry",
    peer: 0.51,
    goal: 0.65,
    query: `query ($bbox: [Float!]!) { sites(first: 100, filter: { bbox: $bbox }) { nodes { slug kind nameZh location { point accuracyM } } } }`,
    sql: `SELECT s.slug, s.kind, s.name_zh, ST_AsGeoJSON(s.point, 7)::json AS point, s.point_accuracy_m
      FROM site s WHERE s.point && ST_MakeEnvelope($1, $2, $3, $4, 4326) ORDER BY s.sort_zh, s.id LIMIT 100`,
    variant: (sample) => ({ variables: { bbox: box(sample) }, parameters: box(sample) }),
  },
  {
    name: "10 nearest with distance",
    peer: 0.4,
    goal: 0.6,
    query: `query ($point: [Float!]!) { nearest(point: $point, first: 10) { distanceKm site { slug kind nameZh } } }`,
    sql: `SELECT s.slug, s.kind, s.name_zh, round((ST_Distance(s.point::geography, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography) / 1000)::numeric, 3) AS distance_km
      FROM site s ORDER BY s.point::geography <-> ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography LIMIT 10`,
    variant: ({ longitude, latitude }) => ({ variables: { point: [longitude, latitude] }, parameters: [longitude, latitude] }),
  },
  {
    name: "50 sites with the latest figures of 3 indicators",
    peer: 0.22,
    goal: 0.5,
    query: `query ($after: String) { sites(first: 50, after: $after) { nodes { slug nameZh
      latestFigures(indicators: ${JSON.stringify(INDICATORS)}) { value periodEnd indicator { slug } } } } }`,
    sql: `SELECT s.slug, s.name_zh, o.indicator_id, o.value, o.period_end
      FROM (SELECT * FROM site WHERE (sort_zh, id) > ($1, $2) ORDER BY sort_zh, id LIMIT 50) s
      LEFT JOIN latest_figure f ON f.site_id = s.id AND f.indicator_id IN (${INDICATORS.map((name) => `'${name}'`).join(", ")})
      LEFT JOIN observation o ON o.id = f.observation_id ORDER BY s.sort_zh, s.id, o.indicator_id`,
    variant: (sample) => ({ variables: { after: cursor(sample) }, parameters: [sample.sort, sample.id] }),
  },
  {
    name: "20 sites compared by 2 indicators, with ranks",
    peer: null,
    goal: 0.1,
    query: `query ($subjects: [String!]) { compare(set: SITE, subjects: $subjects,
      measures: [${INDICATORS.slice(0, 2).map((name) => `{ indicator: "${name}" }`)}]) { rows { key nameZh cells { value rank } } } }`,
    sql: `SELECT s.slug, s.name_zh, o.indicator_id, o.value, rank() OVER (PARTITION BY o.indicator_id ORDER BY o.value DESC)
      FROM site s JOIN latest_figure f ON f.site_id = s.id AND f.indicator_id IN (${INDICATORS.slice(0, 2).map((name) => `'${name}'`)})
      JOIN observation o ON o.id = f.observation_id WHERE s.slug = ANY($1) ORDER BY s.sort_zh, s.id, o.indicator_id`,
    variant: ({ id }) => {
      const subjects = Array.from({ length: 20 }, (_, step) => `bench-${1 + ((id + step * 9973) % SITES)}`);
      return { variables: { subjects }, parameters: [subjects] };
    },
  },
];

/** That many starting points, the same in every run. */
export async function samples(pool: pg.Pool, count: number): Promise<Sample[]> {
  const { rows } = await pool.query<Sample>(
    `SELECT id, sort_zh AS sort, ST_X(point) AS longitude, ST_Y(point) AS latitude FROM site ORDER BY md5(slug) LIMIT $1`,
    [count],
  );
  return rows;
}
