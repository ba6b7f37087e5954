import { type Sql, sql } from "../database/sql.ts";

/** The lowest confidence of what a cell with a value is computed from; the last of the enum is the lowest. */
export const lowestConfidence = (cell: Sql): Sql => sql`(SELECT max(part.confidence) FROM (
  SELECT used.confidence FROM observation used WHERE used.id = ANY(${cell}.ids)
  UNION ALL SELECT district.area_confidence FROM district JOIN subject_or_city subject ON subject.district_code = district.code
  WHERE subject.subject_id = ${cell}.subject_id AND ${cell}.measure_number IN (
    SELECT requested_measure.measure_number FROM requested_measure WHERE requested_measure.formula = 'PER_KM2')) part
  WHERE ${cell}.value IS NOT NULL)`;
