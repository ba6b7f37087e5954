import { useTranslation } from "react-i18next";
import { withComma } from "../core/format.ts";
import { useLanguage } from "../core/language.tsx";
import { stretchesOf, type TrendPoint, trendLine } from "./trend.ts";

const [width, height] = [88, 24];

interface LineProps {
  points: readonly TrendPoint[];
  label: string;
  /** Whether the newest value is only a bound or a range: the end is then drawn hollow. */
  isBound?: boolean;
}

/** A series as a small line, interrupted at breaks in series, with a dot on its latest year. */
export function SparkLine({ points, label, isBound = false }: LineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const line = trendLine(points, width, height);
  const [x, y] = line.at(-1) ?? [0, 0];
  const stretches = stretchesOf(points.map((point, index) => ({ ...point, position: line[index]?.join(" ") })));
  return (
    <svg
      width={width + 8}
      height={height + 8}
      viewBox={`-4 -4 ${width + 8} ${height + 8}`}
      role="img"
      aria-label={stretches.length > 1 ? withComma(language, label, t("series.break")) : label}
      style={{ flex: "none" }}
    >
      <path
        // A year between two breaks is a dot.
        d={stretches
          .map((stretch) => `M${stretch.map(({ position }) => position).join("L")}${stretch.length > 1 ? "" : "h0"}`)
          .join("")}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x} cy={y} r="3" fill={isBound ? "var(--paper)" : "var(--ink)"} stroke="var(--ink)" strokeWidth="1.2" />
    </svg>
  );
}
