// Reads the facts from which states are computed. The moment is an SQL expression: NULL is now.
import { type Sql, sql } from "../database/sql.ts";
import { comparableSince } from "../indicators/comparable-since.ts";
import { currentAt, sameSubject } from "../indicators/figure-precedence.ts";

/** The preferred figure of a measure for each period, as a subquery that takes an alias. */
const preferredFigures = (measure: Sql, moment: Sql): Sql => sql`(
  SELECT DISTINCT ON (outcome.period_kind, outcome.period_start, outcome.period_end) outcome.id, outcome.period_kind,
    outcome.period_start, outcome.period_end, outcome.value, outcome.value_max, outcome.qualifier, outcome.synthetic, outcome.source_id,
    ${comparableSince(sql`outcome`)} AS comparable_since
  FROM outcome WHERE ${isOfMeasure(sql`outcome`, measure)} AND ${currentAt(sql`outcome`, moment)}
  ORDER BY outcome.period_kind, outcome.period_start, outcome.period_end, outcome.precedence)`;

const isOfMeasure = (figure: Sql, measure: Sql): Sql =>
  sql`${figure}.indicator_id = ${measure}.indicator_id AND ${sameSubject(figure, measure)}`;

const ORDER = sql`figure.period_end NULLS FIRST, figure.id`;

/** `FROM … ORDER BY …` of the same figures as rows of `observation`, in the order of the facts. */
export const figuresOf = (measure: Sql, moment: Sql, child: Sql): Sql =>
  sql`FROM ${preferredFigures(measure, moment)} figure JOIN observation ${child} ON ${child}.id = figure.id ORDER BY ${ORDER}`;

/** A row of `plan_target`, the moment to read it at, and the position of the measure; its own measure where that is NULL. */
export interface TargetQuery {
  target: Sql;
  moment: Sql;
  measure: Sql;
}

const decidingPosition = ({ target, measure }: TargetQuery): Sql =>
  sql`coalesce(${measure}, (SELECT deciding.position FROM target_measure deciding
    WHERE deciding.target_id = ${target}.id AND deciding.role = 'MEASURES'))`;

/** The figures of the deciding measure. */
export const decidingFigures = (query: TargetQuery, child: Sql): Sql => sql`
  FROM target_measure CROSS JOIN LATERAL ${preferredFigures(sql`target_measure`, query.moment)} figure
    JOIN observation ${child} ON ${child}.id = figure.id
  WHERE target_measure.target_id = ${query.target}.id AND target_measure.position = ${decidingPosition(query)} ORDER BY ${ORDER}`;

/** The facts of the target (see facts.ts), as JSON. */
export const factsOf = (query: TargetQuery): Sql => {
  const { target, moment } = query;
  return sql`json_build_object(
  'decidingPosition', ${decidingPosition(query)},
  'slug', ${target}.id, 'nameZh', ${target}.name_zh, 'nameEn', ${target}.name_en, 'task', ${target}.task_number,
  'basis', ${target}.basis, 'comparator', ${target}.comparator, 'value', ${target}.value,
  'horizon', ${target}.horizon, 'baseYear', ${target}.base_year, 'statusQuoDate', ${target}.status_quo_date,
  'aspirational', ${target}.aspirational,
  'dataHolderZh', ${target}.data_holder_zh, 'dataHolderEn', ${target}.data_holder_en,
  'unit', (SELECT json_build_object('slug', unit.id, 'nameZh', unit.name_zh, 'nameEn', unit.name_en) FROM unit
  WHERE unit.id = ${target}.unit_id),
  'measures', (SELECT coalesce(json_agg(${measureFacts(sql`target_measure`, moment)} ORDER BY target_measure.position), '[]'::json)
    FROM target_measure JOIN indicator ON indicator.id = target_measure.indicator_id WHERE target_measure.target_id = ${target}.id))`;
};

/** A row of `plan_target` with its own measure. */
export const targetAt = (target: Sql, asOf: string | null | undefined): TargetQuery => ({
  target,
  moment: sql`${asOf ?? null}::timestamptz`,
  measure: sql`NULL::int`,
});

const measureFacts = (measure: Sql, moment: Sql): Sql => sql`json_build_object(
  'position', ${measure}.position, 'role', ${measure}.role, 'indicator', indicator.id, 'nameZh', indicator.name_zh, 'nameEn',
  indicator.name_en,
  'nature', indicator.nature, 'isPercent', indicator.unit_id = 'percent', 'frequency', indicator.frequency, 'standard',
  indicator.standard,
  'unit', (SELECT json_build_object('slug', unit.id, 'nameZh', unit.name_zh, 'nameEn', unit.name_en) FROM unit
  WHERE unit.id = indicator.unit_id),
  'subject', ${subjectNames(measure)},
  'figures', (SELECT coalesce(json_agg(json_build_object('id', figure.id, 'kind', figure.period_kind, 'start',
  figure.period_start, 'end', figure.period_end,
      'periodNoteZh', noted.period_note_zh, 'periodNoteEn', noted.period_note_en,
      'value', figure.value, 'valueMax', figure.value_max, 'qualifier', figure.qualifier, 'synthetic', figure.synthetic,
        'comparableSince', figure.comparable_since, 'unsourced', ${isUnsourced(sql`figure`)}) ORDER BY ${ORDER}), '[]'::json)
    FROM ${preferredFigures(measure, moment)} figure JOIN observation noted ON noted.id = figure.id),
  'goals', (SELECT count(*) FROM observation goal
    WHERE ${isOfMeasure(sql`goal`, measure)} AND goal.status IN ('EXPECTED', 'TARGET') AND ${currentAt(sql`goal`, moment)}))`;

// By its main source, the one that decides which figure is preferred. Synthetic figures have none by design, and their own mark.
const isUnsourced = (figure: Sql): Sql =>
  sql`(NOT ${figure}.synthetic AND (SELECT source.access = 'BACKGROUND' FROM source WHERE source.id = ${figure}.source_id))`;

const subjectNames = (row: Sql): Sql => sql`(SELECT json_build_object('nameZh', subject.name_zh, 'nameEn', subject.name_en) FROM (
  SELECT site.name_zh, site.name_en FROM site WHERE site.id = ${row}.site_id
  UNION ALL SELECT district.name_zh, district.name_en FROM district WHERE district.code = ${row}.district_code
  UNION ALL SELECT functional_area.name_zh, functional_area.name_en FROM functional_area
    WHERE functional_area.id = ${row}.functional_area_id
  UNION ALL SELECT region.name_zh, region.name_en FROM region WHERE region.code = ${row}.region_code) subject)`;
