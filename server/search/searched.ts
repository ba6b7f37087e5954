// What each thing is found by: its names, and whatever else people know it by.
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

/** A table with search texts. The columns are SQL over its row `t`: lists of texts in any language, or of enum values as `Type.VALUE`. */
export interface SearchedTable {
  table: "site" | "district" | "functional_area" | "industry" | "indicator" | "plan_target";
  key: string;
  parts: { NAME: string } & { [Part in SearchedPart]?: string };
  joinSql?: string;
}

const bothNames = (row: string): string => `ARRAY[${row}.name_zh, ${row}.name_en]`;
const allNames = (row: string): string => `${bothNames(row)} || ${row}.aliases`;

const site: SearchedTable = {
  ...{ table: "site", key: "slug" },
  parts: {
    NAME: allNames("t"),
    THEME: "ARRAY['ParkTheme.' || p.theme, 'ExportField.' || b.field]",
    OPERATOR: "ARRAY[t.operator_zh, t.operator_en, b.holder_zh, b.holder_en]",
    INDUSTRY: `(SELECT array_agg(n.name ORDER BY l.industry_id, n.position) FROM site_industry l JOIN industry i ON i.id = l.industry_id,
      unnest(${allNames("i")}) WITH ORDINALITY n(name, position) WHERE l.site_id = t.id)`,
    PLACE: `${allNames("d")} || (d.name_en || ' District') || ${allNames("a")}`,
  },
  joinSql: `LEFT JOIN service_trade_park p ON p.site_id = t.id LEFT JOIN export_base b ON b.site_id = t.id
    LEFT JOIN district d ON d.code = t.district_code LEFT JOIN functional_area a ON a.id = t.functional_area_id`,
};
const district: SearchedTable = {
  ...{ table: "district", key: "code", parts: { NAME: `${allNames("t")} || (t.name_en || ' District')` } },
};
const functionalArea: SearchedTable = { table: "functional_area", key: "id", parts: { NAME: allNames("t") } };
// The identifier of an indicator is often what people call it: gdp, fdi.
const indicator: SearchedTable = {
  ...{ table: "indicator", key: "id", parts: { NAME: `${bothNames("t")} || replace(t.id, '-', ' ')` } },
};
const planTarget: SearchedTable = {
  ...{ table: "plan_target", key: "id", parts: { NAME: bothNames("t"), THEME: "ARRAY[h.title_zh, h.title_en]" } },
  joinSql: "JOIN plan_theme h ON h.id = t.theme_id",
};
const industry: SearchedTable = {
  ...{ table: "industry", key: "id", parts: { NAME: allNames("t"), SECTOR: bothNames("s") } },
  joinSql: "LEFT JOIN service_sector s ON s.code = t.sector_code",
};

/** The tables by the group that their rows make up in an answer, in the order of equally good groups. */
export const searchedTables = {
  ...{ SITE: site, DISTRICT: district, FUNCTIONAL_AREA: functionalArea },
  ...{ INDICATOR: indicator, PLAN_TARGET: planTarget, INDUSTRY: industry },
} as const;

/** A row's texts by part, as a JSON object. */
export const textsOf = ({ parts }: SearchedTable): string =>
  `jsonb_build_object(${Object.entries(parts).map(([part, texts]) => `'${part}', to_jsonb(${texts})`)})`;

/** The texts of a row as `textsOf` reads them. */
export type Texts = { [Part in SearchedPart]?: (string | null)[] | null };

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
