// The published rules: how each state is computed, in words.
import type { BilingualText } from "../contract/language.ts";
import { builder } from "../graphql/builder.ts";
import { enumOf } from "../graphql/fields.ts";
import { Plan } from "./plan.ts";

interface PlanRule {
  basis: string | null;
  title: BilingualText;
  text: BilingualText;
}

const rule = (basis: string | null, title: BilingualText, text: BilingualText): PlanRule => ({ basis, title, text });

const RULES: readonly PlanRule[] = [
  rule(
    "LEVEL_BY",
    { zh: "目标年水平", en: "Level by the target year" },
    {
      zh: "最新数据达到目标即为已达标。否则把基期与最新数据连成直线，延长到目标年末：可达到目标的为进展符合预期，达不到的为进度滞后，并列出差额。",
      en: "A target is met once the latest figure reaches it. Otherwise, a straight line through the baseline and the latest figure is extended to the end of the target year: if the line reaches the target, it is on track; if not, it is off track and the projected shortfall is given.",
    },
  ),
  rule(
    "CUMULATIVE_BY",
    { zh: "累计", en: "Running total" },
    {
      zh: "与目标年水平相同；累计数不会减少，任何一期数据（含早年数据）达到目标即为已达标。",
      en: "As for a level by the target year. Because a running total never falls, the target is met once any figure, however old, has reached it.",
    },
  ),
  rule(
    "AVG_ANNUAL_GROWTH",
    { zh: "年均增长", en: "Average annual growth" },
    {
      zh: "采用已公布的年均增速；同一年内公布多个不同时段年均增速的，以其最低、最高值为下限和上限。未公布年均增速而有各年数值的，自基期按复合增长率计算。达到目标的为进展符合预期，达不到的为进度滞后；目标年数据公布后才能判为已达标。截至方案编制时的年均增长不反映方案实施后的情况。",
      en: "The published average annual growth is used; where averages over different periods are published in the same year, the lowest and the highest are the limits. Where only annual values are published, the compound growth rate from the baseline is used. A target is on track if the rate reaches it and off track if not; it can be met only once the figure for the target year is published. Average growth up to the drafting of the plan does not reflect the plan's effect.",
    },
  ),
  rule(
    "PER_YEAR",
    { zh: "每年", en: "Every year" },
    {
      zh: "基年之后的每一年都须达到。最新一年达到且此前各年均达到的为进展符合预期，有一年未达到的为进度滞后，截至目标年各年均达到的为已达标。",
      en: "The target must be reached in every year after the base year. It is on track if the latest year and all earlier ones reached it, off track if any year fell short, and met once every year up to the target year has reached it.",
    },
  ),
  rule(
    "RANK_BY",
    { zh: "位次", en: "Rank" },
    {
      zh: "位次不计算速度：最新位次达到目标或更靠前的为已达标，靠后的为进度滞后。方案未设具体数值的，标为“未设量化要求”，仅列出最新位次。",
      en: "No pace is calculated for ranks. A target is met if the latest rank equals it or is better, and off track if it is worse. If the plan sets no number, the target is not measurable and only the latest rank is shown.",
    },
  ),
  rule(
    null,
    { zh: "基期", en: "Baseline" },
    {
      zh: "有基年及其后年份的数据时，以基年为基期；尚无此类数据的，以与最新数据相隔最接近五年的一期为基期（须相隔一年以上、十年以内）；受疫情影响的2020—2022年以及统计范围或口径变动以前的数据，不作为基期。按其他可选基期测算的结果一并列出。",
      en: "The baseline is the base year once there are figures for it and for a later year. Until then, it is the figure closest to five years before the latest one (at least one year and at most ten years earlier). Figures for the pandemic years 2020 to 2022, and figures from before a change of scope or basis, are not used as a baseline. The results with other possible baselines are listed as well.",
    },
  ),
  rule(
    null,
    { zh: "采用哪些数据", en: "Which figures count" },
    {
      zh: "预计数和目标数不作为实际数。流量指标只取全年数；同一时期有多个数据的，按取舍顺序取其一。最新数据早于基年前一年的，不能反映现状，视为无数据（累计数已达标的除外）。",
      en: "Forecasts and targets do not count as actual figures. For flows, only full years count; where there are several figures for a period, the one that comes first in the order of preference is used. A latest figure from two or more years before the base year does not show the present situation and counts as no data, unless it is a running total that has already reached the target.",
    },
  ),
  rule(
    null,
    { zh: "数据须有出处", en: "Figures need a source" },
    {
      zh: "最新数据或基期数据暂无出处的，不作判定，并注明是哪一项数据；以暂无出处的数据为基期的，也不列出结果。",
      en: "If the latest figure or the baseline is unsourced, progress is not assessed and the figure in question is named. Results with unsourced baselines are not listed either.",
    },
  ),
  rule(
    null,
    { zh: "“超过”“约”等", en: "“More than” and “about”" },
    {
      zh: "带限定的数按区间计算：“超过1000”按大于1000计，“约”按末位有效数字上下各半个单位计，“近”按向下一个单位计。区间内结果一致的才作判定；可能已达标的，标为“符合预期，或已达标”；两种结果都有可能的，标为“无法判定”。",
      en: "A qualified number is treated as an interval: “more than 1,000” is anything above 1,000; “about” allows half a unit of the last significant digit either way; “nearly” allows one such unit downwards. A status is given only if it is the same throughout the interval. If the target may already have been met, the status is “on track, possibly met”; if both outcomes are possible, it is “undecided”.",
    },
  ),
  rule(
    null,
    { zh: "方案的用语", en: "Wording of the plan" },
    {
      zh: "“达到”“左右”“力争”均按不低于该数计算；“超过”须大于该数。方案未注明日期和基年：以2024年为基年，2025年末以前的数据说明方案起草时的情况。",
      en: "“Reach” (达到), “about” (左右) and “strive for” (力争) are taken to mean at least the number stated; “more than” (超过) means strictly more. The plan is undated and names no base year: 2024 is taken as the base year, and figures up to the end of 2025 as the situation when the plan was drafted.",
    },
  ),
];

const PlanRuleType = builder.objectRef<PlanRule>("PlanRule");
PlanRuleType.implement({
  description: "A rule by which states are computed, in words.",
  fields: (t) => ({
    basis: t.field({
      type: enumOf("TargetBasis"),
      nullable: true,
      description: "The targets it applies to; empty if it applies to all.",
      resolve: ({ basis }) => basis as never,
    }),
    titleZh: t.string({ description: "What it is about, in Chinese.", resolve: ({ title }) => title.zh }),
    titleEn: t.string({ description: "What it is about, in English.", resolve: ({ title }) => title.en }),
    textZh: t.string({ description: "The rule, in Chinese.", resolve: ({ text }) => text.zh }),
    textEn: t.string({ description: "The rule, in English.", resolve: ({ text }) => text.en }),
  }),
});

builder.objectField(Plan, "rules", (t) =>
  t.field({
    type: [PlanRuleType],
    description: "The rules by which the states are computed: those for each basis, then those for all.",
    resolve: () => [...RULES],
  }),
);
