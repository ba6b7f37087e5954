import { type TrendPoint, trendLine } from "./trend.ts";

const [width, height] = [88, 24];

/** A series as a small line with a dot on its latest year. */
export function SparkLine({ points, label }: { points: readonly TrendPoint[]; label: string }) {
  const line = trendLine(points, width, height);
  const [x, y] = line.at(-1) ?? [0, 0];
  return (
    <svg
      width={width + 8}
      height={height + 8}
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      role="img"
      aria-label={label}
      style={{ flex: "none" }}
    >
      <polyline
        points={line.map((point) => point.join(",")).join(" ")}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x} cy={y} r="3" fill="var(--ink)" />
    </svg>
  );
}
