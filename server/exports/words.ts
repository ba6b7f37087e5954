// What files say of themselves, in both languages.
import type { Words } from "../core/errors.ts";
import type { enums } from "../generated/model.ts";

export const words = {
  title: { zh: "武汉服务贸易地图：场所", en: "Wuhan Service-Trade Atlas: sites" },
  // The wording of NOTICE, in brief.
  licence: {
    zh: "事实数据，逐条注明来源；指标数值归其发布机构所有，本地图集不主张权利，亦非这些机构的官方出版物。程序以 Apache-2.0 许可发布。",
    en: "Facts, each with its source; figures belong to their publishers, who are named, and no claim is laid to them. The atlas is no official publication of any of these bodies. The program is under Apache-2.0.",
  },
  coordinates: {
    zh: "坐标为 WGS-84（EPSG:4326），每个点均注明精度（米）；没有公布位置的场所不含坐标。",
    en: "Coordinates are WGS-84 (EPSG:4326), each point with its accuracy in metres; sites without a published position have none.",
  },
  boundaries: {
    zh: "所在区以来源所载为准；地图上的区界仅为示意：未经测绘、非官方、无审图号，不得用于导航、法律用途或作为正式地图。",
    en: "A site's district is the one its sources name; the outlines on the map are schematic: not surveyed, not official, without a map approval number (审图号); not for navigation, legal use or a published map of borders.",
  },
  gaps: { zh: "未知的内容留空，不作推断。", en: "What is not known is empty; nothing is guessed." },

  sites: { zh: "场所", en: "Sites" },
  figures: { zh: "指标", en: "Figures" },
  sources: { zh: "来源", en: "Sources" },
  notes: { zh: "说明", en: "Notes" },

  name: { zh: "名称", en: "Name" },
  indicator: { zh: "指标", en: "Indicator" },
  indicatorSlug: { zh: "指标标识", en: "Indicator slug" },
  site: { zh: "场所标识", en: "Site slug" },
  periodKind: { zh: "期间类型", en: "Kind of period" },
  periodStart: { zh: "期间开始", en: "Period from" },
  periodEnd: { zh: "期间结束", en: "Period to" },
  qualifier: { zh: "限定", en: "Qualifier" },
  value: { zh: "数值", en: "Value" },
  valueMax: { zh: "数值上限", en: "Upper value" },
  unit: { zh: "单位", en: "Unit" },
  published: { zh: "原文", en: "As published" },
  status: { zh: "状态", en: "Status" },
  confidence: { zh: "可信度", en: "Confidence" },
  synthetic: { zh: "虚构（演示）", en: "Made up (demonstration)" },
  source: { zh: "标识", en: "Slug" },
  publisher: { zh: "发布机构", en: "Publisher" },
  sourceTitle: { zh: "标题", en: "Title" },
  publishedOn: { zh: "发布日期", en: "Published on" },
  url: { zh: "网址", en: "Address" },
  access: { zh: "获取方式", en: "How it was read" },

  topic: { zh: "项目", en: "About" },
  detail: { zh: "内容", en: "What there is to know" },
  dataVersion: { zh: "数据版本", en: "Data version" },
  versionDate: { zh: "版本发布时间（UTC）", en: "Version published (UTC)" },
  filter: { zh: "筛选条件", en: "Filter" },
  everything: { zh: "（全部）", en: "(none: everything)" },
  address: { zh: "在地图中查看", en: "The same on the map" },
  retrievedAt: { zh: "生成时间（UTC）", en: "Made (UTC)" },
  count: { zh: "场所数", en: "Number of sites" },
  terms: { zh: "许可", en: "Licence" },
  code: { zh: "代码含义", en: "What a code means" },
  asOf: { zh: "截至（UTC）：当时已知的数据", en: "As of (UTC): what was known then" },

  comparisonTitle: { zh: "武汉服务贸易地图：比较", en: "Wuhan Service-Trade Atlas: comparison" },
  table: { zh: "对比表", en: "Table" },
  comparison: { zh: "比较", en: "Comparison" },
  allYears: { zh: "各年", en: "All years" },
  set: { zh: "比较对象", en: "Set" },
  key: { zh: "代码", en: "Code or slug" },
  measure: { zh: "度量", en: "Measure" },
  siteKind: { zh: "场所类型", en: "Kind of site" },
  formula: { zh: "算法", en: "Formula" },
  formulaInWords: { zh: "算法说明", en: "Formula in words" },
  year: { zh: "年份", en: "Year" },
  fromYear: { zh: "起始年份", en: "From year" },
  notComputable: { zh: "无数值的原因", en: "Why there is none" },
  rank: { zh: "位次", en: "Rank" },
  rankFrom: { zh: "位次（最前）", en: "Rank, at best" },
  rankTo: { zh: "位次（最后）", en: "Rank, at worst" },
  previousRank: { zh: "上年位次", en: "Rank the year before" },
  ofHowMany: { zh: "有数值的个数", en: "How many have a value" },
  gapToBest: { zh: "与最佳之差", en: "Less the best" },
  gapToMedian: { zh: "与中位数之差", en: "Less the median" },
  best: { zh: "最佳", en: "Best" },
  median: { zh: "中位数", en: "Median" },
  medianMax: { zh: "中位数上限", en: "Median, upper end" },
  medianQualifier: { zh: "中位数限定", en: "Median, qualifier" },
  cityValue: { zh: "全市", en: "Whole city" },
  sitesToday: {
    zh: "场所数为现有场所的个数，不随期间或截至时间变化。",
    en: "Sites are counted as they are today, whatever the period or the day asked for.",
  },
} as const satisfies Record<string, Words>;

/** The kinds of site as the page names them, where a heading speaks of one. */
export const kindWords = {
  SERVICE_TRADE_PARK: { zh: "服务贸易园区", en: "Service-trade parks" },
  EXPORT_BASE: { zh: "特色服务出口基地", en: "Export bases" },
  BONDED_ZONE: { zh: "综合保税区", en: "Bonded zones" },
  LOGISTICS_HUB: { zh: "物流枢纽", en: "Logistics hubs" },
} as const satisfies Record<keyof typeof enums.SiteKind.values, Words>;
