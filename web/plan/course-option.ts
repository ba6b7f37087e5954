import type { EChartsCoreOption } from "echarts/core";
import type { Language } from "../core/address.ts";
import { formatFigure, formatNumber } from "../core/format.ts";
import { formatPeriod } from "../core/period.ts";
import { ticksAround, yearTicks } from "./axis-ticks.ts";
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
      ...yearTicks(
        [...course.history, ...course.others].map(({ x }) => x),
        course.horizon,
      ),
      axisLabel: { formatter: String, color: "var(--ink-3)" },
      axisLine: { lineStyle: { color: "var(--line-strong)" }, onZero: false },
      axisTick: { lineStyle: { color: "var(--line-strong)" } },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      inverse: course.falling,
      axisLabel: { formatter: (value: number) => formatNumber(value, language), color: "var(--ink-3)" },
      splitLine: { lineStyle: { color: "var(--line)" } },
      ...ticksAround(valuesOf(course)),
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

/** Everything that must be seen: the target and the band's ends too. */
function valuesOf({ history, others, pace, needed, band, goal }: Course): number[] {
  const ends = [band?.extent.low, band?.extent.high, goal].filter((end) => typeof end === "number");
  return [...[...history, ...others].map(({ y }) => y), ...[...pace, ...needed].map(([, y]) => y), ...ends];
}

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
