import { boundaryNote } from "../contract/boundary-note.ts";
import { EXPECTED_COUNTS } from "../contract/city.ts";
import { geojson, pointGeojson } from "../database/geometry.ts";
import { sql } from "../database/sql.ts";
import { textCondition } from "../database/text-search.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, idField, modelDescription, type Row, valueBySql } from "../graphql/fields.ts";
import { Node, registerNode } from "../graphql/node.ts";
import { rowsOf } from "../graphql/paging.ts";

export const District = builder.objectRef<Row>("District");
District.implement({
  ...modelDescription("District"),
  interfaces: [Node],
  fields: (t) => ({
    id: idField(t, (row) => sql`${row}.code`),
    ...columnFields(t, "District", "code", "nameZh", "nameEn", "aliases", "areaKm2", "areaConfidence", "noteZh", "noteEn"),
    boundary: t.field({
      type: "GeoJSON",
      complexity: 100,
      description: `Its boundary (MultiPolygon, WGS-84), accurate to about 80 m. ${boundaryNote.en}`,
      ...valueBySql((row) => geojson(sql`${row}.boundary`)),
    }),
    label: t.field({
      type: "GeoJSON",
      description: "Position of its label (Point, WGS-84).",
      ...valueBySql((row) => pointGeojson(sql`${row}.label`)),
    }),
    seat: t.field({
      type: "GeoJSON",
      description: "Seat of its government (Point, WGS-84).",
      ...valueBySql((row) => pointGeojson(sql`${row}.seat`)),
    }),
  }),
});
registerNode("District", (row, key) => sql`FROM district ${row} WHERE ${row}.code = ${key}`);

builder.queryFields((t) => ({
  districts: t.field({
    type: [District],
    description: `The ${EXPECTED_COUNTS.districts} administrative districts, by code.`,
    args: { text: t.arg.string({ description: "Words of its names: Chinese, English, pinyin, initials." }) },
    complexity: { field: 1, multiplier: EXPECTED_COUNTS.districts },
    resolve: (_root, { text }, { database }, info) =>
      rowsOf(database, info, sql`FROM district row0 WHERE ${textCondition(text, sql`row0`)} ORDER BY row0.code`),
  }),
  district: t.field({
    type: District,
    nullable: true,
    description: "One district by its GB/T 2260 code.",
    args: { code: t.arg.string({ required: true }) },
    resolve: async (_root, { code }, { database }, info) =>
      (await rowsOf(database, info, sql`FROM district row0 WHERE row0.code = ${code}`))[0] ?? null,
  }),
}));
