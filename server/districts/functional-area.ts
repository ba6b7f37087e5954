import { geojson, pointGeojson } from "../database/geometry.ts";
import { sql } from "../database/sql.ts";
import { textCondition } from "../database/text-search.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, idField, modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Node, registerNode } from "../graphql/node.ts";
import { rowsOf } from "../graphql/paging.ts";
import { Source } from "../provenance/source.ts";
import { District } from "./district.ts";

export const FunctionalArea = builder.objectRef<Row>("FunctionalArea");
FunctionalArea.implement({
  ...modelDescription("FunctionalArea"),
  interfaces: [Node],
  fields: (t) => ({
    id: idField(t, (row) => sql`${row}.id`),
    slug: t.string({ description: "Short name, stable and unique.", ...valueBySql((row) => sql`${row}.id`) }),
    ...columnFields(
      t,
      "FunctionalArea",
      "nameZh",
      "nameEn",
      "aliases",
      "areaKm2",
      "website",
      "noteZh",
      "noteEn",
      "labelAccuracyM",
    ),
    label: t.field({
      type: "GeoJSON",
      nullable: true,
      description: "Position of its label (Point, WGS-84); see labelAccuracyM.",
      ...valueBySql((row) => pointGeojson(sql`${row}.label`)),
    }),
    coextensiveWith: t.field({
      type: District,
      nullable: true,
      description: "The district with which it is coextensive, so that its extent is known; otherwise empty.",
      ...readBySql({
        singleRow: (row, child) => sql`FROM district ${child} WHERE ${child}.code = ${row}.coextensive_district_code`,
      }),
    }),
    boundary: t.field({
      type: "GeoJSON",
      nullable: true,
      description:
        "Its boundary, schematic like that of a district (MultiPolygon, WGS-84); empty where unknown, as no boundaries are published.",
      ...valueBySql((row) =>
        geojson(sql`(SELECT district.boundary FROM district
        WHERE district.code = ${row}.coextensive_district_code)`),
      ),
    }),
    districts: t.field({
      type: [District],
      description: "The districts it lies in.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM functional_area_district link JOIN district ${child} ON ${child}.code = link.district_code
            WHERE link.area_id = ${row}.id ORDER BY ${child}.code`,
      }),
    }),
    sources: t.field({
      type: [Source],
      description: "Its sources.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM functional_area_source link JOIN source ${child} ON ${child}.id = link.source_id
            WHERE link.area_id = ${row}.id ORDER BY ${child}.id`,
      }),
    }),
  }),
});
registerNode("FunctionalArea", (row, key) => sql`FROM functional_area ${row} WHERE ${row}.id = ${key}`);

builder.objectField(District, "functionalAreas", (t) =>
  t.field({
    type: [FunctionalArea],
    description: "The functional areas that lie wholly or partly in it.",
    ...readBySql({
      rows: (row, child) =>
        sql`FROM functional_area_district link JOIN functional_area ${child} ON ${child}.id = link.area_id
          WHERE link.district_code = ${row}.code ORDER BY ${child}.id`,
    }),
  }),
);

builder.queryFields((t) => ({
  functionalAreas: t.field({
    type: [FunctionalArea],
    description: "Development zones and other functional areas. They overlap districts and are never mixed with them.",
    args: { text: t.arg.string({ description: "Words of its names: Chinese, English, pinyin, initials." }) },
    complexity: { field: 1, multiplier: 10 },
    resolve: (_root, { text }, { database }, info) =>
      rowsOf(database, info, sql`FROM functional_area row0 WHERE ${textCondition(text, sql`row0`)} ORDER BY row0.id`),
  }),
}));
