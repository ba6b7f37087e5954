import type { EChartsCoreOption } from "echarts/core";
import type { Language } from "../../server/contract/language.ts";
import { numberText, scaleOf } from "../../server/contract/quantities.ts";
import { formatFigure } from "../core/format.ts";
import { nameOf } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { ticksAround, yearTicks } from "./axis-ticks.ts";
import type { Course, CoursePoint, Line } from "./course.ts";
import type { TargetDetails } from "./target-query.ts";
import { formatGoal } from "./target-words.ts";

export const chartHeight = 280;
const [top, foot] = [36, 34];

interface ChartWords {
  goal: string;
  pace: string;
  needed: string;
}

/** The chart of a target in the chart library's options. */
export function courseOption(course: Course, target: TargetDetails, language: Language, words: ChartWords): EChartsCoreOption {
  const goal = `${words.goal} ${formatGoal(target, language)}`;
  const years = yearTicks(
    [...course.history, ...course.others].map(({ x }) => x),
    course.horizon,
  );
  const ticks = ticksAround(valuesOf(course));
  const [size, unit] = unitOf(course, Math.max(Math.abs(ticks.min), ticks.max), language);
  const pace = cut(course.pace, ticks);
  const { above, below } = apart(pace, course.needed, course.lowerIsBetter, ticks.max - ticks.min);
  const isLabelled = pace.length + course.needed.length > 0;
  return {
    grid: {
      ...{ left: 8, right: isLabelled ? (language === "zh" ? 66 : 88) : 18, top, bottom: 8 },
      ...{ outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    },
    xAxis: {
      type: "value",
      ...{ min: years.min, max: years.max },
      // A year is labelled at its end, where its figure is drawn.
      axisLabel: { formatter: (end: number) => String(end - 1), color: "var(--ink-3)", customValues: years.marks },
      axisLine: { lineStyle: { color: "var(--line-strong)" }, onZero: false },
      axisTick: { lineStyle: { color: "var(--line-strong)" }, customValues: years.marks },
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
      line("others", course.others, "var(--ink-3)", language, 6),
      plain("pace", pace, "dashed", "var(--ink-2)", words.pace, above === "pace" ? -9 : below === "pace" ? 9 : 0),
      plain("needed", course.needed, "dotted", "var(--warn)", words.needed, above === "needed" ? -9 : below === "needed" ? 9 : 0),
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

/** What must be visible: the figures, the target, and the pace's end where it is near. The band may leave the chart. */
function valuesOf({ history, others, pace, goal }: Course): number[] {
  const values = [...[...history, ...others].map(({ y }) => y), ...(goal === null ? [] : [goal])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - Math.min(0, least)) * 0.2;
  const end = pace.at(-1)?.[1];
  return end !== undefined && end >= least - air && end <= most + air ? [...values, end] : values;
}

/** The axis title (the unit in the scale of the largest mark), and the divisor of the marks. */
function unitOf({ history }: Course, most: number, language: Language): [size: number, unit: string] {
  const unit = history[0]?.figure.indicator.unit;
  const name = (unit && nameOf(language, unit)) ?? "";
  const { size, word } = scaleOf(most, language);
  return [size, language === "zh" ? word + name : [word, name].filter(Boolean).join(" ")];
}

/** A line as far as the chart reaches. */
function cut(points: Line, { min, max }: { min: number; max: number }): Line {
  const [before, end] = points.slice(-2);
  if (!before || !end || (end[1] <= max && end[1] >= min)) return points;
  const edge = end[1] > max ? max : min;
  const part = (edge - before[1]) / (end[1] - before[1]);
  return [...points.slice(0, -1), [before[0] + (end[0] - before[0]) * part, edge]];
}

/** Which of two ends' labels moves up and which down, so that both can be read where the ends are close. */
function apart(pace: Line, needed: Line, lowerIsBetter: boolean, span: number): { above?: string; below?: string } {
  const [one, other] = [pace.at(-1), needed.at(-1)];
  if (!one || !other || (Math.abs(one[1] - other[1]) / span) * (chartHeight - top - foot) > 18) return {};
  return one[1] > other[1] !== lowerIsBetter ? { above: "pace", below: "needed" } : { above: "needed", below: "pace" };
}

/** Years between two figures over which a line would pretend to know what lies between. */
const LONGEST_STEP = 4;

/** The points with an empty one in each long gap and at each break in series, where the line is interrupted. */
const withGaps = (points: readonly CoursePoint[]): (CoursePoint | null)[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1];
    const isJoined = before && point.x - before.x <= LONGEST_STEP && before.comparableSince === point.comparableSince;
    return before && !isJoined ? [null, point] : [point];
  });

function line(id: string, figures: readonly CoursePoint[], colour: string, language: Language, size: number) {
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
            itemStyle: point.open ? { color: "var(--paper)", borderColor: colour, borderWidth: 2 } : { color: colour },
          }
        : ["-", "-"],
    ),
  };
}

/** A line with its name at its end. */
const plain = (id: string, data: Line, type: "dashed" | "dotted", colour: string, name: string, shift: number) => ({
  id,
  type: "line",
  tooltip: { show: false },
  endLabel: { show: data.length > 0, formatter: name, color: colour, distance: 6, offset: [0, shift], fontSize: 12 },
  data: data.map((point) => [...point]),
  symbol: "none",
  silent: true,
  lineStyle: { color: colour, width: 1.5, type },
});

interface RenderInput {
  coord: (point: readonly [number, number]) => [number, number];
  visual: (name: "color") => string;
}

interface Plot {
  coordSys: { y: number; height: number };
}

/** From the latest figure out to the values at the horizon; where an end is open, to the edge of the chart. */
function bandSeries({ band, lowerIsBetter }: Course) {
  if (!band) return [];
  const { from, to, extent } = band;
  const renderItem = ({ coordSys }: Plot, { coord, visual }: RenderInput) => {
    const [top, foot] = [coordSys.y, coordSys.y + coordSys.height];
    const [x] = coord([to, from[1]]);
    const end = (value: number | null, edge: number) => (value === null ? edge : coord([to, value])[1]);
    const points = [
      coord(from),
      [x, end(extent.high, lowerIsBetter ? foot : top)],
      [x, end(extent.low, lowerIsBetter ? top : foot)],
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
