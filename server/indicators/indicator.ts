import { join, sql } from "../database/sql.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, enumOf, idField, modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Node, registerNode } from "../graphql/node.ts";
import { rowsOf } from "../graphql/paging.ts";

export const Unit = builder.objectRef<Row>("Unit");
Unit.implement({
  ...modelDescription("Unit"),
  fields: (t) => ({
    slug: t.string({ description: "Short name, stable and unique.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(t, "Unit", "nameZh", "nameEn", "scaleZh", "scaleEn"),
  }),
});

export const Indicator = builder.objectRef<Row>("Indicator");
Indicator.implement({
  ...modelDescription("Indicator"),
  interfaces: [Node],
  fields: (t) => ({
    id: idField(t, (row) => sql`${row}.id`),
    slug: t.string({ description: "Short name, stable and unique.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(
      t,
      "Indicator",
      "nameZh",
      "nameEn",
      "definitionZh",
      "definitionEn",
      "aggregation",
      "nature",
      "direction",
      "frequency",
      "appliesTo",
      "standard",
    ),
    unit: t.field({
      type: Unit,
      description: "The unit of its values.",
      ...readBySql({ singleRow: (row, child) => sql`FROM unit ${child} WHERE ${child}.id = ${row}.unit_id` }),
    }),
    observationCount: t.int({
      description: "Number of current figures.",
      ...valueBySql(
        (row) => sql`(SELECT count(*) FROM observation
          WHERE observation.indicator_id = ${row}.id AND observation.superseded_at IS NULL)`,
      ),
    }),
    siteCount: t.int({
      description: "Number of sites with a latest figure.",
      ...valueBySql(
        (row) => sql`(SELECT count(*) FROM latest_figure
          WHERE latest_figure.indicator_id = ${row}.id AND latest_figure.site_id IS NOT NULL)`,
      ),
    }),
  }),
});
registerNode("Indicator", (row, key) => sql`FROM indicator ${row} WHERE ${row}.id = ${key}`);

builder.queryField("indicators", (t) =>
  t.field({
    type: [Indicator],
    description: "All indicators; arguments are combined with AND.",
    args: {
      appliesTo: t.arg({ type: [enumOf("SubjectKind")], description: "Applies to one of these." }),
      standards: t.arg({ type: [enumOf("StatisticalStandard")], description: "Follows one of these standards." }),
      frequencies: t.arg({ type: [enumOf("IndicatorFrequency")], description: "Published with one of these frequencies." }),
    },
    complexity: { field: 1, multiplier: 200 },
    resolve: (_root, { appliesTo, standards, frequencies }, { database }, info) => {
      const conditions = [sql`true`];
      if (appliesTo) conditions.push(sql`row0.applies_to && ${appliesTo}::subject_kind[]`);
      if (standards) conditions.push(sql`row0.standard = ANY(${standards}::statistical_standard[])`);
      if (frequencies) conditions.push(sql`row0.frequency = ANY(${frequencies}::indicator_frequency[])`);
      return rowsOf(database, info, sql`FROM indicator row0 WHERE ${join(conditions, " AND ")} ORDER BY row0.id LIMIT 1000`);
    },
  }),
);
