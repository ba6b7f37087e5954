// Synthetic figures for tests, in years outside the real data.
import type { TestAtlas } from "./atlas.ts";

export interface Figure {
  indicator: string;
  /** Code of a district, slug of a functional area or a site, or 420100 for the city. */
  subject: string;
  /** First and last day. */
  start: string;
  end: string;
  kind: string;
  value: number;
  valueMax?: number | undefined;
  qualifier?: string | undefined;
  status?: string | undefined;
  recordedAt?: string | undefined;
  supersededAt?: string | undefined;
}

/** A figure of a whole year. */
export const figureOfYear = (
  indicator: string,
  subject: string,
  year: number,
  value: number,
  qualifier = "EXACT",
  valueMax?: number,
): Figure => ({ indicator, subject, start: `${year}-01-01`, end: `${year}-12-31`, kind: "YEAR", value, qualifier, valueMax });

/** Adds indicators under these names; by default a flow in yuan, where higher is better. */
export async function addIndicators(
  { database }: TestAtlas,
  indicators: Record<string, { nature?: string; direction?: string; aggregation?: string }>,
): Promise<void> {
  await database.pool.query(
    `INSERT INTO indicator (id, name_zh, name_en, definition_zh, definition_en, unit_id, aggregation, nature, direction, frequency, applies_to, standard)
     SELECT id, id, id, '-', '-', 'CNY', aggregation::aggregation, nature::indicator_nature, direction::direction, 'YEARLY', '{}', 'NONE'
     FROM json_to_recordset($1) AS x(id text, nature text, direction text, aggregation text)`,
    [
      JSON.stringify(
        Object.entries(indicators).map(([id, overrides]) => ({
          id,
          nature: "FLOW",
          direction: "HIGHER",
          aggregation: "SUM",
          ...overrides,
        })),
      ),
    ],
  );
}

/** Adds figures, and refreshes the view of the latest figures. */
export async function addFigures({ database }: TestAtlas, figures: readonly Figure[]): Promise<void> {
  await database.pool.query(
    `INSERT INTO observation (indicator_id, site_id, district_code, functional_area_id, region_code, period_kind, period_start, period_end, value,
       value_max, qualifier, status, confidence, published, source_id, change_set_id, recorded_at, superseded_at)
     SELECT f.indicator, s.id, d.code, a.id, r.code, f.kind::period_kind, f.start, f."end", f.value, f."valueMax", coalesce(f.qualifier, 'EXACT')::qualifier,
       coalesce(f.status, 'REPORTED')::observation_status, 'LOW', '-', (SELECT min(id) FROM source), (SELECT min(id) FROM change_set),
       coalesce(f."recordedAt", now()), f."supersededAt"
     FROM json_to_recordset($1) AS f(indicator text, subject text, start date, "end" date, kind text, value numeric, "valueMax" numeric, qualifier text,
       status text, "recordedAt" timestamptz, "supersededAt" timestamptz)
     LEFT JOIN site s ON s.slug = f.subject LEFT JOIN district d ON d.code = f.subject LEFT JOIN functional_area a ON a.id = f.subject
     LEFT JOIN region r ON r.code = f.subject`,
    [JSON.stringify(figures)],
  );
  await database.pool.query("SELECT refresh_totals()");
}

/** Adds breaks in series, under any note: the indicator, its subject, and the first day of the first period on the new basis. */
export async function addBreaks(
  { database }: TestAtlas,
  breaks: readonly [indicator: string, subject: string, startsOn: string][],
) {
  await database.pool.query(
    `INSERT INTO series_break (note_id, position, indicator_id, site_id, district_code, functional_area_id, region_code, starts_on)
     SELECT (SELECT min(id) FROM data_note), 1000 + (SELECT count(*) FROM series_break) + b.place, b.row ->> 0, s.id, d.code, a.id, r.code, (b.row ->> 2)::date
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS b(row, place)
     LEFT JOIN site s ON s.slug = b.row ->> 1 LEFT JOIN district d ON d.code = b.row ->> 1 LEFT JOIN functional_area a ON a.id = b.row ->> 1
     LEFT JOIN region r ON r.code = b.row ->> 1`,
    [JSON.stringify(breaks)],
  );
}
