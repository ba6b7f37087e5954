import type { Words } from "../contract/language.ts";
import { builder } from "../graphql/builder.ts";

/** Why there is no number, in words. */
export const notComputable = {
  NO_FIGURE: { zh: "该期无数值", en: "No figure for that period." },
  NO_BASE: {
    zh: "无可比的基数：上年（或首年）同期数，或同期地区生产总值",
    en: "No comparable base: the same period of the previous (or first) year, or GDP of the same period.",
  },
  ZERO_BASE: {
    zh: "基数为零或负数，或增长以负数结束",
    en: "The base is zero or negative, or the average growth ends below zero.",
  },
  NO_AREA: { zh: "面积未知", en: "No area available." },
  NO_POPULATION: { zh: "该年人口未知", en: "No population available for that year." },
  NO_WORKERS: { zh: "该年从业人员数未知", en: "No number of employees available for that year." },
  NO_CITY_FIGURE: { zh: "该期全市数未知", en: "No figure for the whole city in that period." },
  BOUNDS_ONLY: {
    zh: "只知界限，方向相反，无法得出结论：如“超过100”除以“超过50”",
    en: "Only upper and lower limits known, so it cannot be calculated: more than 100 divided by more than 50.",
  },
  NOT_ADDITIVE: { zh: "比率和位次不再折算", en: "Shares, rates and ranks are not normalised." },
  NOT_FOR_COUNTS: {
    zh: "场所数为现有个数，无历史",
    en: "Counts of sites are current and have no history.",
  },
  DIFFERENT_GROUND: {
    zh: "两者统计范围不同：统计上单列功能区的行政区，统计数不含功能区，面积和场所数则含",
    en: "Different coverage: the district's statistics exclude its separately listed functional areas, its area and its sites include them.",
  },
  OF_ITS_OWN_KIND: {
    zh: "与同类的量相除没有意义：人口的人均、面积的每平方公里",
    en: "Normalising by the same quantity is meaningless: people per head, area per km², all sites among all sites.",
  },
  NO_SITE_RECORDED: {
    zh: "尚无登记归属该区的场所",
    en: "No site is recorded there, which does not mean that there is none.",
  },
  NO_SPREAD: { zh: "各处数值相同，无法区分", en: "All have the same number, so it does not distinguish them." },
} as const satisfies Record<string, Words>;

type NotComputableName = keyof typeof notComputable;

/** The same as an enum of the API. */
export const NotComputable = builder.enumType("NotComputable", {
  description: "Why there is no number.",
  values: Object.fromEntries(
    Object.entries(notComputable).map(([name, { zh, en }]) => [name, { description: `${zh}. ${en}` }]),
  ) as Record<NotComputableName, { description: string }>,
});
