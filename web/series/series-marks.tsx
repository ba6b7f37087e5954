import type { SeriesGroup } from "./series.ts";

interface Mark {
  shape: "circle" | "rect" | "diamond" | "triangle";
  size: number;
  /** Drawn as an outline: not an outcome, or not a number but a bound. */
  hollow?: boolean;
  /** Upside down. */
  pointsDown?: boolean;
  /** Figures that are not used are fainter. */
  isFaint?: boolean;
}

/** How each group is drawn, in the chart and in its legend: distinguished by shape, not by colour. */
export const seriesMarks: Record<SeriesGroup, Mark> = {
  year: { shape: "circle", size: 7 },
  HALF_YEAR: { shape: "diamond", size: 9 },
  QUARTER: { shape: "rect", size: 6 },
  MONTH: { shape: "circle", size: 4 },
  DAY: { shape: "triangle", size: 7 },
  YEAR_TO_DATE: { shape: "rect", size: 9 },
  SPAN: { shape: "diamond", size: 6 },
  expected: { shape: "circle", size: 8, hollow: true },
  lower: { shape: "triangle", size: 9, hollow: true },
  upper: { shape: "triangle", size: 9, hollow: true, pointsDown: true },
  notUsed: { shape: "diamond", size: 8, hollow: true, isFaint: true },
};

const shapes: Record<Mark["shape"], string> = {
  circle: "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0Z",
  rect: "M-1 -1H1V1H-1Z",
  diamond: "M0 -1L1 0L0 1L-1 0Z",
  triangle: "M0 -1L1 1H-1Z",
};

export const markColour = ({ isFaint }: Mark): string => (isFaint ? "var(--ink-3)" : "var(--ink)");

/** A mark in the legend. */
export function SeriesMark({ group }: { group: SeriesGroup }) {
  const markStyle = seriesMarks[group];
  return (
    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
      <path
        d={shapes[markStyle.shape]}
        transform={`scale(${(markStyle.size / 2) * (markStyle.pointsDown ? -1 : 1)})`}
        fill={markStyle.hollow ? "var(--paper)" : markColour(markStyle)}
        stroke={markColour(markStyle)}
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** The upright line of a break in series, in the legend. */
export const BreakMark = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    <path d="M7 1V13" stroke="var(--ink-3)" strokeDasharray="3 2" />
  </svg>
);
