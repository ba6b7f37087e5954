import type { EChartsCoreOption } from "echarts/core";
import { pickStyle } from "./pick-mark.tsx";

/** A measure as an axis. */
export interface Axis {
  name: string;
  /** The median of all subjects, from 0 to 100; null where there is none. */
  median: number | null;
}

/** A picked subject: its position on each axis, from 0 to 100, hollow for a bound; null without a value. */
export interface Profile {
  name: string;
  points: readonly ({ position: number; isBound: boolean } | null)[];
}

export const axesHeight = (axes: number): number => 52 * axes + 72;

/**
 * Parallel axes, one below the other, so that their names have room on a phone. A line joins the points of a subject and breaks where
 * it has no value; a bound is drawn hollow. The median of all subjects is a tick of its own.
 */
export function axesOption(axes: readonly Axis[], profiles: readonly Profile[], medianName: string): EChartsCoreOption {
  return {
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, itemGap: 16, textStyle: { color: "var(--ink)", fontSize: 12 } },
    xAxis: {
      type: "value",
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { color: "var(--ink-3)" },
      splitLine: { lineStyle: { color: "var(--line)" } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      boundaryGap: true,
      data: axes.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: "var(--ink)", fontSize: 12, lineHeight: 15, width: 150, overflow: "break" },
      splitLine: { show: true, lineStyle: { color: "var(--line-strong)" } },
    },
    series: [
      ...profiles.map(({ name, points }, pickIndex) => {
        const { colour, symbol, line } = pickStyle(pickIndex);
        return {
          id: `pick-${pickIndex}`,
          name,
          type: "line",
          symbol,
          symbolSize: 11,
          lineStyle: { color: colour, width: 2, type: line },
          itemStyle: { color: colour, borderColor: colour, borderWidth: 2 },
          data: points.map((point, axisIndex) =>
            point
              ? { value: [point.position, axisIndex], ...(point.isBound ? { itemStyle: { color: "var(--paper)" } } : {}) }
              : ["-", axisIndex],
          ),
        };
      }),
      {
        id: "median",
        name: medianName,
        type: "line",
        symbol: "path://M-1,-6L1,-6L1,6L-1,6Z",
        symbolSize: [3, 20],
        lineStyle: { width: 0 },
        itemStyle: { color: "var(--ink)" },
        data: axes.map(({ median }, axisIndex) => [median ?? "-", axisIndex]),
      },
    ],
  };
}
