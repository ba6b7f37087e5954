import type { Language } from "../../server/contract/language.ts";
import { addWords } from "../core/i18n.ts";
import type { Same } from "../core/words/zh.ts";

const zh = {
  headline: {
    title: "全市概况",
    close: "不再显示全市概况",
    trade: "服务贸易进出口总额",
    growth: "服务贸易进出口年均增长",
    noFigure: "近年无公开数据",
    dataHolder: "数据提供单位：{{holder}}",
    source: "来源：{{publisher}}",
    targets: "方案目标",
    target_one: "{{count}} 个",
    target_other: "{{count}} 个",
    met: "已达标 {{count}} 个（另有 {{before}} 个在方案编制时已达标）",
    onTrack: "进展符合预期 {{count}} 个",
    onTrackAndEarlier: "进展符合预期 {{count}} 个（另有 {{earlierPace}} 个按方案实施前的速度推算，符合预期）",
    offTrack: "进度滞后 {{count}} 个",
    undecided: "无法判定 {{count}} 个",
    noData: "待补充数据 {{count}} 个",
    noDataAndWithoutTrend: "待补充数据 {{count}} 个（其中 {{withoutTrend}} 个已有部分数据，尚不足以判断趋势）",
    notMeasurable: "未设量化要求 {{count}} 个",
    targetsSource: "{{horizon}}年目标；进展按公开规则由数据推算",
    sites: "地点",
    sitesSource: "数据版本 {{version}}，{{date}}",
  },
} as const;

/** The form of both dictionaries. */
type HeadlineWords = Same<typeof zh>;

const en: HeadlineWords = {
  headline: {
    title: "The city at a glance",
    close: "Do not show this overview again",
    trade: "Trade in services",
    growth: "Average annual growth",
    noFigure: "No recent published figure",
    dataHolder: "Data holder: {{holder}}",
    source: "Source: {{publisher}}",
    targets: "Targets of the plan",
    target_one: "{{count}}",
    target_other: "{{count}}",
    met: "{{count}} met (plus {{before}} already met when the plan was drafted)",
    onTrack: "{{count}} on track",
    onTrackAndEarlier: "{{count}} on track (plus {{earlierPace}} at pre-plan pace)",
    offTrack: "{{count}} off track",
    undecided: "{{count}} undecided",
    noData: "{{count}} awaiting data",
    noDataAndWithoutTrend: "{{count}} awaiting data ({{withoutTrend}} of them with a figure but no trend yet)",
    notMeasurable: "{{count}} not measurable",
    targetsSource: "to {{horizon}}; calculated from the data by published rules",
    sites: "Sites",
    sitesSource: "data version {{version}}, {{date}}",
  },
};

declare module "../core/i18n.ts" {
  interface PageWords extends HeadlineWords {}
}

/** They come with the card: the first paint is sooner without. */
export const headlineWords: Record<Language, HeadlineWords> = { zh, en };

addWords(headlineWords);
