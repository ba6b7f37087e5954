import { builder } from "../graphql/builder.ts";
import type { Missing, State } from "./progress.ts";

const words: Record<State, string> = {
  MET: "已达到. The latest figure reaches the target; growth is met only once the figure of the horizon year is published.",
  ON_TRACK_OR_BETTER: "按进度，可能已达到. At least on track: a source says 'more than', so it may already be met.",
  ON_TRACK: "按进度. The pace so far reaches the target by the horizon.",
  OFF_TRACK: "未达进度. The pace so far does not reach the target by the horizon.",
  UNDECIDED: "无法判定. The figures are bounds that allow both on track and off track.",
  NO_DATA: "无数据. The missing data and its holder are listed alongside.",
  NOT_MEASURABLE: "不可计量. The plan gives no number.",
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
  NO_FIGURE: "未查到数据. No published figure.",
  ONLY_GOALS: "只有目标或预计. Only goals or expectations, no outcome.",
  STALE: "数据过旧. The latest figure is too old to tell how things stand.",
  ONE_FIGURE: "仅有一期数据，无法判断趋势. Only one usable figure, so no trend can be determined.",
  ZERO_BASE: "基期为零. Growth from nothing cannot be computed.",
  UNSOURCED: "数据暂无出处. A figure that the state would depend on has no source that was checked.",
};

export const MissingKind = builder.enumType("MissingKind", {
  description: "Why no state could be computed.",
  values: Object.fromEntries(Object.entries(kinds).map(([name, description]) => [name, { description }])) as Record<
    Missing,
    { description: string }
  >,
});

export const STATES = Object.keys(words) as State[];
