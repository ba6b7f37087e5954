// What each entry is found by: its names, and other texts that people know it by.
import { enums } from "../generated/model.ts";

/** Which part of a result the matching text belongs to. */
export const searchedParts = {
  NAME: "One of its names.",
  THEME: "The theme of a park, the field of an export base or the theme of a plan target.",
  OPERATOR: "The operator or the designated holder of a site.",
  INDUSTRY: "An industry of a site.",
  PLACE: "The district or functional area that a site lies in.",
  SECTOR: "The service sector of an industry.",
} as const;
export type SearchedPart = keyof typeof searchedParts;

/**
 * A table with search texts. The parts are SQL over its row, alias `searched`: JSON lists of lists: the
 * names of each thing, Chinese, English and others, or enum values as `Type.VALUE`.
 */
export interface SearchedTable {
  table: "site" | "district" | "functional_area" | "industry" | "indicator" | "plan_target";
  key: string;
  parts: { NAME: string } & { [Part in SearchedPart]?: string };
  joinSql?: string;
}

const bothNames = (row: string): string => `ARRAY[${row}.name_zh, ${row}.name_en]`;
const allNames = (row: string): string => `${bothNames(row)} || ${row}.aliases`;
const nameLists = (...names: string[]): string => `jsonb_build_array(${names.join(", ")})`;

const site: SearchedTable = {
  ...{ table: "site", key: "slug" },
  parts: {
    NAME: nameLists(allNames("searched")),
    THEME: nameLists("ARRAY['ParkTheme.' || service_trade_park.theme, 'ExportField.' || export_base.field]"),
    OPERATOR: nameLists(
      "ARRAY[searched.operator_zh, searched.operator_en]",
      "ARRAY[export_base.holder_zh, export_base.holder_en]",
    ),
    INDUSTRY: `(SELECT jsonb_agg(to_jsonb(${allNames("industry")}) ORDER BY site_industry.industry_id) FROM site_industry
      JOIN industry ON industry.id = site_industry.industry_id WHERE site_industry.site_id = searched.id)`,
    PLACE: nameLists(`${allNames("district")} || (district.name_en || ' District')`, allNames("functional_area")),
  },
  joinSql: `LEFT JOIN service_trade_park ON service_trade_park.site_id = searched.id LEFT JOIN export_base ON export_base.site_id = searched.id
    LEFT JOIN district ON district.code = searched.district_code LEFT JOIN functional_area ON functional_area.id = searched.functional_area_id`,
};
const district: SearchedTable = {
  ...{
    table: "district",
    key: "code",
    parts: { NAME: nameLists(`${allNames("searched")} || (searched.name_en || ' District')`) },
  },
};
const functionalArea: SearchedTable = { table: "functional_area", key: "id", parts: { NAME: nameLists(allNames("searched")) } };
// The identifier of an indicator is often what people call it: gdp, fdi.
const indicator: SearchedTable = {
  ...{ table: "indicator", key: "id", parts: { NAME: nameLists(`${bothNames("searched")} || replace(searched.id, '-', ' ')`) } },
};
const planTarget: SearchedTable = {
  ...{
    table: "plan_target",
    key: "id",
    parts: { NAME: nameLists(bothNames("searched")), THEME: nameLists("ARRAY[plan_theme.title_zh, plan_theme.title_en]") },
  },
  joinSql: "JOIN plan_theme ON plan_theme.id = searched.theme_id",
};
const industry: SearchedTable = {
  ...{
    table: "industry",
    key: "id",
    parts: { NAME: nameLists(allNames("searched")), SECTOR: nameLists(bothNames("service_sector")) },
  },
  joinSql: "LEFT JOIN service_sector ON service_sector.code = searched.sector_code",
};

/** The tables by the group that their rows make up in an answer, in the order of equally good groups. */
export const searchedTables = {
  ...{ SITE: site, DISTRICT: district, FUNCTIONAL_AREA: functionalArea },
  ...{ INDICATOR: indicator, PLAN_TARGET: planTarget, INDUSTRY: industry },
} as const;

/** A row's texts by part, as a JSON object. */
export const textsOf = ({ parts }: SearchedTable): string =>
  `jsonb_build_object(${Object.entries(parts).map(([part, texts]) => `'${part}', ${texts}`)})`;

/** The texts of a row as `textsOf` reads them. */
export type Texts = { [Part in SearchedPart]?: readonly Names[] | null };

/** The names of one thing, Chinese and English before others. */
export type Names = readonly (string | null)[];

/** The words of an enum's value are its name and its description in the data model; other texts stay as they are. */
export function wordsOf(text: string): string {
  const description = descriptionOf(text);
  return description ? `${text.slice(text.indexOf(".") + 1).replaceAll("_", " ")}. ${description}` : text;
}

/** The description of an enum's value (`Type.VALUE`) in the data model; undefined for other texts. */
export function descriptionOf(text: string): string | undefined {
  const [type = "", value = ""] = text.split(".");
  if (!Object.hasOwn(enums, type)) return undefined;
  return (enums[type as keyof typeof enums].values as Record<string, { description: string }>)[value]?.description;
}
