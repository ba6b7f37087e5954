// What files say of themselves, in both languages.
import type { Words } from "../core/errors.ts";

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
} as const satisfies Record<string, Words>;
