import type { Same } from "../core/words/zh.ts";

/** 各区页的事实、聚类表与打印说明的文字。 */
export const zhDistrictWords = {
  districtWords: {
    totals: {
      all: "地点共 {{count}} 个",
      withDistrict: "{{count}} 个已标注所在区",
      withoutDistrict: "{{count}} 个未标注所在区，仅计入其可能所在区的区间上限（如 1～4）",
      outsideCity: "{{count}} 个不在武汉",
    },
    paper: {
      none: "—　无公开数据，或依现有数据无法计算；不等于零",
      ranks: "第 n～m 位　仅掌握数值区间，位次待定，在第 n 至第 m 位之间",
      sources: "上标数字　见文末“来源”",
      picked: {
        DISTRICT: "本页仅列所选 {{count}} 个行政区（共 {{all}} 个）；位次和中位数不限于所选，按有数据的行政区计算。",
        FUNCTIONAL_AREA: "本页仅列所选 {{count}} 个功能区（共 {{all}} 个）；位次和中位数不限于所选，按有数据的功能区计算。",
      },
    },
    fact: {
      noneOfCity: "全市 {{city}} 个，本区无",
      partOfCity: "全市 {{city}} 个，本区 {{value}} 个",
      partOfCityRange: "全市 {{city}} 个，本区 {{value}} 至 {{max}} 个",
      rank: "在 {{count}} 个区中居第 {{rank}} 位",
      doubtful: "可信度低",
      withYear: "{{all}} 个区中 {{count}} 个有同期数据，不排位次",
      rankWithFigures: "在有数据的 {{count}} 个区中居第 {{rank}} 位",
      is: "为",
      timesMedian: "{{is}}中位数的 {{times}} 倍",
      pointsAbove: "比中位数高{{is}} {{points}} 个百分点",
      pointsAboveAtLeast: "比中位数高 {{points}} 个百分点以上",
      pointsBelow: "比中位数低{{is}} {{points}} 个百分点",
      nationalHubs: "全市 {{all}} 个国家物流枢纽中有 {{value}} 个",
      ofKind: "全市 {{all}} 个{{kind}}中有 {{value}} 个",
      density: "地点密度为各区中位数的 {{times}} 倍",
      between: "{{low}} 至 {{high}}",
      atMedian: "等于中位数",
    },
    clusters: {
      title: "集群",
      lead: "按行政区统计地点的数量、构成、密度、专业化程度、集中度和空间分布。",
      sectors: "服务部门",
      gap: "与首位差距",
      perKm2: "个/百平方公里",
      points: "{{count}} 个有坐标",
      fewPoints: "有坐标的地点不足 3 个的，不计算最近邻指数。",
      quotient: "区位商 {{value}}",
      concentration: "集中度",
      most: "最多的区",
      each: "各 {{count}} 个",
      one: "{{count}} 个",
      oneOf: "为其中之一；部分地点未标注所在区，无法确定",
      placed: "{{all}} 个地点中 {{count}} 个",
    },
  },
} as const;

export type DistrictWords = Same<typeof zhDistrictWords>;
