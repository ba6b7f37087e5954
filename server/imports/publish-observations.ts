import type { ObservationRecord } from "./dataset.ts";
import { over, type Transaction } from "./upsert.ts";

// A figure as it is compared and stored. Subjects are given by their own keys; a site's slug becomes its id.
const GIVEN = `WITH given AS (
  SELECT g.*, s.id AS site_id FROM jsonb_to_recordset($1::jsonb) g(indicator_id text, site text, district_code text, functional_area_id text,
    region_code text, period_kind period_kind, period_start date, period_end date, period_note_zh text, period_note_en text, value numeric,
    value_max numeric, qualifier qualifier, status observation_status, confidence confidence, published text, synthetic boolean, note_zh text, note_en text,
    source_id text, others text[], change_set_id int)
  LEFT JOIN site s ON s.slug = g.site)`;

const COLUMNS = [
  ...[
    "indicator_id",
    "site_id",
    "district_code",
    "functional_area_id",
    "region_code",
    "period_kind",
    "period_start",
    "period_end",
  ],
  ...[
    "period_note_zh",
    "period_note_en",
    "value",
    "value_max",
    "qualifier",
    "status",
    "confidence",
    "published",
    "synthetic",
    "note_zh",
    "note_en",
    "source_id",
  ],
];
const of = (alias: string) => COLUMNS.map((column) => `${alias}.${column}`).join(", ");

/** Where figures come from: the starting data, a file that was handed in, the demonstration's generator. */
export type Origin = "SEED" | "IMPORT" | "DEMO";

/** Stores figures: what is new is added, what is gone from the same origin is superseded, what is the same stays untouched. */
export async function publishObservations(
  tx: Transaction,
  records: readonly ObservationRecord[],
  changeSet: number,
  origin: Origin,
): Promise<void> {
  const rows = records.map((record) => ({ ...row(record, changeSet), synthetic: origin === "DEMO" }));
  // What comes and what goes with a change does so at one moment: a query as of any moment sees either the one or the other.
  const moment = `(SELECT n.created_at FROM change_set n WHERE n.id = ${changeSet})`;
  await over(
    tx,
    `${GIVEN} UPDATE observation o SET superseded_at = greatest(${moment}, o.recorded_at) FROM change_set c
    WHERE c.id = o.change_set_id AND c.origin = '${origin}' AND o.superseded_at IS NULL
      AND NOT EXISTS (SELECT FROM given g WHERE g.indicator_id = o.indicator_id AND (${of("g")}) IS NOT DISTINCT FROM (${of("o")}))`,
    rows,
  );
  await over(
    tx,
    `${GIVEN} INSERT INTO observation (${COLUMNS.join(", ")}, change_set_id, recorded_at) SELECT ${of("g")}, g.change_set_id, ${moment} FROM given g
    WHERE NOT EXISTS (SELECT FROM observation o WHERE o.superseded_at IS NULL AND o.indicator_id = g.indicator_id
      AND (${of("o")}) IS NOT DISTINCT FROM (${of("g")}))`,
    rows,
  );
  await tx.$executeRaw`DELETE FROM observation_source s USING observation o JOIN change_set c ON c.id = o.change_set_id
    WHERE o.id = s.observation_id AND o.superseded_at IS NULL AND c.origin = ${origin}::change_origin`;
  await over(
    tx,
    `${GIVEN} INSERT INTO observation_source (observation_id, source_id) SELECT o.id, other FROM given g
    JOIN observation o ON o.superseded_at IS NULL AND o.indicator_id = g.indicator_id AND (${of("o")}) IS NOT DISTINCT FROM (${of("g")})
    CROSS JOIN unnest(g.others) other ON CONFLICT DO NOTHING`,
    rows,
  );
}

function row({ indicator, subject, period, sources, ...rest }: ObservationRecord, changeSet: number): Record<string, unknown> {
  const [kind = "", key = ""] = subject.split(":");
  const column = { site: "site", district: "district_code", area: "functional_area_id", region: "region_code" }[kind] ?? "site";
  return {
    ...rest,
    indicator_id: indicator,
    [column]: key,
    ...{ period_kind: period.kind, period_start: period.start, period_end: period.end },
    ...{ source_id: sources[0], others: sources.slice(1), change_set_id: changeSet },
  };
}
