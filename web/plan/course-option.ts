import type { EChartsCoreOption } from "echarts/core";
import type { Language } from "../core/address.ts";
import { formatFigure, formatNumber } from "../core/format.ts";
import { formatPeriod } from "../core/period.ts";
import type { Course, CoursePoint } from "./course.ts";
import type { TargetDetails } from "./target-query.ts";
import { formatGoal } from "./target-words.ts";

/** The course of a target as the chart library draws it. */
export function courseOption(
  course: Course,
  target: TargetDetails,
  language: Language,
  words: { goal: string },
): EChartsCoreOption {
  const goal = `${words.goal} ${formatGoal(target, language)}`;
  return {
    grid: { left: 8, right: 16, top: 28, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "value",
      ...spanOf(course),
      minInterval: 1,
      axisLabel: { formatter: String, color: "var(--ink-3)", hideOverlap: true, showMaxLabel: true },
      axisLine: { lineStyle: { color: "var(--line-strong)" }, onZero: false },
      axisTick: { lineStyle: { color: "var(--line-strong)" } },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      scale: true,
      inverse: course.falling,
      axisLabel: { formatter: (value: number) => formatNumber(value, language), color: "var(--ink-3)" },
      splitLine: { lineStyle: { color: "var(--line)" } },
      splitNumber: 4,
      // The target is always seen, and air above the topmost point.
      ...boundsOf(course),
    },
    tooltip: {
      trigger: "item",
      confine: true,
      backgroundColor: "var(--paper)",
      borderColor: "var(--line-strong)",
      textStyle: { color: "var(--ink)", fontSize: 12.5 },
    },
    series: [
      ...bandSeries(course),
      line("others", course.others, "var(--ink-3)", language, 6),
      { ...plain("pace", course.pace, "dashed", "var(--ink-2)"), tooltip: { show: false } },
      { ...plain("needed", course.needed, "dotted", "var(--warn)"), tooltip: { show: false } },
      {
        ...line("history", course.history, "var(--ink)", language, 8),
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: "var(--ink)", width: 1, type: "solid" },
          data: [
            ...(course.goal === null
              ? []
              : [
                  {
                    yAxis: course.goal,
                    label: { formatter: goal, position: "insideStartTop", color: "var(--ink)", fontWeight: 600 },
                  },
                ]),
            { xAxis: course.horizon, lineStyle: { color: "var(--line-strong)" }, label: { show: false } },
          ],
        },
      },
    ],
  };
}

/** Whole years around what is drawn. */
function spanOf({ history, others, horizon }: Course): { min: number; max: number } {
  const xs = [...history, ...others].map(({ x }) => x);
  const last = Math.max(horizon, ...xs);
  return { min: Math.min(Math.floor(Math.min(...xs)), horizon - 3), max: Math.ceil(last) };
}

function boundsOf(course: Course): { min: number; max: number } {
  const { band, goal } = course;
  const ends = [band?.extent.low, band?.extent.high, goal].filter((end) => typeof end === "number");
  const ys = [
    ...[...course.history, ...course.others].map(({ y }) => y),
    ...[...course.pace, ...course.needed].map(([, y]) => y),
    ...ends,
  ];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const air = (high - low || Math.abs(high) || 1) * 0.15;
  return { min: course.falling ? 0 : niceBelow(low, air), max: niceAbove(high, air) };
}

// Steps of one, two or five, so that the ends of the axis are numbers that people say; from nothing where nothing is near.
const niceBelow = (low: number, air: number): number => {
  if (low >= 0 && low - 3 * air <= 0) return 0;
  return Math.floor((low - air) / stepOf(air)) * stepOf(air);
};
const niceAbove = (high: number, air: number): number => Math.ceil((high + air) / stepOf(air)) * stepOf(air);
const stepOf = (air: number): number => {
  const power = 10 ** Math.floor(Math.log10(air));
  const times = air / power;
  return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
};

function line(id: string, points: readonly CoursePoint[], colour: string, language: Language, size: number) {
  return {
    id,
    type: "line",
    symbolSize: size,
    lineStyle: { color: colour, width: id === "history" ? 2 : 1.5 },
    itemStyle: { color: colour },
    emphasis: { scale: 1.3 },
    tooltip: {
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const figure = points[dataIndex]?.figure;
        return figure ? `${formatPeriod(figure, language)}<br><b>${formatFigure(figure, language)}</b>` : "";
      },
    },
    // A bound is hollow: the true value lies beyond it.
    data: points.map(({ x, y, open }) => ({
      value: [x, y],
      symbol: "circle",
      itemStyle: open ? { color: "var(--paper)", borderColor: colour, borderWidth: 2 } : { color: colour },
    })),
  };
}

const plain = (id: string, data: Course["pace"], type: "dashed" | "dotted", colour: string) => ({
  id,
  type: "line",
  data: data.map((point) => [...point]),
  symbol: "none",
  silent: true,
  lineStyle: { color: colour, width: 1.5, type },
});

interface Drawn {
  coord: (point: readonly [number, number]) => [number, number];
  visual: (name: "color") => string;
}

interface Plot {
  coordSys: { y: number; height: number };
}

/** From the latest figure out to the values at the horizon; where an end is open, to the edge of the chart. */
function bandSeries({ band, falling }: Course) {
  if (!band) return [];
  const { from, to, extent } = band;
  const renderItem = ({ coordSys }: Plot, { coord, visual }: Drawn) => {
    const [top, foot] = [coordSys.y, coordSys.y + coordSys.height];
    const [x] = coord([to, from[1]]);
    const end = (value: number | null, edge: number) => (value === null ? edge : coord([to, value])[1]);
    const points = [coord(from), [x, end(extent.high, falling ? foot : top)], [x, end(extent.low, falling ? top : foot)]];
    return { type: "polygon", shape: { points }, style: { fill: visual("color"), opacity: 0.16 }, silent: true };
  };
  return [
    {
      id: "band",
      type: "custom",
      renderItem,
      data: [[...from]],
      itemStyle: { color: "var(--ink-3)" },
      tooltip: { show: false },
      clip: true,
    },
  ];
}
