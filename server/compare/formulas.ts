// Describes in words how figures are normalised. The arithmetic is in measure-results.ts.
import { type FormulaName, formulaNames } from "../contract/measures.ts";
import { builder } from "../graphql/builder.ts";

export const formulas: Record<FormulaName, Record<"nameZh" | "nameEn" | "wordsZh" | "wordsEn", string>> = {
  VALUE: {
    nameZh: "数值",
    nameEn: "Value",
    wordsZh: "所示年份（或时期）公布的数值；地点数为现有地点的个数，部分地点未标注所在区或功能区，故为区间。",
    wordsEn:
      "The figure as published for the year or period. Sites: their current number, given as a range where some have no recorded district or functional area.",
  },
  PER_KM2: {
    nameZh: "每平方公里",
    nameEn: "Per km²",
    wordsZh:
      "数值 ÷ 面积（平方公里）。行政区用收录面积（可信度另注），功能区用公布的面积，地点用规划面积。统计上单列功能区的行政区，其统计数不含功能区而面积含功能区，故不计算。地点数按每百平方公里计。",
    wordsEn:
      "Figure ÷ area in km²: the recorded area of a district, whose confidence is given, the published one of a functional area, the planned one of a site. Not computed for districts whose statistics exclude their functional areas, because their area includes them. Sites: per 100 km².",
  },
  PER_HEAD: {
    // The official indicator of that name is published, and divides by the average population.
    nameZh: "人均（按常住人口推算）",
    nameEn: "Per head, calculated from year-end or census population",
    wordsZh:
      "数值 ÷ 同年常住人口，依次取：年末常住人口（2020年普查后口径）、按行政区的年末常住人口、普查前口径、人口普查；仅在两者统计范围一致时计算。由本平台推算，不同于统计部门公布的人均指标。地点数按每10万人计，人口取最近一次普查。",
    wordsEn:
      "Figure ÷ permanent population of the same year, the first available of: year-end on the basis of the 2020 census, year-end of the administrative district, year-end on the basis before it, census; only if both have the same coverage. Calculated here, so it differs from the official per capita figure. Sites: per 100,000 people of the latest census.",
  },
  PER_WORKER: {
    nameZh: "人均（按从业人员计算）",
    nameEn: "Per worker",
    wordsZh: "数值 ÷ 同年从业人员数（仅地点有此数据）。",
    wordsEn: "Figure ÷ employees of the same year (available for sites only).",
  },
  SHARE_OF_CITY: {
    nameZh: "占全市比重",
    nameEn: "Share of the city",
    wordsZh: "数值 ÷ 全市同期数值 × 100%。地点数：占全部（筛选后的）地点的比重。",
    wordsEn: "Figure ÷ the whole city's figure of the same period × 100%. Sites: share of all sites (that match the filter).",
  },
  YEAR_ON_YEAR: {
    nameZh: "同比增长",
    nameEn: "Year-on-year growth",
    wordsZh: "（数值 ÷ 上年同期数值 − 1）× 100%，按公布的数值计算，未扣除价格因素。两期之间统计范围或口径有变的，不计算。",
    wordsEn:
      "(Figure ÷ figure of the same period of the previous year − 1) × 100%, of the figures as published, at current prices. Not computed across a change of scope or basis.",
  },
  AVERAGE_GROWTH: {
    nameZh: "年均增长",
    nameEn: "Average annual growth",
    wordsZh:
      "（（末年数值 ÷ 首年数值）^（1 ÷ 年数）− 1）× 100%，复合增长；首年为指定年份；未指定时，各对象取同一首年，即有可比数值的对象最多的年份（并列时取最早一年）。首末年之间统计范围或口径有变的，不计算。",
    wordsEn:
      "((Last ÷ first)^(1 ÷ years) − 1) × 100%, compound. The first year is the requested one; otherwise it is the same for all, namely the year for which most have a comparable figure (the earliest, if several). Not computed across a change of scope or basis.",
  },
  LOCATION_QUOTIENT: {
    nameZh: "区位商",
    nameEn: "Location quotient",
    wordsZh:
      "（本地数值 ÷ 本地地区生产总值）÷（全市数值 ÷ 全市地区生产总值），同期。地点数：（本地该类地点 ÷ 本地全部地点）÷（全市该类地点 ÷ 全市全部地点）。大于1表示比全市更集中。",
    wordsEn:
      "(Figure ÷ GDP) ÷ (the city's figure ÷ the city's GDP), same period. Sites: (of that kind here ÷ all here) ÷ (of that kind in the city ÷ all in the city). Above 1: more specialised than the city.",
  },
};

export const Formula = builder.enumType("Formula", {
  description: "How a figure is normalised.",
  values: Object.fromEntries(
    formulaNames.map((name) => [name, { description: `${formulas[name].nameZh}. ${formulas[name].wordsEn}` }]),
  ) as Record<FormulaName, { description: string }>,
});

const FormulaInfo = builder.objectRef<(typeof formulas)[FormulaName] & { formula: FormulaName }>("FormulaInfo");
FormulaInfo.implement({
  description: "A formula, explained in words.",
  fields: (t) => ({
    formula: t.expose("formula", { type: Formula, description: "The formula." }),
    nameZh: t.exposeString("nameZh", { description: "Name in Chinese." }),
    nameEn: t.exposeString("nameEn", { description: "Name in English." }),
    wordsZh: t.exposeString("wordsZh", { description: "How it is computed, in Chinese." }),
    wordsEn: t.exposeString("wordsEn", { description: "How it is computed, in English." }),
  }),
});

builder.queryField("formulas", (t) =>
  t.field({
    type: [FormulaInfo],
    description: "The formulas of comparisons, explained in words.",
    resolve: () => formulaNames.map((formula) => ({ formula, ...formulas[formula] })),
  }),
);
