import { defineErrors } from "../core/errors.ts";

export const siteErrors = defineErrors({
  POLYGON_INVALID: {
    status: 400,
    en: "{argument} encloses no area: its edges coincide or cross at {place}. Draw it so that they do not.",
    zh: "{argument} 未围成有效的面：边线在 {place} 处重合或相交。请重新绘制。",
  },
  POLYGON_REPAIRED: {
    status: 200,
    en: "The edges of {argument} cross or touch at {place}; the enclosed area was used.",
    zh: "{argument} 的边线在 {place} 处相交或相接；已按其围成的范围处理。",
  },
  FILTER_MALFORMED: {
    status: 400,
    en: "{argument} is not a filter: {place} is unknown or has the wrong form. Remove or correct it.",
    zh: "{argument} 不是有效的筛选条件：{place} 未知或格式不符。请删除或更正。",
  },
  FILTER_KEY_UNKNOWN: {
    status: 400,
    en: "{argument}: the filter has an unknown {key}. Allowed: {allowed}.",
    zh: "{argument}：筛选条件中的 {key} 未知。可用：{allowed}。",
  },
  FILTER_TOO_DEEP: {
    status: 400,
    en: "{argument} is nested too deeply; at most {max} levels are allowed.",
    zh: "{argument} 嵌套过深；最多 {max} 层。",
  },
  FILTER_TOO_LARGE: {
    status: 400,
    en: "{argument}: the filter contains more than {max} filters. Simplify it.",
    zh: "{argument}：筛选条件超过 {max} 个。请简化。",
  },
  HUB_LEVEL_WITHOUT_HUB: {
    status: 400,
    en: "{argument}: only sites of the kind LOGISTICS_HUB have a level, not {kind}. Leave out the level, or change the kind.",
    zh: "{argument}：仅 LOGISTICS_HUB 类地点有层级，{kind} 没有。请去掉层级，或更改类型。",
  },
  RANGE_REVERSED: {
    status: 400,
    en: "{argument}: the lower bound {min} is above the upper bound {max}. Swap them.",
    zh: "{argument}：下限 {min} 大于上限 {max}。请对调。",
  },
  ORDER_NEEDS_POINT: {
    status: 400,
    en: "{argument}: order by DISTANCE needs filter.near.",
    zh: "{argument}：按 DISTANCE 排序须同时给出 filter.near。",
  },
});
