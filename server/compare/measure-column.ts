// A measure over all subjects of a set.

import { type Sql, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Indicator, Unit } from "../indicators/indicator.ts";
import { Formula } from "./formulas.ts";
import { citySubjectId, UNDATED } from "./subjects.ts";

const cityCount = (row: Sql, number: Sql, table = sql`city_site_count`): Sql =>
  sql`(SELECT CASE WHEN ${row}.counts_sites THEN coalesce(sum(${number}), 0) END FROM ${table} counts
    WHERE counts.kind = ${row}.kind OR ${row}.kind IS NULL)`;

export const MeasureColumn = builder.objectRef<Row>("MeasureColumn");
MeasureColumn.implement({
  description: "One measure over all subjects of the set, in the year shown.",
  fields: (t) => ({
    key: t.string({
      description: "Its text form: gdp, gdp:PER_KM2, sites, sites.EXPORT_BASE:PER_HEAD.",
      ...valueBySql((row) => sql`${row}.key`),
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: "What is measured; empty for counts of sites.",
      ...readBySql({ singleRow: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    kind: t.field({
      type: enumOf("SiteKind"),
      nullable: true,
      description: "For counts of sites: only this kind.",
      ...valueBySql((row) => sql`${row}.kind`),
    }),
    formula: t.field({ type: Formula, description: "How it is normalised.", ...valueBySql((row) => sql`${row}.formula`) }),
    unit: t.field({
      type: Unit,
      nullable: true,
      description:
        "Unit of the indicator, on which the unit of the values is based (per km² and so on); empty for percent, quotients and counts of sites.",
      ...readBySql({ singleRow: (row, child) => sql`FROM unit ${child} WHERE ${child}.id = ${row}.unit_id` }),
    }),
    unitZh: t.string({
      description: "Unit of the values, in Chinese: 元/平方公里.",
      ...valueBySql((row) => sql`${row}.unit_zh`),
    }),
    unitEn: t.string({
      description: "Unit of the values, in English: CNY per km².",
      ...valueBySql((row) => sql`${row}.unit_en`),
    }),
    direction: t.field({
      type: enumOf("Direction"),
      description: "Preferred direction. If neither is better, higher values rank first.",
      ...valueBySql((row) => sql`${row}.direction`),
    }),
    year: t.int({
      nullable: true,
      description:
        "The year shown: the requested one, otherwise the newest of the best-covered years. Empty for counts of sites, for undated figures, and where the cells are of several years.",
      ...valueBySql(
        (row) => sql`CASE WHEN coalesce(${row}.first_year, ${row}.last_year) = ${row}.last_year THEN ${row}.last_year END`,
      ),
    }),
    firstYear: t.int({
      nullable: true,
      description:
        "The earliest year of a cell. With the period `latest` it may differ from lastYear: then there is no median and no best.",
      ...valueBySql((row) => sql`nullif(${row}.first_year, ${UNDATED})`),
    }),
    lastYear: t.int({
      nullable: true,
      description: "The newest year of a cell.",
      ...valueBySql((row) => sql`${row}.last_year`),
    }),
    years: t.intList({
      description: "Years in which any of the compared subjects has a value.",
      ...valueBySql(
        (
          row,
        ) => sql`(SELECT coalesce(json_agg(years.year), '[]'::json) FROM (SELECT DISTINCT ranked_result.year FROM ranked_result
          WHERE ranked_result.measure_number = ${row}.measure_number AND ranked_result.value IS NOT NULL AND ranked_result.subject_id <> ${citySubjectId}
            AND ranked_result.year <> ${UNDATED} ORDER BY 1) years)`,
      ),
    }),
    count: t.int({ description: "Number of compared subjects with a value.", ...valueBySql((row) => sql`${row}.count`) }),
    siteCount: t.int({
      nullable: true,
      description: "For counts of sites: how many there are in the city.",
      ...valueBySql((row) => cityCount(row, sql`counts.sites`)),
    }),
    sitesWithoutDistrict: t.int({
      nullable: true,
      description:
        "For counts of sites: how many of them are not recorded in a single district. Where such a site may lie, the district's count is a range from the sites that certainly lie there to all that may; the districts' lower ends and this number add up to siteCount.",
      ...valueBySql((row) => cityCount(row, sql`counts.without_district`)),
    }),
    sitesWithoutFunctionalArea: t.int({
      nullable: true,
      description:
        "For counts of sites: how many of them are not recorded in a single functional area. An area's count is a range from the sites recorded there to all that may lie there, in its districts.",
      ...valueBySql((row) => cityCount(row, sql`counts.without_area`, sql`city_area_count`)),
    }),
    median: t.float({
      nullable: true,
      description: "Median; if bounds leave it open, the lower end of its range (or the upper end, if there is no lower one).",
      ...valueBySql((row) => sql`${row}.median`),
    }),
    medianMax: t.float({
      nullable: true,
      description: "Upper end of the range of the median.",
      ...valueBySql((row) => sql`${row}.median_max`),
    }),
    medianQualifier: t.field({
      type: enumOf("Qualifier"),
      nullable: true,
      description: "How exact the median is: EXACT unless bounds overlap the middle.",
      ...valueBySql((row) => sql`${row}.median_qualifier`),
    }),
    best: t.float({
      nullable: true,
      description:
        "The number that ranks first: the lowest if lower is better, otherwise the highest. Empty if bounds leave it open, if it is only a bound itself, or if the cells are of several years.",
      ...valueBySql((row) => sql`${row}.best`),
    }),
    least: t.float({ nullable: true, description: "Smallest number.", ...valueBySql((row) => sql`${row}.least`) }),
    greatest: t.float({
      nullable: true,
      description: "Largest number; for a range its upper end.",
      ...valueBySql((row) => sql`${row}.greatest`),
    }),
    cityValue: t.float({
      nullable: true,
      description:
        "The measure for the whole city, if it can be computed. Its year, which may be another one, and its qualifier are in `city` of the comparison.",
      ...valueBySql(
        (row) =>
          sql`(SELECT cell.value FROM cell WHERE cell.measure_number = ${row}.measure_number AND cell.subject_id = ${citySubjectId})`,
      ),
    }),
  }),
});
