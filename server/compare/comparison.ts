import { builder } from "../core/builder.ts";
import { enumOf, type Row, reads, value } from "../core/fields.ts";
import { Notice } from "../core/notice.ts";
import { sql } from "../core/sql.ts";
import { Indicator, Unit } from "../indicators/indicator.ts";
import { NotComputable } from "../indicators/not-computable.ts";
import { Observation, Subject } from "../indicators/observation.ts";
import { Formula } from "./formulas.ts";
import { SubjectSet } from "./subjects.ts";

const ComparedPoint = builder.objectRef<Row>("ComparedPoint");
ComparedPoint.implement({
  description: "One year of a series.",
  fields: (t) => ({
    year: t.int({ description: "The year.", ...value((row) => sql`${row}.year`) }),
    value: t.float({ nullable: true, description: "As in ComparedCell.", ...value((row) => sql`${row}.value`) }),
    valueMax: t.float({ nullable: true, description: "As in ComparedCell.", ...value((row) => sql`${row}.value_max`) }),
    qualifier: t.field({
      type: enumOf("Qualifier"),
      nullable: true,
      description: "As in ComparedCell.",
      ...value((row) => sql`${row}.qualifier`),
    }),
    notComputable: t.field({
      type: NotComputable,
      nullable: true,
      description: "Why there is no value.",
      ...value((row) => sql`${row}.reason`),
    }),
    synthetic: t.boolean({
      description: "Whether anything it was computed of was made up by the demonstration mode.",
      ...value((row) => sql`${row}.synthetic`),
    }),
  }),
});

const ComparedCell = builder.objectRef<Row>("ComparedCell");
ComparedCell.implement({
  description: "One measure of one subject, as it is in the year shown and as it was in others.",
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description: "In the unit of its column; of a RANGE its lower end, of a bound the bound. Empty where nothing is known.",
      ...value((row) => sql`${row}.value`),
    }),
    valueMax: t.float({ nullable: true, description: "Upper end of a RANGE.", ...value((row) => sql`${row}.value_max`) }),
    qualifier: t.field({
      type: enumOf("Qualifier"),
      nullable: true,
      description: "How exact it is, after all that it was computed of: more than 1000 by 50 is more than 20.",
      ...value((row) => sql`${row}.qualifier`),
    }),
    notComputable: t.field({
      type: NotComputable,
      nullable: true,
      description: "Why there is no value; empty where there is one.",
      ...value((row) => sql`${row}.reason`),
    }),
    year: t.int({
      nullable: true,
      description: "The year shown; empty for counts of sites and for what no source dates.",
      ...value((row) => sql`${row}.year`),
    }),
    fromYear: t.int({ nullable: true, description: "Where a growth starts.", ...value((row) => sql`${row}.from_year`) }),
    rank: t.int({
      nullable: true,
      description:
        "Place among those with a value in that year, the best first; equals share one. Empty where bounds leave it open.",
      ...value((row) => sql`${row}.rank`),
    }),
    rankFrom: t.int({
      nullable: true,
      description: "The best place that it may have: two of which only 'more than 1000' is known are both first to second.",
      ...value((row) => sql`${row}.rank_from`),
    }),
    rankTo: t.int({ nullable: true, description: "The last place that it may have.", ...value((row) => sql`${row}.rank_to`) }),
    previousRank: t.int({
      nullable: true,
      description: "Place in the year before, among those that had a value then; empty as `rank` is.",
      ...value((row) => sql`${row}.previous_rank`),
    }),
    gapToBest: t.float({
      nullable: true,
      description: "Its number less the best; to be read with its own qualifier. Empty where it is not known which is best.",
      ...value((row) => sql`${row}.gap_to_best`),
    }),
    gapToMedian: t.float({
      nullable: true,
      description: "Its number less the median; to be read with its own qualifier. Empty where the median is only a bound.",
      ...value((row) => sql`${row}.gap_to_median`),
    }),
    synthetic: t.boolean({
      description: "Whether anything it was computed of was made up by the demonstration mode.",
      ...value((row) => sql`${row}.synthetic`),
    }),
    figures: t.field({
      type: [Observation],
      description: "What it was computed of: the figure itself, then what it was divided by, then the city's.",
      complexity: { field: 1, multiplier: 2 },
      ...reads({
        many: (row, child) => sql`FROM unnest(${row}.ids) WITH ORDINALITY AS used(id, place)
          JOIN observation ${child} ON ${child}.id = used.id ORDER BY used.place`,
      }),
    }),
    series: t.field({
      type: [ComparedPoint],
      description: "All years of which its own figure is known, oldest first.",
      complexity: { field: 1, multiplier: 8 },
      ...reads({
        many: (
          row,
          child,
        ) => sql`FROM unnest(${row}.years, ${row}.values, ${row}.maxima, ${row}.qualifiers, ${row}.reasons, ${row}.made_up)
          AS ${child}(year, value, value_max, qualifier, reason, synthetic)`,
      }),
    }),
  }),
});

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
      description: "What is measured; empty where sites are counted.",
      ...reads({ one: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    kind: t.field({
      type: enumOf("SiteKind"),
      nullable: true,
      description: "Where sites are counted: of this kind only.",
      ...value((row) => sql`${row}.kind`),
    }),
    formula: t.field({ type: Formula, description: "How it is put in proportion.", ...value((row) => sql`${row}.formula`) }),
    unit: t.field({
      type: Unit,
      nullable: true,
      description:
        "Unit of the indicator, in which values are told (per km² and so on); empty for percent, quotients and counts of sites.",
      ...reads({ one: (row, child) => sql`FROM unit ${child} WHERE ${child}.id = ${row}.unit_id` }),
    }),
    unitZh: t.string({ description: "Unit of the values, in Chinese: 元/km².", ...value((row) => sql`${row}.unit_zh`) }),
    unitEn: t.string({ description: "Unit of the values, in English: CNY per km².", ...value((row) => sql`${row}.unit_en`) }),
    direction: t.field({
      type: enumOf("Direction"),
      description: "Which way is better. Where neither is, the higher ranks first.",
      ...value((row) => sql`${row}.direction`),
    }),
    year: t.int({
      nullable: true,
      description:
        "The year shown: the one asked for, else the newest of those for which most have a value. Empty for counts of sites and for what no source dates.",
      ...value((row) => sql`${row}.year`),
    }),
    years: t.intList({
      description: "Years for which any of them has a value.",
      ...value(
        (row) => sql`(SELECT coalesce(json_agg(y.year), '[]'::json) FROM (SELECT DISTINCT r.year FROM ranked r
          WHERE r.position = ${row}.position AND r.value IS NOT NULL AND r.ref <> '' AND r.year > 0 ORDER BY 1) y)`,
      ),
    }),
    count: t.int({ description: "How many of them have a value.", ...value((row) => sql`${row}.count`) }),
    median: t.float({
      nullable: true,
      description:
        "Median; where bounds leave it open the lower end of where it lies (or the upper one, if that is all that is known).",
      ...value((row) => sql`${row}.median`),
    }),
    medianMax: t.float({ nullable: true, description: "Upper end of where it lies.", ...value((row) => sql`${row}.median_max`) }),
    medianQualifier: t.field({
      type: enumOf("Qualifier"),
      nullable: true,
      description: "How exact the median is: EXACT as long as bounds lie clear of the middle.",
      ...value((row) => sql`${row}.median_qualifier`),
    }),
    best: t.float({
      nullable: true,
      description:
        "The number that ranks first: the lowest where lower is better, else the highest. Empty where bounds leave it open.",
      ...value((row) => sql`${row}.best`),
    }),
    least: t.float({ nullable: true, description: "Smallest number.", ...value((row) => sql`${row}.least`) }),
    greatest: t.float({
      nullable: true,
      description: "Greatest number, of a range its upper end.",
      ...value((row) => sql`${row}.greatest`),
    }),
    cityValue: t.float({
      nullable: true,
      description: "The same of the whole city, where it can be computed.",
      ...value((row) => sql`(SELECT c.value FROM cell c WHERE c.position = ${row}.position AND c.ref = '')`),
    }),
    city: t.field({
      type: ComparedCell,
      description: "The whole city's own cell, with its qualifier, its figures and its series; it has no rank.",
      complexity: { field: 1, multiplier: 1 },
      ...reads({ one: (row, child) => sql`FROM cell ${child} WHERE ${child}.position = ${row}.position AND ${child}.ref = ''` }),
    }),
  }),
});

/** Who a row of `place` is. */
export const subjectOf = reads({
  oneOf: {
    Site: (row, child) => sql`FROM site ${child} WHERE ${child}.id = ${row}.site_id`,
    District: (row, child) => sql`FROM district ${child} WHERE ${child}.code = ${row}.district_code`,
    FunctionalArea: (row, child) => sql`FROM functional_area ${child} WHERE ${child}.id = ${row}.functional_area_id`,
  },
});

const ComparedRow = builder.objectRef<Row>("ComparedRow");
ComparedRow.implement({
  description: "One subject with all measures.",
  fields: (t) => ({
    key: t.string({
      description: "GB/T 2260 code of a district, slug of a functional area or a site.",
      ...value((row) => sql`${row}.key`),
    }),
    nameZh: t.string({ description: "Name in Chinese.", ...value((row) => sql`${row}.name_zh`) }),
    nameEn: t.string({ description: "Name in English.", ...value((row) => sql`${row}.name_en`) }),
    subject: t.field({ type: Subject, description: "Who it is.", ...subjectOf }),
    cells: t.field({
      type: [ComparedCell],
      description: "One for each column, in their order.",
      complexity: { field: 1, multiplier: 1 },
      ...reads({
        many: (row, child) => sql`FROM cell ${child} WHERE ${child}.ref = ${row}.ref ORDER BY ${child}.position`,
      }),
    }),
  }),
});

export const Comparison = builder.objectRef<Row>("Comparison");
Comparison.implement({
  description: "Subjects of one set by measures.",
  fields: (t) => ({
    notices: t.field({
      type: [Notice],
      description: "What was taken otherwise than it was given.",
      resolve: (row) => row.notices as never,
    }),
    set: t.field({ type: SubjectSet, description: "Who is compared.", ...value((row) => sql`${row}.set`) }),
    years: t.intList({
      description: "Years for which any measure has a value.",
      ...value(
        () => sql`(SELECT coalesce(json_agg(y.year), '[]'::json)
          FROM (SELECT DISTINCT r.year FROM ranked r WHERE r.value IS NOT NULL AND r.ref <> '' AND r.year > 0 ORDER BY 1) y)`,
      ),
    }),
    columns: t.field({
      type: [MeasureColumn],
      description: "The measures, in the order asked for.",
      complexity: { field: 1, multiplier: 1 },
      ...reads({ many: (_row, child) => sql`FROM overall ${child} ORDER BY ${child}.position` }),
    }),
    rows: t.field({
      type: [ComparedRow],
      description: "The subjects asked for. Ranks and medians are over the whole set.",
      complexity: { field: 1, multiplier: 1 },
      ...reads({ many: (_row, child) => sql`FROM listed ${child} ORDER BY ${child}.line` }),
    }),
  }),
});
