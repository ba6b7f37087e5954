import type { EChartsCoreOption } from "echarts/core";
import type { Language } from "../../server/contract/language.ts";
import { numberText, scaleOf } from "../../server/contract/quantities.ts";
import { formatFigure, withColon } from "../core/format.ts";
import { nameOf } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { ticksAround, yearTicks } from "./axis-ticks.ts";
import type { Course, CoursePoint, Line } from "./course.ts";
import type { TargetDetails } from "./target-query.ts";
import { formatGoal } from "./target-words.ts";

export const chartHeight = 280;
const [top, bottom] = [36, 34];

interface CourseLabels {
  goal: string;
  pace: string;
  needed: string;
}

/** The chart of a target in the chart library's options. */
export function courseOption(course: Course, target: TargetDetails, language: Language, labels: CourseLabels): EChartsCoreOption {
  const goal = withColon(labels.goal, formatGoal(target, language), language);
  const years = yearTicks(
    [...course.history, ...course.otherPoints].map(({ x }) => x),
    course.horizon,
  );
  const ticks = ticksAround(valuesOf(course));
  const [size, unit] = unitOf(course, Math.max(Math.abs(ticks.min), ticks.max), language);
  const pace = clipLine(course.paceLine, ticks);
  const { above, below } = labelShifts(pace, course.neededLine, course.lowerIsBetter, ticks.max - ticks.min);
  const isLabelled = pace.length + course.neededLine.length > 0;
  return {
    grid: {
      ...{ left: 8, right: isLabelled ? (language === "zh" ? 66 : 88) : 18, top, bottom: 8 },
      ...{ outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    },
    xAxis: {
      type: "value",
      ...{ min: years.min, max: years.max },
      // A year is labelled at its end, where its figure is drawn.
      axisLabel: { formatter: (end: number) => String(end - 1), color: "var(--ink-3)", customValues: years.markedYears },
      axisLine: { lineStyle: { color: "var(--line-strong)" }, onZero: false },
      axisTick: { lineStyle: { color: "var(--line-strong)" }, customValues: years.markedYears },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      inverse: course.lowerIsBetter,
      name: unit,
      nameLocation: course.lowerIsBetter ? "start" : "end",
      nameGap: 14,
      nameTextStyle: { align: "left", color: "var(--ink-3)" },
      axisLabel: { formatter: (value: number) => numberText(value / size, language), color: "var(--ink-3)" },
      splitLine: { lineStyle: { color: "var(--line)" } },
      ...ticks,
    },
    tooltip: {
      trigger: "item",
      confine: true,
      backgroundColor: "var(--paper)",
      borderColor: "var(--line-strong)",
      textStyle: { color: "var(--ink)", fontSize: 12 },
    },
    series: [
      ...bandSeries(course),
      figureLine("others", course.otherPoints, "var(--ink-3)", language, 6),
      labelledLine("pace", pace, "dashed", "var(--ink-2)", labels.pace, above === "pace" ? -9 : below === "pace" ? 9 : 0),
      labelledLine(
        "needed",
        course.neededLine,
        "dotted",
        "var(--warn)",
        labels.needed,
        above === "needed" ? -9 : below === "needed" ? 9 : 0,
      ),
      {
        ...figureLine("history", course.history, "var(--ink)", language, 8),
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

/** What must be visible: the figures, the target, and the pace's end where it is near. The band may leave the chart. */
function valuesOf({ history, otherPoints, paceLine, goal }: Course): number[] {
  const values = [...[...history, ...otherPoints].map(({ y }) => y), ...(goal === null ? [] : [goal])];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const margin = (highest - Math.min(0, lowest)) * 0.2;
  const end = paceLine.at(-1)?.[1];
  return end !== undefined && end >= lowest - margin && end <= highest + margin ? [...values, end] : values;
}

/** The axis title (the unit in the scale of the largest mark), and the divisor of the marks. */
function unitOf({ history }: Course, highest: number, language: Language): [size: number, unit: string] {
  const unit = history[0]?.figure.indicator.unit;
  const name = (unit && nameOf(language, unit)) ?? "";
  const { size, word } = scaleOf(highest, language);
  return [size, language === "zh" ? word + name : [word, name].filter(Boolean).join(" ")];
}

/** A line as far as the chart reaches. */
function clipLine(points: Line, { min, max }: { min: number; max: number }): Line {
  const [previous, end] = points.slice(-2);
  if (!previous || !end || (end[1] <= max && end[1] >= min)) return points;
  const edge = end[1] > max ? max : min;
  const fraction = (edge - previous[1]) / (end[1] - previous[1]);
  return [...points.slice(0, -1), [previous[0] + (end[0] - previous[0]) * fraction, edge]];
}

/** Which of two ends' labels moves up and which down, so that both can be read where the ends are close. */
function labelShifts(pace: Line, needed: Line, lowerIsBetter: boolean, span: number): { above?: string; below?: string } {
  const [paceEnd, neededEnd] = [pace.at(-1), needed.at(-1)];
  if (!paceEnd || !neededEnd || (Math.abs(paceEnd[1] - neededEnd[1]) / span) * (chartHeight - top - bottom) > 18) return {};
  return paceEnd[1] > neededEnd[1] !== lowerIsBetter ? { above: "pace", below: "needed" } : { above: "needed", below: "pace" };
}

/** Years between two figures over which a line would pretend to know what lies between. */
const MAX_GAP_YEARS = 4;

/** The points with an empty one in each long gap and at each break in series, where the line is interrupted. */
const withGaps = (points: readonly CoursePoint[]): (CoursePoint | null)[] =>
  points.flatMap((point, index) => {
    const previous = points[index - 1];
    const isJoined = previous && point.x - previous.x <= MAX_GAP_YEARS && previous.comparableSince === point.comparableSince;
    return previous && !isJoined ? [null, point] : [point];
  });

function figureLine(id: string, figures: readonly CoursePoint[], colour: string, language: Language, size: number) {
  const points = withGaps(figures);
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
    data: points.map((point) =>
      point
        ? {
            value: [point.x, point.y],
            symbol: "circle",
            itemStyle: point.isBound ? { color: "var(--paper)", borderColor: colour, borderWidth: 2 } : { color: colour },
          }
        : ["-", "-"],
    ),
  };
}

/** A line with its name at its end. */
const labelledLine = (id: string, data: Line, type: "dashed" | "dotted", colour: string, name: string, shift: number) => ({
  id,
  type: "line",
  tooltip: { show: false },
  endLabel: { show: data.length > 0, formatter: name, color: colour, distance: 6, offset: [0, shift], fontSize: 12 },
  data: data.map((point) => [...point]),
  symbol: "none",
  silent: true,
  lineStyle: { color: colour, width: 1.5, type },
});

interface ChartApi {
  coord: (point: readonly [number, number]) => [number, number];
  visual: (name: "color") => string;
}

interface ChartParams {
  coordSys: { y: number; height: number };
}

/** From the latest figure out to the values at the horizon; where an end is open, to the edge of the chart. */
function bandSeries({ band, lowerIsBetter }: Course) {
  if (!band) return [];
  const { from, to, extent } = band;
  const renderItem = ({ coordSys }: ChartParams, { coord, visual }: ChartApi) => {
    const [top, bottom] = [coordSys.y, coordSys.y + coordSys.height];
    const [x] = coord([to, from[1]]);
    const end = (value: number | null, edge: number) => (value === null ? edge : coord([to, value])[1]);
    const points = [
      coord(from),
      [x, end(extent.high, lowerIsBetter ? bottom : top)],
      [x, end(extent.low, lowerIsBetter ? top : bottom)],
    ];
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
