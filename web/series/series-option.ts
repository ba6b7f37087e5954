import type { EChartsCoreOption } from "echarts/core";
import type { Language } from "../../server/contract/language.ts";
import { startInYears } from "../../server/contract/period.ts";
import { numberText } from "../../server/contract/quantities.ts";
import { formatFigure } from "../core/format.ts";
import { formatPeriod } from "../core/period.ts";
import { breakDays, groupedPoints, type SeriesFigure, seriesGroups, withGaps } from "./series.ts";
import { markColour, seriesMarks } from "./series-marks.tsx";

/**
 * The chart of a series: whole years as a line that is interrupted where a year is missing and at breaks in series, which are upright
 * lines; all else as marks of their own.
 */
export function seriesOption(figures: readonly SeriesFigure[], language: Language): EChartsCoreOption {
  const groups = groupedPoints(figures);
  const yearTimes = [...groups.values()].flatMap((points) => points.map(({ time }) => time));
  // A value at the end of a year belongs to that year.
  const [first, last] = [Math.ceil(Math.min(...yearTimes)) - 1, Math.ceil(Math.max(...yearTimes))];
  const breaks = {
    markLine: {
      silent: true,
      symbol: "none",
      label: { show: false },
      lineStyle: { color: "var(--ink-3)", width: 1, type: "dashed" },
      data: breakDays(figures).map((day) => ({ xAxis: startInYears(day) })),
    },
  };
  const yearCentres = Array.from({ length: last - first }, (_, index) => first + index + 0.5);
  return {
    grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: { trigger: "item", renderMode: "richText", formatter: ({ value }: { value: unknown[] }) => String(value[2] ?? "") },
    xAxis: {
      type: "value",
      ...{ min: first, max: last },
      // A year is labelled at its middle.
      axisLabel: {
        formatter: (time: number) => String(Math.floor(time)),
        color: "var(--ink-3)",
        hideOverlap: true,
        customValues: yearCentres,
      },
      axisTick: { customValues: Array.from({ length: last - first + 1 }, (_, index) => first + index) },
      axisLine: { lineStyle: { color: "var(--line-strong)" } },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      scale: true,
      splitNumber: 4,
      axisLabel: { formatter: (value: number) => numberText(value, language), color: "var(--ink-3)" },
      splitLine: { lineStyle: { color: "var(--line)" } },
    },
    series: seriesGroups
      .flatMap((group) => {
        const points = groups.get(group) ?? [];
        if (points.length === 0) return [];
        const markStyle = seriesMarks[group];
        const colour = markColour(markStyle);
        const data = (group === "year" ? withGaps(points) : points).map((point) => ({
          value: [point.time, point.value, "figure" in point ? figureText(point.figure, language) : ""],
          name: "figure" in point ? point.figure.id : "",
        }));
        return [
          {
            id: group,
            type: group === "year" ? "line" : "scatter",
            symbol: markStyle.shape,
            symbolSize: markStyle.size,
            symbolRotate: markStyle.pointsDown ? 180 : 0,
            showAllSymbol: true,
            lineStyle: { color: "var(--ink-3)", width: 1.5 },
            itemStyle: { color: markStyle.hollow ? "var(--paper)" : colour, borderColor: colour, borderWidth: 1.5 },
            cursor: "pointer",
            data,
          },
        ];
      })
      .map((series, index) => (index === 0 ? { ...series, ...breaks } : series)),
  };
}

const figureText = (figure: SeriesFigure, language: Language): string =>
  `${formatPeriod(figure, language)}  ${formatFigure(figure, language)}`;
