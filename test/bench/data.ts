// Synthetic sites with three figures each, for benchmarks only. Seeded, so that every run measures the same data.
import type pg from "pg";

export const SITES = Number(process.env.BENCH_SITES || 200_000);
export const INDICATORS = ["bench-firms", "bench-revenue", "bench-jobs"];

/** Fills a migrated database unless an earlier run has; the vocabularies it needs come first. */
export async function fill(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ count: number }>("SELECT count(*)::int AS count FROM site");
  if (rows[0]?.count === SITES) return;
  if (rows[0]?.count !== 0) throw new Error(`The database has ${rows[0]?.count} sites, not ${SITES}: name an empty one.`);
  console.error(`making up ${SITES} sites`);
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query("SELECT setseed(0.2027)");
    await client.query(
      `INSERT INTO change_set (origin, author, reason, digest) VALUES ('IMPORT', 'bench', 'synthetic', 'bench')`,
    );
    await client.query(
      `INSERT INTO source (id, publisher_zh, publisher_en, title_zh, title_en, access, publisher_kind) VALUES ('bench', '-', '-', '-', '-', 'BACKGROUND', 'REFERENCE')`,
    );
    await client.query(`INSERT INTO unit (id, name_zh, name_en) VALUES ('bench', '个', 'units')`);
    await client.query(
      `INSERT INTO indicator (id, name_zh, name_en, definition_zh, definition_en, unit_id, aggregation, nature, direction, frequency, applies_to, standard)
       SELECT id, id, id, '-', '-', 'bench', 'SUM', CASE id WHEN 'bench-revenue' THEN 'FLOW' ELSE 'STOCK' END::indicator_nature, 'HIGHER', 'YEARLY', '{}', 'NONE' FROM unnest($1::text[]) id`,
      [INDICATORS],
    );
    await client.query(
      `INSERT INTO district (code, name_zh, name_en, area_km2, area_confidence, boundary, label, seat)
       SELECT (420100 + n)::text, '区' || n, 'District ' || n, 100, 'LOW', ST_Multi(ST_MakeEnvelope(113.7 + n * 0.1, 30, 113.8 + n * 0.1, 31, 4326)),
         ST_SetSRID(ST_MakePoint(113.75 + n * 0.1, 30.5), 4326), ST_SetSRID(ST_MakePoint(113.75 + n * 0.1, 30.5), 4326) FROM generate_series(1, 13) n`,
    );
    await client.query(
      `INSERT INTO site (slug, kind, name_zh, name_en, aliases, confidence, district_code, point, point_accuracy_m, point_confidence, search_text, sort_zh)
       SELECT 'bench-' || n, (enum_range(NULL::site_kind))[1 + n % 4], '园区' || n, 'Park ' || n, '{}', 'LOW', (420101 + n % 13)::text,
         ST_SetSRID(ST_MakePoint(114.3 + (random() + random() + random() - 1.5) * 0.8, 30.6 + (random() + random() + random() - 1.5) * 0.7), 4326),
         500, 'LOW', ' park ' || n, md5(n::text) FROM generate_series(1, $1::int) n`,
      [SITES],
    );
    await client.query(
      `INSERT INTO observation (indicator_id, site_id, period_kind, period_start, period_end, value, qualifier, status, confidence, published, source_id, change_set_id)
       SELECT indicator, s.id, 'YEAR', '2025-01-01', '2025-12-31', floor(random() * 10000), 'EXACT', 'REPORTED', 'LOW', '-', 'bench', 1
       FROM site s CROSS JOIN unnest($1::text[]) indicator`,
      [INDICATORS],
    );
    await client.query("SELECT refresh_totals()");
    await client.query("VACUUM ANALYZE");
  } finally {
    client.release();
  }
}
