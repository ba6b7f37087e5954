import type { Same } from "../core/words/zh.ts";

/** 地点并列对比的文字。 */
export const zhSiteComparison = {
  siteComparison: {
    title_one: "地点对比",
    title_other: "{{count}} 个地点对比",
    tray: "待对比的地点",
    trayCount: "已选 {{count}} 个（最多 {{max}} 个）",
    open: "对比",
    openWhy: "至少选择两个地点",
    clear: "清空",
    remove: "从对比中移除：{{name}}",
    back: "返回地图",
    tooFew: "请至少选择两个地点",
    tooFewWhy: "在列表、表格或地点资料中点“对比”，最多可选 {{max}} 个。",
    missing_one: "链接中有 {{count}} 个地点未找到，名称可能已更改。",
    missing_other: "链接中有 {{count}} 个地点未找到，名称可能已更改。",
    table: "地点并列对比表",
    number: "编号",
    figures: "数据",
    figuresNote: "各取最新一期；年份和口径可能不同，不作排名",
    gateways: "与枢纽、地铁的直线距离",
    kind: "类型",
    class: "类别、级别",
    position: "点位",
    approval: "批准与建设",
    withinDistricts: "{{names}}范围内（未注明具体区）",
    basis: "批准依据：{{basis}}",
    sources: "来源",
    accuracy: "误差约 {{distance}}",
    unknown: "无公开数据",
    unplaced: "位置未公布，无法计算",
    notApplicable: "不适用",
    rough: "本地点的点位误差约 {{distance}}，大于该距离",
    isItself: "本身即是",
    note: {
      unknown: "未查到公开信息，不等于零，也不表示不存在",
      unplaced: "位置未公布，距离无法计算",
      notApplicable: "不适用于该地点",
    },
    left_one: "有 {{count}} 项因各地点均无公开信息，未列出：{{names}}。",
    left_other: "有 {{count}} 项因各地点均无公开信息，未列出：{{names}}。",
    matrix: "地点之间的直线距离",
    matrixNote: "为公布点位之间的直线距离，不代表行车里程；点位误差见表中“点位”。",
    matrixUnplaced: "位置未公布",
    download: "下载这些地点",
  },
} as const;

/** The form of both dictionaries. */
export type SiteComparisonWords = Same<typeof zhSiteComparison>;
