import type { EChartsCoreOption } from "echarts/core";
import type { Qualifier } from "../core/graphql.ts";

/** A subject's bar: name, value in the axis's scale, qualifier, and the label at its end. */
export interface Bar {
  name: string;
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
  text: string;
  /** The colour of its class on the map. */
  colour: string;
}

interface BarParts {
  /** The certain part: from zero to here. */
  certain: number;
  /** The possible part, from there on. */
  possible: number;
}

/** The certain and the possible length of a bar: "more than" extends a little beyond its number, "less than" may end anywhere below it. */
export function barParts(
  { value, valueMax, qualifier }: Pick<Bar, "value" | "valueMax" | "qualifier">,
  longest: number,
): BarParts {
  switch (qualifier) {
    case "MORE_THAN":
    case "AT_LEAST":
      return { certain: value, possible: longest * 0.08 };
    case "LESS_THAN":
    case "AT_MOST":
      return { certain: 0, possible: value };
    case "RANGE":
      return { certain: value, possible: Math.max(0, (valueMax ?? value) - value) };
    default:
      return { certain: value, possible: 0 };
  }
}

const NAME_LABEL = { width: 136, lineHeight: 15 };

/** A text's width in pixels at most: a Chinese character is about as wide as two letters, and a line is not filled to its end. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character > "\u2e80" ? 12.5 : 7.5), 0);

/** The height that the bars need in pixels: a name that does not fit one line is broken into as many as it needs. */
export function barsHeight(bars: readonly Pick<Bar, "name">[]): number {
  const lines = Math.max(1, ...bars.map(({ name }) => Math.ceil(widthOf(name) / NAME_LABEL.width)));
  return Math.max(24, lines * NAME_LABEL.lineHeight + 6) * bars.length + 48;
}

/** Ranked bars with a line at the median. The part that is only possible fades out. */
export function barsOption(bars: readonly Bar[], median: { value: number; text: string } | null): EChartsCoreOption {
  const longest = Math.max(0, ...bars.map(({ value, valueMax }) => Math.max(Math.abs(value), Math.abs(valueMax ?? 0))));
  const parts = bars.map((bar) => barParts(bar, longest));
  const colour = (index: number) => bars[index]?.colour ?? "";
  const border = { borderColor: "var(--ink-3)", borderWidth: 1 };
  const line = median && {
    silent: true,
    symbol: "none",
    lineStyle: { color: "var(--ink)", type: "dashed", width: 1 },
    label: { formatter: median.text, color: "var(--ink)", fontSize: 12, position: "start" },
    data: [{ xAxis: median.value }],
  };
  return {
    grid: { left: 8, right: Math.max(...bars.map(({ text }) => widthOf(text))) + 8, top: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: "value",
      splitNumber: 4,
      axisLabel: { color: "var(--ink-3)", hideOverlap: true },
      splitLine: { lineStyle: { color: "var(--line)" } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { color: "var(--ink)", fontSize: 12, ...NAME_LABEL, overflow: "break" },
      axisLine: { lineStyle: { color: "var(--line-strong)" } },
    },
    series: [
      {
        id: "certain",
        type: "bar",
        stack: "all",
        barWidth: 14,
        data: parts.map(({ certain }, index) => ({
          value: certain,
          itemStyle: { color: colour(index), ...(certain ? border : {}) },
        })),
        ...(line ? { markLine: line } : {}),
      },
      {
        id: "possible",
        type: "bar",
        stack: "all",
        barWidth: 14,
        data: parts.map(({ possible }, index) => ({
          value: possible,
          itemStyle: { color: fadingColour(colour(index), bars[index]?.qualifier) },
        })),
        label: {
          show: true,
          position: "right",
          color: "var(--ink)",
          fontSize: 12,
          // The median line runs through some of them.
          textBorderColor: "var(--paper)",
          textBorderWidth: 3,
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.text ?? "",
        },
      },
    ],
  };
}

// The possible part fades into the background colour; fading to transparent would pass through black.
function fadingColour(colour: string, qualifier: Qualifier | undefined) {
  const below = qualifier === "LESS_THAN" || qualifier === "AT_MOST";
  const [from, to] = below ? ["var(--paper)", colour] : [colour, "var(--paper)"];
  // Within a range each length is as possible as any other.
  const pale = `color-mix(in srgb, ${colour} 40%, var(--paper))`;
  const stops = qualifier === "RANGE" ? [pale, pale] : [from, to];
  return { type: "linear", x: 0, y: 0, x2: 1, y2: 0, colorStops: stops.map((color, offset) => ({ offset, color })) };
}
