import type { Language } from "../../server/contract/language.ts";
import { addWords } from "../core/i18n.ts";

const zh = {
  seriesChart: {
    chart_one: "{{indicator}}：{{count}} 个值的时间序列图，数值见下表",
    chart_other: "{{indicator}}：{{count}} 个值的时间序列图，数值见下表",
    table_one: "以表格列出（{{count}} 个值）",
    table_other: "以表格列出（{{count}} 个值）",
    period: "时期",
    value: "值",
    growth: "同比",
    remarks: "说明",
    year: "全年",
    HALF_YEAR: "半年",
    QUARTER: "季度",
    MONTH: "月",
    DAY: "时点",
    YEAR_TO_DATE: "年初至今",
    SPAN: "多年",
    expected: "预计与目标",
    lower: "下限（超过）",
    upper: "上限（不足）",
    notUsed: "未采用的其他来源",
    undated: "{{count}} 个值时间不详，仅列入表中",
    average: "{{from}}—{{to}}年年均增长 {{growth}}（共 {{span}} 年）",
    noAverage: "年均增长无法计算：{{reason}}",
    broken: "序列中断：{{from}}起统计范围或口径有变，与此前各期不可比。",
  },
};

export type SeriesChartWords = typeof zh;

const en: SeriesChartWords = {
  seriesChart: {
    chart_one: "{{indicator}}: chart of {{count}} figure over time; the same number is in the table below",
    chart_other: "{{indicator}}: chart of {{count}} figures over time; the same numbers are in the table below",
    table_one: "As a table ({{count}} figure)",
    table_other: "As a table ({{count}} figures)",
    period: "Period",
    value: "Figure",
    growth: "Year on year",
    remarks: "Remarks",
    year: "whole year",
    HALF_YEAR: "half year",
    QUARTER: "quarter",
    MONTH: "month",
    DAY: "single date",
    YEAR_TO_DATE: "year to date",
    SPAN: "several years",
    expected: "expected, target",
    lower: "lower bound (more than)",
    upper: "upper bound (less than)",
    notUsed: "other source, not used",
    undated: "{{count}} undated, in the table only",
    average: "{{from}} to {{to}}: {{growth}} a year on average (over {{span}} years)",
    noAverage: "Average growth cannot be calculated: {{reason}}",
    broken: "Break in series: the scope or basis changed from {{from}}; earlier figures are not comparable.",
  },
};

declare module "../core/i18n.ts" {
  interface PageWords extends SeriesChartWords {}
}

/** The words of the chart of a series. They come with the first that is opened: the first paint is sooner without. */
export const seriesChartWords: Record<Language, SeriesChartWords> = { zh, en };

addWords(seriesChartWords);
