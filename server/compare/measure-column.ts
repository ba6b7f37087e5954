// A measure over all subjects of a set.

import { sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf, type Row, reads, value } from "../graphql/fields.ts";
import { Indicator, Unit } from "../indicators/indicator.ts";
import { Formula } from "./formulas.ts";

export const MeasureColumn = builder.objectRef<Row>("MeasureColumn");
MeasureColumn.implement({
  description: "One measure over all subjects of the set, in the year shown.",
  fields: (t) => ({
    key: t.string({
      description: "Its text form: gdp, gdp:PER_KM2, sites, sites.EXPORT_BASE:PER_HEAD.",
      ...value((row) => sql`${row}.key`),
    }),
    indicator: t.field({
      type: Indicator,
      nullable: true,
      description: "What is measured; empty for counts of sites.",
      ...reads({ one: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    kind: t.field({
      type: enumOf("SiteKind"),
      nullable: true,
      description: "For counts of sites: only this kind.",
      ...value((row) => sql`${row}.kind`),
    }),
    formula: t.field({ type: Formula, description: "How it is normalised.", ...value((row) => sql`${row}.formula`) }),
    unit: t.field({
      type: Unit,
      nullable: true,
      description:
        "Unit of the indicator, on which the unit of the values is based (per km² and so on); empty for percent, quotients and counts of sites.",
      ...reads({ one: (row, child) => sql`FROM unit ${child} WHERE ${child}.id = ${row}.unit_id` }),
    }),
    unitZh: t.string({ description: "Unit of the values, in Chinese: 元/km².", ...value((row) => sql`${row}.unit_zh`) }),
    unitEn: t.string({ description: "Unit of the values, in English: CNY per km².", ...value((row) => sql`${row}.unit_en`) }),
    direction: t.field({
      type: enumOf("Direction"),
      description: "Preferred direction. If neither is better, higher values rank first.",
      ...value((row) => sql`${row}.direction`),
    }),
    year: t.int({
      nullable: true,
      description:
        "The year shown: the requested one, otherwise the newest of the best-covered years. Empty for counts of sites and for undated figures.",
      ...value((row) => sql`${row}.year`),
    }),
    years: t.intList({
      description: "Years in which any of them has a value.",
      ...value(
        (row) => sql`(SELECT coalesce(json_agg(y.year), '[]'::json) FROM (SELECT DISTINCT r.year FROM ranked r
          WHERE r.position = ${row}.position AND r.value IS NOT NULL AND r.ref <> '' AND r.year > 0 ORDER BY 1) y)`,
      ),
    }),
    count: t.int({ description: "Number of them with a value.", ...value((row) => sql`${row}.count`) }),
    median: t.float({
      nullable: true,
      description: "Median; if bounds leave it open, the lower end of its range (or the upper end, if there is no lower one).",
      ...value((row) => sql`${row}.median`),
    }),
    medianMax: t.float({ nullable: true, description: "Upper end of its range.", ...value((row) => sql`${row}.median_max`) }),
    medianQualifier: t.field({
      type: enumOf("Qualifier"),
      nullable: true,
      description: "How exact the median is: EXACT unless bounds overlap the middle.",
      ...value((row) => sql`${row}.median_qualifier`),
    }),
    best: t.float({
      nullable: true,
      description:
        "The number that ranks first: the lowest if lower is better, otherwise the highest. Empty if bounds leave it open.",
      ...value((row) => sql`${row}.best`),
    }),
    least: t.float({ nullable: true, description: "Smallest number.", ...value((row) => sql`${row}.least`) }),
    greatest: t.float({
      nullable: true,
      description: "Largest number; for a range its upper end.",
      ...value((row) => sql`${row}.greatest`),
    }),
    cityValue: t.float({
      nullable: true,
      description: "The same for the whole city, if it can be computed.",
      ...value((row) => sql`(SELECT c.value FROM cell c WHERE c.position = ${row}.position AND c.ref = '')`),
    }),
  }),
});
