import { builder } from "../graphql/builder.ts";
import type { Missing, State } from "./progress.ts";

const words: Record<State, string> = {
  MET: "已达标. The latest figure reaches the target; growth is met only once the figure of the target year is published.",
  ON_TRACK_OR_BETTER: "符合预期，或已达标. At least on track: a source says 'more than', so it may already be met.",
  ON_TRACK:
    "进展符合预期. The pace so far reaches the target in time; where it is a pace of the years before the plan, onlyFiguresBeforePlan is true.",
  OFF_TRACK: "进度滞后. The pace so far does not reach the target in time.",
  UNDECIDED: "无法判定. The figures are bounds that allow both on track and off track.",
  NO_DATA:
    "待补充数据. The missing data and its holder are listed alongside; where there is a latest figure, it alone shows no trend.",
  NOT_MEASURABLE: "未设量化要求. The plan gives no number.",
};

export const TargetState = builder.enumType("TargetState", {
  description: "State of a target. Always computed, never entered by hand.",
  values: Object.fromEntries(Object.entries(words).map(([name, description]) => [name, { description }])) as Record<
    State,
    { description: string }
  >,
});

const kinds: Record<Missing, string> = {
  NO_MEASURE: "没有对应指标. No indicator of the atlas counts it.",
  NO_FIGURE: "未查到公开数据. No published figure.",
  ONLY_GOALS: "仅查到目标数或预计数. Only targets or forecasts, no actual figure.",
  STALE: "数据过旧. The latest figure is too old to show the present situation.",
  ONE_FIGURE: "仅有一期数据，无法判断趋势. Only one usable figure, so no trend can be determined.",
  BREAK_IN_SERIES:
    "统计范围或口径有变，与以前各期不可比. Earlier figures were counted on a different scope or basis, so no trend can be determined.",
  ZERO_BASE: "基期为零. Growth from zero cannot be calculated.",
  UNSOURCED: "数据暂无出处. A figure on which the state depends has no source that was checked.",
};

export const MissingKind = builder.enumType("MissingKind", {
  description: "Why no state could be computed.",
  values: Object.fromEntries(Object.entries(kinds).map(([name, description]) => [name, { description }])) as Record<
    Missing,
    { description: string }
  >,
});

export const STATES = Object.keys(words) as State[];
