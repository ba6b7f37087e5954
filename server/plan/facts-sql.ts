// Reads the facts from which states are computed. The moment is an SQL expression: NULL is now.
import { type Sql, sql } from "../database/sql.ts";
import { comparableSince } from "../indicators/comparable-since.ts";
import { currentAt, sameSubject } from "../indicators/figure-precedence.ts";

/** The preferred figure of a measure for each period, as a subquery that takes an alias. */
const preferredFigures = (measure: Sql, moment: Sql): Sql => sql`(
  SELECT DISTINCT ON (f.period_kind, f.period_start, f.period_end) f.id, f.period_kind, f.period_start, f.period_end, f.value, f.value_max, f.qualifier, f.synthetic, f.source_id,
    ${comparableSince(sql`f`)} AS comparable_since
  FROM outcome f WHERE ${isOfMeasure(sql`f`, measure)} AND ${currentAt(sql`f`, moment)}
  ORDER BY f.period_kind, f.period_start, f.period_end, f.precedence)`;

const isOfMeasure = (figure: Sql, measure: Sql): Sql =>
  sql`${figure}.indicator_id = ${measure}.indicator_id AND ${sameSubject(figure, measure)}`;

const ORDER = sql`h.period_end NULLS FIRST, h.id`;

/** `FROM … ORDER BY …` of the same figures as rows of `observation`, in the order of the facts. */
export const figuresOf = (measure: Sql, moment: Sql, child: Sql): Sql =>
  sql`FROM ${preferredFigures(measure, moment)} h JOIN observation ${child} ON ${child}.id = h.id ORDER BY ${ORDER}`;

/** A row of `plan_target`, the moment to read it at, and the position of the measure; its own measure where that is NULL. */
export interface TargetQuery {
  target: Sql;
  moment: Sql;
  measure: Sql;
}

const decides = ({ target, measure }: TargetQuery): Sql =>
  sql`coalesce(${measure}, (SELECT deciding.position FROM target_measure deciding WHERE deciding.target_id = ${target}.id AND deciding.role = 'MEASURES'))`;

/** The figures of the deciding measure. */
export const decidingFigures = (query: TargetQuery, child: Sql): Sql => sql`
  FROM target_measure m CROSS JOIN LATERAL ${preferredFigures(sql`m`, query.moment)} h JOIN observation ${child} ON ${child}.id = h.id
  WHERE m.target_id = ${query.target}.id AND m.position = ${decides(query)} ORDER BY ${ORDER}`;

/** The facts of the target (see facts.ts), as JSON. */
export const factsOf = (query: TargetQuery): Sql => {
  const { target, moment } = query;
  return sql`json_build_object(
  'decides', ${decides(query)},
  'slug', ${target}.id, 'nameZh', ${target}.name_zh, 'nameEn', ${target}.name_en, 'task', ${target}.task_number,
  'basis', ${target}.basis, 'comparator', ${target}.comparator, 'value', ${target}.value,
  'horizon', ${target}.horizon, 'baseYear', ${target}.base_year, 'statusQuoDate', ${target}.status_quo_date,
  'dataHolderZh', ${target}.data_holder_zh, 'dataHolderEn', ${target}.data_holder_en,
  'unit', (SELECT json_build_object('slug', u.id, 'nameZh', u.name_zh, 'nameEn', u.name_en) FROM unit u WHERE u.id = ${target}.unit_id),
  'measures', (SELECT coalesce(json_agg(${measureFacts(sql`m`, moment)} ORDER BY m.position), '[]'::json)
    FROM target_measure m JOIN indicator i ON i.id = m.indicator_id WHERE m.target_id = ${target}.id))`;
};

/** A row of `plan_target` with its own measure. */
export const targetAt = (target: Sql, asOf: string | null | undefined): TargetQuery => ({
  target,
  moment: sql`${asOf ?? null}::timestamptz`,
  measure: sql`NULL::int`,
});

const measureFacts = (measure: Sql, moment: Sql): Sql => sql`json_build_object(
  'position', ${measure}.position, 'role', ${measure}.role, 'indicator', i.id, 'nameZh', i.name_zh, 'nameEn', i.name_en,
  'nature', i.nature, 'isPercent', i.unit_id = 'percent', 'frequency', i.frequency, 'standard', i.standard,
  'unit', (SELECT json_build_object('slug', u.id, 'nameZh', u.name_zh, 'nameEn', u.name_en) FROM unit u WHERE u.id = i.unit_id),
  'subject', ${subjectNames(measure)},
  'figures', (SELECT coalesce(json_agg(json_build_object('id', h.id, 'kind', h.period_kind, 'start', h.period_start, 'end', h.period_end,
      'value', h.value, 'valueMax', h.value_max, 'qualifier', h.qualifier, 'synthetic', h.synthetic, 'comparableSince', h.comparable_since, 'unsourced', ${isUnsourced(sql`h`)}) ORDER BY ${ORDER}), '[]'::json)
    FROM ${preferredFigures(measure, moment)} h),
  'goals', (SELECT count(*) FROM observation g WHERE ${isOfMeasure(sql`g`, measure)} AND g.status IN ('EXPECTED', 'TARGET') AND ${currentAt(sql`g`, moment)}))`;

// By its main source, the one that decides which figure is preferred. Synthetic figures have none by design, and their own mark.
const isUnsourced = (figure: Sql): Sql =>
  sql`(NOT ${figure}.synthetic AND (SELECT s.access = 'BACKGROUND' FROM source s WHERE s.id = ${figure}.source_id))`;

const subjectNames = (row: Sql): Sql => sql`(SELECT json_build_object('nameZh', n.name_zh, 'nameEn', n.name_en) FROM (
  SELECT s.name_zh, s.name_en FROM site s WHERE s.id = ${row}.site_id
  UNION ALL SELECT d.name_zh, d.name_en FROM district d WHERE d.code = ${row}.district_code
  UNION ALL SELECT a.name_zh, a.name_en FROM functional_area a WHERE a.id = ${row}.functional_area_id
  UNION ALL SELECT r.name_zh, r.name_en FROM region r WHERE r.code = ${row}.region_code) n)`;
