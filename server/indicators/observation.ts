import { kinds, siteKinds } from "../contract/kinds.ts";
import { sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { FunctionalArea } from "../districts/functional-area.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, idField, modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Node, registerNode } from "../graphql/node.ts";
import { Source } from "../provenance/source.ts";
import { Indicator } from "./indicator.ts";

const Region = builder.objectRef<Row>("Region");
Region.implement({ ...modelDescription("Region"), fields: (t) => columnFields(t, "Region", "code", "nameZh", "nameEn") });

export const Subject = builder.unionType("Subject", {
  description: "The subject of a figure.",
  types: [District, FunctionalArea, Region, ...(siteKinds.map((kind) => kinds[kind].type) as never[])],
  resolveType: (row) => (row as Row).__typename as never,
});

/** Reads the subject of a row from the same columns as a figure's. */
export const subjectOptions = readBySql({
  oneOf: {
    Site: (row, child) => sql`FROM site ${child} WHERE ${child}.id = ${row}.site_id`,
    District: (row, child) => sql`FROM district ${child} WHERE ${child}.code = ${row}.district_code`,
    FunctionalArea: (row, child) => sql`FROM functional_area ${child} WHERE ${child}.id = ${row}.functional_area_id`,
    Region: (row, child) => sql`FROM region ${child} WHERE ${child}.code = ${row}.region_code`,
  },
});

export const Observation = builder.objectRef<Row>("Observation");
Observation.implement({
  ...modelDescription("Observation"),
  interfaces: [Node],
  fields: (t) => ({
    id: idField(t, (row) => sql`${row}.id`),
    ...columnFields(t, "Observation", "periodKind", "periodNoteZh", "periodNoteEn", "value", "valueMax", "qualifier", "status"),
    ...columnFields(t, "Observation", "confidence", "published", "synthetic", "noteZh", "noteEn", "recordedAt", "supersededAt"),
    periodStart: t.field({
      type: "Date",
      nullable: true,
      description: "First day of the period; empty if the source gives no date.",
      ...valueBySql((row) => sql`${row}.period_start`),
    }),
    periodEnd: t.field({
      type: "Date",
      nullable: true,
      description: "Last day of the period; empty if the source gives no date.",
      ...valueBySql((row) => sql`${row}.period_end`),
    }),
    indicator: t.field({
      type: Indicator,
      description: "What is measured.",
      ...readBySql({ singleRow: (row, child) => sql`FROM indicator ${child} WHERE ${child}.id = ${row}.indicator_id` }),
    }),
    subject: t.field({ type: Subject, description: "The subject.", ...subjectOptions }),
    sources: t.field({
      type: [Source],
      description: "Its sources; the main source first.",
      ...readBySql({
        rows: (row, child) => sql`FROM source ${child} WHERE ${child}.id = ${row}.source_id
          OR ${child}.id IN (SELECT more.source_id FROM observation_source more WHERE more.observation_id = ${row}.id)
          ORDER BY ${child}.id <> ${row}.source_id, ${child}.id`,
      }),
    }),
  }),
});

registerNode("Observation", (row, key) => sql`FROM observation ${row} WHERE ${row}.id::text = ${key}`);
