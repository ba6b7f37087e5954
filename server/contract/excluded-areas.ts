import type { Language } from "./language.ts";

/** What a district's figures leave out, for footnotes and files. */
export const excludedAreasText = (areaNames: readonly string[], language: Language): string =>
  language === "zh"
    ? `统计数一般不含单列统计的${areaNames.join("、")}在本区的部分；地点数和面积包含在内。`
    : `Figures usually exclude the parts of the district in ${areaNames.join(" and ")}, for which statistics are published separately; site counts and areas include them.`;
