import { kinds, siteKinds } from "../contract/kinds.ts";
import { geojson, pointGeojson } from "../database/geometry.ts";
import { join, raw, type Sql, sql } from "../database/sql.ts";
import { District } from "../districts/district.ts";
import { FunctionalArea } from "../districts/functional-area.ts";
import { builder } from "../graphql/builder.ts";
import { columnFields, enumOf, idField, modelDescription, type Row, readBySql, valueBySql } from "../graphql/fields.ts";
import { Node, registerNode } from "../graphql/node.ts";
import { Source } from "../provenance/source.ts";
import { Industry } from "./industry.ts";

/** The GraphQL type of a row of site. */
const siteType = (row: Sql): Sql =>
  sql`CASE ${row}.kind ${join(
    siteKinds.map((kind) => raw(`WHEN '${kind}' THEN '${kinds[kind].type}'`)),
    " ",
  )} END`;

const Location = builder.objectRef<Row>("Location");
Location.implement({
  description: "Location of a site and its accuracy.",
  fields: (t) => ({
    point: t.field({ type: "GeoJSON", description: "Point, WGS-84.", ...valueBySql((row) => pointGeojson(sql`${row}.point`)) }),
    accuracyM: t.int({
      description: "Accuracy: radius in metres that contains the true location.",
      ...valueBySql((row) => sql`${row}.point_accuracy_m`),
    }),
    confidence: t.field({
      type: enumOf("Confidence"),
      description: "Reliability of the point.",
      ...valueBySql((row) => sql`${row}.point_confidence`),
    }),
    noteZh: t.string({
      nullable: true,
      description: "What the point represents, in Chinese.",
      ...valueBySql((row) => sql`${row}.point_note_zh`),
    }),
    noteEn: t.string({
      nullable: true,
      description: "What the point represents, in English.",
      ...valueBySql((row) => sql`${row}.point_note_en`),
    }),
  }),
});

const Contact = builder.objectRef<Row>("Contact");
Contact.implement({
  description: "A published phone number of a site.",
  fields: (t) => ({
    phone: t.string({ description: "Phone number, with area code.", ...valueBySql((row) => sql`${row}.contact_phone`) }),
    nameZh: t.string({ description: "Who answers the phone, in Chinese.", ...valueBySql((row) => sql`${row}.contact_zh`) }),
    nameEn: t.string({ description: "Who answers the phone, in English.", ...valueBySql((row) => sql`${row}.contact_en`) }),
    source: t.field({
      type: Source,
      description: "Where it was published.",
      ...readBySql({ singleRow: (row, child) => sql`FROM source ${child} WHERE ${child}.id = ${row}.contact_source_id` }),
    }),
  }),
});

export const Site = builder.interfaceRef<Row>("Site");
Site.implement({
  ...modelDescription("Site"),
  interfaces: [Node],
  resolveType: (row) => row.__typename as string,
  extensions: { discriminator: siteType },
  fields: (t) => ({
    id: idField(t, (row) => sql`${row}.slug`),
    ...columnFields(t, "Site", "slug", "kind", "nameZh", "nameEn", "aliases", "status", "confidence", "historyZh", "historyEn"),
    ...columnFields(
      t,
      "Site",
      "basisZh",
      "basisEn",
      "operatorZh",
      "operatorEn",
      "website",
      "localityZh",
      "localityEn",
      "noteZh",
      "noteEn",
    ),
    location: t.field({
      type: Location,
      nullable: true,
      description: "Its location; empty if no location has been published.",
      ...readBySql({ sameRow: { condition: (row) => sql`${row}.point IS NOT NULL` } }),
    }),
    contact: t.field({
      type: Contact,
      nullable: true,
      description: "Its published phone number; empty if none was found.",
      ...readBySql({ sameRow: { condition: (row) => sql`${row}.contact_phone IS NOT NULL` } }),
    }),
    boundary: t.field({
      type: "GeoJSON",
      complexity: 100,
      nullable: true,
      description: "Its published boundary (MultiPolygon, WGS-84).",
      ...valueBySql((row) => geojson(sql`${row}.boundary`)),
    }),
    district: t.field({
      type: District,
      nullable: true,
      description: "The district it is in; empty if not recorded or outside Wuhan.",
      ...readBySql({ singleRow: (row, child) => sql`FROM district ${child} WHERE ${child}.code = ${row}.district_code` }),
    }),
    functionalArea: t.field({
      type: FunctionalArea,
      nullable: true,
      description: "The functional area it is in.",
      ...readBySql({
        singleRow: (row, child) => sql`FROM functional_area ${child} WHERE ${child}.id = ${row}.functional_area_id`,
      }),
    }),
    parent: t.field({
      type: Site,
      nullable: true,
      description: "The site it is a part of.",
      ...readBySql({ singleRow: (row, child) => sql`FROM site ${child} WHERE ${child}.id = ${row}.parent_id` }),
    }),
    parts: t.field({
      type: [Site],
      description: "Its separate parts.",
      ...readBySql({
        rows: (row, child) => sql`FROM site ${child} WHERE ${child}.parent_id = ${row}.id ORDER BY ${child}.sort_zh LIMIT 50`,
      }),
    }),
    industries: t.field({
      type: [Industry],
      description: "Its industries.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM site_industry link JOIN industry ${child} ON ${child}.id = link.industry_id WHERE link.site_id = ${row}.id ORDER BY ${child}.id`,
      }),
    }),
    sources: t.field({
      type: [Source],
      description: "The sources of these data.",
      ...readBySql({
        rows: (row, child) =>
          sql`FROM site_source link JOIN source ${child} ON ${child}.id = link.source_id WHERE link.site_id = ${row}.id ORDER BY ${child}.id`,
      }),
    }),
  }),
});

for (const kind of siteKinds) {
  registerNode(
    kinds[kind].type,
    (row, key) => sql`FROM site ${row} WHERE ${row}.slug = ${key} AND ${row}.kind = ${kind}::site_kind`,
    "Site",
  );
}
