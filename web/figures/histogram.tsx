import { useTranslation } from "react-i18next";
import type { Theme } from "../core/kinds.ts";
import { histogram } from "../map/histogram.ts";
import { toneColour } from "../map/value-tones.ts";
import { scaleEndTexts } from "../map/value-words.ts";
import styles from "./figures-legend.module.css";
import type { DistrictFigures } from "./use-district-answer.ts";

const width = 208;
const height = 34;
const columns = 26;
/** A value is a block of at most this height, in pixels. */
const MAX_BLOCK_HEIGHT = 7;

/** The distribution of the year's values, each a block in the colour of its class; below it the class boundaries. */
export function Histogram({ figures: { values, classes, numberStyle }, theme }: { figures: DistrictFigures; theme: Theme }) {
  const { t } = useTranslation();
  const classified = values.flatMap(({ value, classIndex }) => (classIndex >= 0 && value !== null ? [value] : []));
  const bins = histogram(classified, classes, columns);
  const blocks = bins.flatMap(({ counts }, column) => {
    let countBelow = 0;
    return counts.map(({ classIndex, count }) => {
      countBelow += count;
      return { key: `${column}-${classIndex}`, column, classIndex, count, below: countBelow - count };
    });
  });
  const tallest = Math.max(1, ...blocks.map(({ below, count }) => below + count));
  const unit = Math.min(MAX_BLOCK_HEIGHT, height / tallest);
  const [min, max] = [classes[0]?.from ?? 0, classes.at(-1)?.to ?? 0];
  const x = (value: number) => (max > min ? ((value - min) / (max - min)) * width : width / 2);
  return (
    <svg
      viewBox={`0 0 ${width} ${height + 20}`}
      width="100%"
      role="img"
      aria-label={t("figures.histogram")}
      className={styles.histogram}
    >
      {blocks.map(({ key, column, classIndex, below, count }) => (
        <rect
          key={key}
          x={(column * width) / columns + 0.5}
          y={height - (below + count) * unit + 0.5}
          width={width / columns - 1}
          height={count * unit - 1}
          fill={toneColour(theme, classes[classIndex]?.tone ?? 0)}
          stroke="var(--line-strong)"
          strokeWidth="0.6"
        />
      ))}
      <path d={`M0 ${height + 0.5}H${width}`} stroke="var(--line-strong)" />
      {[...new Set([...classes.map(({ from }) => from), max])].map((border) => (
        <path key={border} d={`M${x(border).toFixed(1)} ${height + 1}v5`} stroke="var(--ink-3)" />
      ))}
      {scaleEndTexts(classes, numberStyle).map((end, classIndex) => (
        <text
          key={classIndex === 0 ? "least" : "greatest"}
          x={classIndex * width}
          y={height + 18}
          textAnchor={classIndex === 0 ? "start" : "end"}
        >
          {end}
        </text>
      ))}
    </svg>
  );
}
