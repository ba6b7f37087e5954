// The flat columns of sites in files, OGC API Features and CQL2.
import type { EnumWords } from "../contract/enum-words.ts";
import type { Expression } from "../cql2/expression.ts";
import { demoProperty, type Properties, type Property } from "../cql2/properties.ts";
import { cql2Conditions } from "../cql2/sql.ts";
import { identifier, type Sql, sql } from "../database/sql.ts";
import { enums } from "../generated/model.ts";

/** The enums of columns, and which words name their values. */
const wordsOf = {
  SiteKind: "kindSingular",
  SiteStatus: "siteStatus",
  Confidence: "confidence",
  ParkTheme: "theme",
  ParkDesignation: "designation",
  ExportField: "exportField",
  HolderKind: "holderKind",
  HubLevel: "hubLevel",
  HubType: "hubType",
  HubFacility: "facility",
} as const satisfies Partial<Record<keyof typeof enums, keyof EnumWords>>;

const textProperty = (zh: string, en: string, expression: (row: Sql) => Sql): Property => ({
  title: { zh, en },
  type: "string",
  sql: expression,
});
const ownColumn = (name: string) => (row: Sql) => sql`${row}.${identifier(name)}`;
const column = (zh: string, en: string, name: string): Property => textProperty(zh, en, ownColumn(name));
const enumProperty = (zh: string, en: string, name: keyof typeof wordsOf, expression: (row: Sql) => Sql): Property => ({
  ...textProperty(zh, en, (row) => sql`${expression(row)}::text`),
  values: Object.keys(enums[name].values),
  meanings: enums[name].values,
  words: wordsOf[name],
});
/** A text that is held in both languages, in one of them. */
const inChinese = (zh: string, en: string, expression: (row: Sql) => Sql): Property => ({
  ...textProperty(zh, `${en} in Chinese`, expression),
  topic: { zh, en },
});
const inEnglish = (zh: string, en: string, expression: (row: Sql) => Sql): Property => ({
  ...textProperty(`${zh}（英文）`, `${en} in English`, expression),
  topic: { zh, en },
});
const withNames = (property: Property, names: (column: Sql) => (row: Sql) => Sql): Property => ({
  ...property,
  names: { zh: names(sql`name_zh`), en: names(sql`name_en`) },
});
// A column of the table of one kind.
const kindColumn =
  (table: string, name: string) =>
  (row: Sql): Sql =>
    sql`(SELECT detail.${identifier(name)} FROM ${identifier(table)} detail WHERE detail.site_id = ${row}.id)`;
const districtColumn =
  (name: string) =>
  (row: Sql): Sql =>
    sql`(SELECT home.${identifier(name)} FROM district home WHERE home.code = ${row}.district_code)`;
const functionalAreaColumn =
  (name: string) =>
  (row: Sql): Sql =>
    sql`(SELECT zone.${identifier(name)} FROM functional_area zone WHERE zone.id = ${row}.functional_area_id)`;

export const siteProperties = {
  slug: column("标识", "Slug", "slug"),
  kind: enumProperty("类型", "Kind", "SiteKind", (row) => sql`${row}.kind`),
  nameZh: column("中文名称", "Name in Chinese", "name_zh"),
  nameEn: column("英文名称", "Name in English", "name_en"),
  status: enumProperty("状态", "Status", "SiteStatus", (row) => sql`${row}.status`),
  confidence: enumProperty("可信度", "Confidence", "Confidence", (row) => sql`${row}.confidence`),
  districtCode: column("区代码", "District code", "district_code"),
  districtZh: inChinese("所在区", "District", districtColumn("name_zh")),
  districtEn: inEnglish("所在区", "District", districtColumn("name_en")),
  functionalArea: column("功能区标识", "Functional area", "functional_area_id"),
  functionalAreaZh: inChinese("功能区", "Functional area", functionalAreaColumn("name_zh")),
  functionalAreaEn: inEnglish("功能区", "Functional area", functionalAreaColumn("name_en")),
  theme: enumProperty("园区主题", "Park theme", "ParkTheme", kindColumn("service_trade_park", "theme")),
  designation: enumProperty("园区认定", "Park designation", "ParkDesignation", kindColumn("service_trade_park", "designation")),
  field: enumProperty("出口基地领域", "Export base field", "ExportField", kindColumn("export_base", "field")),
  holderKind: enumProperty("承担单位类型", "Kind of designated holder", "HolderKind", kindColumn("export_base", "holder_kind")),
  sealedOn: textProperty("封关时间", "Under customs supervision since", kindColumn("bonded_zone", "sealed_on")),
  level: enumProperty("枢纽层级", "Hub level", "HubLevel", kindColumn("logistics_hub", "level")),
  hubType: enumProperty("枢纽类型", "Hub type", "HubType", kindColumn("logistics_hub", "hub_type")),
  facility: enumProperty("设施类型", "Facility", "HubFacility", kindColumn("logistics_hub", "facility")),
  parent: withNames(
    textProperty("所属地点", "Part of", (row) => sql`(SELECT whole.slug FROM site whole WHERE whole.id = ${row}.parent_id)`),
    (name) => (row) => sql`(SELECT whole.${name} FROM site whole WHERE whole.id = ${row}.parent_id)`,
  ),
  industries: withNames(
    textProperty(
      "行业",
      "Industries",
      (row) =>
        sql`(SELECT string_agg(link.industry_id, '; ' ORDER BY link.industry_id) FROM site_industry link WHERE link.site_id = ${row}.id)`,
    ),
    (name) => (row) =>
      sql`(SELECT string_agg(industry.${name}, '; ' ORDER BY industry.id)
      FROM site_industry link JOIN industry ON industry.id = link.industry_id WHERE link.site_id = ${row}.id)`,
  ),
  operatorZh: inChinese("运营单位", "Operator", ownColumn("operator_zh")),
  operatorEn: inEnglish("运营单位", "Operator", ownColumn("operator_en")),
  localityZh: inChinese("所在地", "Address", ownColumn("locality_zh")),
  localityEn: inEnglish("所在地", "Address", ownColumn("locality_en")),
  historyZh: inChinese("沿革", "History", ownColumn("history_zh")),
  historyEn: inEnglish("沿革", "History", ownColumn("history_en")),
  basisZh: inChinese("批准依据", "Approval", ownColumn("basis_zh")),
  basisEn: inEnglish("批准依据", "Approval", ownColumn("basis_en")),
  noteZh: inChinese("说明", "Note", ownColumn("note_zh")),
  noteEn: inEnglish("说明", "Note", ownColumn("note_en")),
  website: column("网址", "Website", "website"),
  contactPhone: column("联系电话", "Contact phone", "contact_phone"),
  contactZh: inChinese("电话所属单位", "Contact", ownColumn("contact_zh")),
  contactEn: inEnglish("电话所属单位", "Contact", ownColumn("contact_en")),
  longitude: { title: { zh: "经度（WGS-84）", en: "Longitude (WGS-84)" }, type: "number", sql: (row) => sql`ST_X(${row}.point)` },
  latitude: { title: { zh: "纬度（WGS-84）", en: "Latitude (WGS-84)" }, type: "number", sql: (row) => sql`ST_Y(${row}.point)` },
  accuracyM: {
    title: { zh: "点位误差（米）", en: "Accuracy of the point (m)" },
    type: "integer",
    sql: (row) => sql`${row}.point_accuracy_m`,
  },
  pointConfidence: enumProperty("点位可信度", "Confidence of the point", "Confidence", (row) => sql`${row}.point_confidence`),
  hasLocation: {
    title: { zh: "位置已公布", en: "Location published" },
    type: "boolean",
    sql: (row) => sql`(${row}.point IS NOT NULL)`,
  },
  sources: textProperty(
    "来源标识",
    "Sources",
    (row) =>
      sql`(SELECT string_agg(link.source_id, '; ' ORDER BY link.source_id) FROM site_source link WHERE link.site_id = ${row}.id)`,
  ),
  demo: demoProperty,
} as const satisfies Properties;

/** The condition that a CQL2 expression sets on rows of `site`; throws the errors of cql2/sql.ts, naming `argument`. */
export const cqlCondition = (expression: Expression, row: Sql, argument: string): Sql =>
  cql2Conditions(expression, siteProperties, (site) => sql`${site}.point`, row, argument);
