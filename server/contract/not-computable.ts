import type { BilingualText } from "./language.ts";

/** Why there is no number, in words: on the page, in files and in the API's descriptions. */
export const notComputable = {
  NO_FIGURE: { zh: "该时期无公开数据", en: "No published figure for that period" },
  NO_BASE: {
    zh: "缺少可比的基数（上年、首年或同期地区生产总值）",
    en: "No comparable base (previous or first year, or GDP of the period)",
  },
  BREAK_IN_SERIES: {
    zh: "两期之间统计范围或口径有变（序列中断），不可比",
    en: "Not comparable: scope or basis changed between the two periods (break in series)",
  },
  ZERO_BASE: { zh: "计算所用的数值为零或负数", en: "A value that it is calculated from is zero or negative" },
  NO_AREA: { zh: "无面积数据", en: "No figure for land area" },
  NO_POPULATION: { zh: "无该年人口数据", en: "No population figure for that year" },
  NO_WORKERS: { zh: "无该年从业人员数据", en: "No employment figure for that year" },
  NO_CITY_FIGURE: { zh: "缺少全市同期数值", en: "No figure for the whole city in that period" },
  // Computed from limits, a result may have neither a lower nor an upper one.
  BOUNDS_ONLY: { zh: "仅有上限或下限，无法计算", en: "Only an upper or lower limit is known; cannot be calculated" },
  // Not only sums: every formula but VALUE is refused for ratios and ranks.
  NOT_ADDITIVE: { zh: "比率和位次不作此计算", en: "Not computed for shares, rates and ranks" },
  NOT_FOR_COUNTS: { zh: "地点数为现有数量，无历年数据", en: "Site counts are current only; there are none for past years" },
  DIFFERENT_COVERAGE: {
    zh: "口径不一致：统计数不含单列的功能区，而面积和地点数包含在内，故不计算",
    en: "Different coverage: the figure excludes functional areas for which statistics are published separately; land area and site counts include them",
  },
  SAME_QUANTITY: { zh: "与同类指标相除无意义", en: "Dividing one quantity by another of the same kind is meaningless" },
  NO_SPREAD: { zh: "各对象数值相同，无法区分", en: "All values are equal, so the measure does not distinguish between them" },
} as const satisfies Record<string, BilingualText>;

export type NotComputableName = keyof typeof notComputable;
