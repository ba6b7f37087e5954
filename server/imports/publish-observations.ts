import type { ObservationRecord } from "./dataset.ts";
import { runOverRecords, type Transaction, writeAsManyAsPossible } from "./upsert.ts";

// The figures of the files as rows. Sites are identified by their slugs, which are resolved to ids.
const GIVEN_FIGURES = `WITH given AS (
  SELECT given.*, site.id AS site_id FROM jsonb_to_recordset($1::jsonb) given(indicator_id text, site text, district_code text, functional_area_id text,
    region_code text, period_kind period_kind, period_start date, period_end date, period_note_zh text, period_note_en text, value numeric,
    value_max numeric, qualifier qualifier, status observation_status, confidence confidence, published text, synthetic boolean, note_zh text, note_en text,
    source_id text, others text[], change_set_id int)
  LEFT JOIN site ON site.slug = given.site WHERE given.site IS NULL OR site.id IS NOT NULL)`;

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
const columnsOf = (alias: string) => COLUMNS.map((column) => `${alias}.${column}`).join(", ");

/** Origin of figures: the starting data, an imported file, or the generator of the demonstration. */
export type Origin = "SEED" | "IMPORT" | "DEMO";

/** Keys that are missing from the files, by model. Their figures are kept. */
export type MissingKeys = Map<string, readonly string[]>;

// Implied by the comparison of all columns, which treats empty ones as equal and so cannot use an index: without this every figure of an
// indicator would be compared with every other.
const IS_SAME_CELL = ["given", "observation"]
  .map((alias) => [
    `${alias}.indicator_id`,
    `coalesce(${alias}.site_id::text, ${alias}.district_code, ${alias}.functional_area_id, ${alias}.region_code)`,
    `coalesce(${alias}.period_end, 'infinity')`,
  ])
  .reduce((columnsOfFile, columnsOfTable) => columnsOfFile.map((column, index) => `${column} = ${columnsOfTable[index]}`))
  .join(" AND ");

// The same figure with the same further sources. A figure never changes; a corrected one replaces it.
const IS_UNCHANGED = `${IS_SAME_CELL} AND (${columnsOf("given")}) IS NOT DISTINCT FROM (${columnsOf("observation")})
  AND ARRAY(SELECT DISTINCT other COLLATE "C" FROM unnest(given.others) other ORDER BY 1)
    = ARRAY(SELECT stored.source_id COLLATE "C" FROM observation_source stored WHERE stored.observation_id = observation.id ORDER BY 1)`;

// A figure of the same source for the same subject and period that a change of another origin has superseded.
const SUPERSEDED_BY_OTHERS = (
  origin: Origin,
) => `FROM observation JOIN change_set own ON own.id = observation.change_set_id AND own.origin = '${origin}'
  JOIN change_set superseding ON superseding.created_at = observation.superseded_at AND superseding.origin <> own.origin
  WHERE ${IS_SAME_CELL} AND (observation.site_id, observation.district_code, observation.functional_area_id, observation.region_code, observation.period_kind, observation.period_start,
    observation.period_end, observation.source_id) IS NOT DISTINCT FROM (given.site_id, given.district_code, given.functional_area_id, given.region_code, given.period_kind,
    given.period_start, given.period_end, given.source_id)`;

/**
 * Stores figures: new ones are added, those of this origin that are no longer present are superseded, equal ones are unchanged. A figure
 * that a change of another origin has superseded is not published again; nor is one whose value others have published with other notes.
 * Returns the names of such figures that the files have changed since.
 */
export async function publishObservations(
  tx: Transaction,
  records: readonly ObservationRecord[],
  changeSet: number,
  origin: Origin,
  missingKeys: MissingKeys = new Map(),
): Promise<string[]> {
  const rows = records.map((record) => ({ ...row(record, changeSet), synthetic: origin === "DEMO" }));
  // All additions and removals of a change have the same time, so a query as of any moment sees either the old or the new figure.
  const createdAt = `(SELECT change_set.created_at FROM change_set WHERE change_set.id = ${changeSet})`;
  // The first figures of an origin supersede none, and none of them has been superseded.
  const earlierFigure = await tx.observation.findFirst({ where: { changeSet: { origin } }, select: { id: true } });
  if (earlierFigure) await supersede(tx, rows, createdAt, origin, missingKeys);
  const refused = await writeAsManyAsPossible(tx, rows, (subset) => insertFigures(tx, subset, changeSet, createdAt, origin));
  const kept = earlierFigure ? await keptByOthers(tx, rows, origin) : [];
  return [...kept.map(({ name }) => name), ...refused.map(nameOf)];
}

type Rows = readonly ReturnType<typeof row>[];

async function supersede(
  tx: Transaction,
  rows: Rows,
  createdAt: string,
  origin: Origin,
  missingKeys: MissingKeys,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `${GIVEN_FIGURES} UPDATE observation SET superseded_at = greatest(${createdAt}, observation.recorded_at) FROM change_set own
    WHERE own.id = observation.change_set_id AND own.origin = '${origin}' AND observation.superseded_at IS NULL
      AND NOT EXISTS (SELECT FROM given WHERE ${IS_UNCHANGED})
      AND NOT EXISTS (SELECT FROM site WHERE site.id = observation.site_id AND site.slug = ANY($2::text[]))
      AND (coalesce(observation.district_code = ANY($3::text[]), false) OR coalesce(observation.functional_area_id = ANY($4::text[]), false)
        OR coalesce(observation.region_code = ANY($5::text[]), false)) = false`,
    JSON.stringify(rows),
    ...["Site", "District", "FunctionalArea", "Region"].map((model) => missingKeys.get(model) ?? []),
  );
}

async function insertFigures(tx: Transaction, rows: Rows, changeSet: number, createdAt: string, origin: Origin): Promise<void> {
  await runOverRecords(
    tx,
    `${GIVEN_FIGURES} INSERT INTO observation (${COLUMNS.join(", ")}, change_set_id, recorded_at) SELECT ${columnsOf("given")}, given.change_set_id, ${createdAt} FROM given
    WHERE NOT EXISTS (SELECT FROM observation WHERE observation.superseded_at IS NULL AND ${IS_UNCHANGED})
      AND NOT EXISTS (SELECT ${SUPERSEDED_BY_OTHERS(origin)})`,
    rows,
  );
  const withOthers = rows.filter(({ others }) => others.length > 0);
  if (withOthers.length === 0) return;
  await runOverRecords(
    tx,
    `${GIVEN_FIGURES} INSERT INTO observation_source (observation_id, source_id) SELECT observation.id, other FROM given
    JOIN observation ON observation.change_set_id = ${changeSet} AND ${IS_SAME_CELL} AND (${columnsOf("observation")}) IS NOT DISTINCT FROM (${columnsOf("given")})
    CROSS JOIN unnest(given.others) other ON CONFLICT DO NOTHING`,
    withOthers,
  );
}

const keptByOthers = (tx: Transaction, rows: Rows, origin: Origin) =>
  tx.$queryRawUnsafe<{ name: string }[]>(
    `${GIVEN_FIGURES} SELECT concat_ws(', ', given.indicator_id, coalesce(given.site, given.district_code, given.functional_area_id, given.region_code), given.period_end) AS name
    FROM given WHERE EXISTS (SELECT ${SUPERSEDED_BY_OTHERS(origin)}) AND NOT EXISTS (SELECT ${SUPERSEDED_BY_OTHERS(origin)} AND ${IS_UNCHANGED}) ORDER BY 1`,
    JSON.stringify(rows),
  );

const nameOf = ({
  indicator_id,
  site,
  district_code,
  functional_area_id,
  region_code,
  period_end,
}: Record<string, unknown>): string =>
  [indicator_id, site ?? district_code ?? functional_area_id ?? region_code, period_end].filter(Boolean).join(", ");

function row({ indicator, subject, period, sources, ...rest }: ObservationRecord, changeSet: number) {
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
