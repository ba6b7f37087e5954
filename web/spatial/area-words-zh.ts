import type { Same } from "../core/words/zh.ts";

/** 范围统计的文字。 */
export const zhAreaCard = {
  areaCard: {
    title: "范围统计",
    circle: "圆形范围",
    rectangle: "矩形范围",
    polygon: "多边形范围",
    districts: "所选行政区",
    onPaper: "{{shape}}：{{sites}}，面积 {{area}}（按所绘图形在 WGS-84 椭球面上计算）",
    radius: "半径（公里）",
    size: "面积",
    edit: "修改形状",
    goTo: "缩放到范围",
    remove: "移除范围",
    sites_one: "{{formatted}} 个地点",
    sites_other: "{{formatted}} 个地点",
    byKind: "按类型",
    byDistrict: "按行政区",
    noDistrict: "未标注所在区",
    figures: "指标",
    sum: "合计",
    median: "中位数",
    of_one: "{{total}} 个地点中 {{count}} 个有数据",
    of_other: "{{total}} 个地点中 {{count}} 个有数据",
    partsLeftOut_one: "另有 {{count}} 个为其组成部分，不重复计入",
    partsLeftOut_other: "另有 {{count}} 个为其组成部分，不重复计入",
    showFigures: "数值与来源",
    hideFigures: "收起",
    noFigures: "这些地点暂无公开数据",
    value: "数值",
    sumNotComputable: {
      NOT_ADDITIVE: "不可相加",
      MIXED_KINDS: "不可相加：不同类型的地点可能互相包含，请按类型统计",
      MIXED_PERIODS: "不可相加：时期不一",
      MIXED_BOUNDS: "不可相加：上限与下限并存",
    },
    more: "显示全部 {{count}} 项指标",
    fewer: "收起",
    unplaced_one: "其中 {{count}} 个位置未公布",
    unplaced_other: "其中 {{count}} 个位置未公布",
  },
} as const;

export type AreaCardWords = Same<typeof zhAreaCard>;
