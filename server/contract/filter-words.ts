// The words of the filter's conditions, which the page and files share.
import type { EnumWords } from "./enum-words.ts";
import type { ClosedListName } from "./filter-lists.ts";
import type { FigureRange } from "./filter-parts.ts";
import type { Language } from "./language.ts";
import { quantityRange, quantityText } from "./quantities.ts";

/** Conditions with their {{places}}, and the names of lists. */
export const filterWords = {
  zh: {
    text: "含“{{q}}”",
    box: "地图范围内",
    drawn: "所绘区域内",
    near: "周边 {{distance}}内",
    nearPoint: "{{point}} 周边 {{distance}}内",
    boxOf: "地图范围内：{{box}}",
    themes: "园区主题",
    designations: "园区认定",
    fields: "基地领域",
    designationHolderKinds: "承担单位类型",
    hubLevels: "枢纽层级",
    hubTypes: "枢纽类型",
    facilities: "设施类型",
    choice: "{{group}}：{{name}}",
    nearKind: "{{distance}}内有{{kind}}",
    nearKindWhere: "{{distance}}内有符合其他条件的{{kind}}",
    anyFigure: "有“{{indicator}}”的数据",
    cql: "CQL2 条件",
    combined: "组合条件",
  },
  en: {
    text: "Text: “{{q}}”",
    box: "Within a map area",
    drawn: "Within the drawn area",
    near: "Within {{distance}}",
    nearPoint: "Within {{distance}} of {{point}}",
    boxOf: "Within a map area: {{box}}",
    themes: "Park theme",
    designations: "Park designation",
    fields: "Base field",
    designationHolderKinds: "Designated holder",
    hubLevels: "Hub level",
    hubTypes: "Hub type",
    facilities: "Facility",
    choice: "{{group}}: {{name}}",
    nearKind: "{{kind}} within {{distance}}",
    nearKindWhere: "{{kind}} within {{distance}} (on further conditions)",
    anyFigure: "With data: {{indicator}}",
    cql: "CQL2 condition",
    combined: "Combined conditions",
  },
} as const;

/** Which words name the values of each list. One that is missing here does not compile; kinds and statuses have words of their own. */
export const choiceWords = {
  confidences: "confidence",
  themes: "theme",
  designations: "designation",
  fields: "exportField",
  designationHolderKinds: "holderKind",
  hubLevels: "hubLevel",
  hubTypes: "hubType",
  facilities: "facility",
} as const satisfies Record<Exclude<ClosedListName, "kinds" | "statuses">, keyof EnumWords>;

export type ChoiceName = keyof typeof choiceWords;
export const choiceNames = Object.keys(choiceWords) as ChoiceName[];

type Unit = Parameters<typeof quantityText>[1];

/** The bounds of a range in words: "≥ 1.5 亿元", "50–1,000 firms"; empty where it has none. */
export function formatRange({ atLeast, atMost }: FigureRange, unit: Unit, language: Language): string {
  if (atLeast !== null && atMost !== null) return quantityRange(atLeast, atMost, unit, language);
  if (atLeast !== null) return `≥ ${quantityText(atLeast, unit, language, "floor")}`;
  return atMost === null ? "" : `≤ ${quantityText(atMost, unit, language, "ceil")}`;
}

/** Filters within the filter as the address has them: and=[…] or=[…] not={…}. */
export const nestedText = (filter: Readonly<Record<"and" | "or" | "not", string>>): string =>
  (["and", "or", "not"] as const)
    .filter((part) => filter[part])
    .map((part) => `${part}=${filter[part]}`)
    .join(" ");
