// The flat columns of districts and functional areas, with the same names as in GraphQL.
import { demoProperty, type Properties, type Property } from "../cql2/properties.ts";
import { identifier, sql } from "../database/sql.ts";
import { enums } from "../generated/model.ts";

const column = (zh: string, en: string, name: string, type: Property["type"] = "string"): Property => ({
  title: { zh, en },
  type,
  sql: (row) => sql`${row}.${identifier(name)}`,
});
const names = {
  nameZh: column("中文名称", "Name in Chinese", "name_zh"),
  nameEn: column("英文名称", "Name in English", "name_en"),
  areaKm2: column("面积（平方公里）", "Area (km²)", "area_km2", "number"),
};
const noteProperties = {
  noteZh: column("说明", "Note in Chinese", "note_zh"),
  noteEn: column("说明（英文）", "Note in English", "note_en"),
  demo: demoProperty,
};

export const districtProperties: Properties = {
  code: column("区代码", "GB/T 2260 code", "code"),
  ...names,
  areaConfidence: {
    title: { zh: "面积可信度", en: "Confidence of the area" },
    type: "string",
    values: Object.keys(enums.Confidence.values),
    sql: (row) => sql`${row}.area_confidence::text`,
  },
  ...noteProperties,
};

export const functionalAreaProperties: Properties = {
  slug: column("标识", "Slug", "id"),
  ...names,
  website: column("网址", "Website", "website"),
  labelAccuracyM: column("点位误差（米）", "Accuracy of the point (m)", "label_accuracy_m", "integer"),
  districts: {
    title: { zh: "所在区代码", en: "District codes" },
    type: "string",
    sql: (row) => sql`(SELECT string_agg(functional_area_district.district_code, '; '
      ORDER BY functional_area_district.district_code) FROM functional_area_district
      WHERE functional_area_district.area_id = ${row}.id)`,
  },
  coextensiveWith: column("范围一致的行政区代码", "Code of the coextensive district", "coextensive_district_code"),
  ...noteProperties,
};
