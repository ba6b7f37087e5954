import { useTranslation } from "react-i18next";
import { axisOf, extentOf, goalPosition, type QualifiedValue } from "./axis.ts";
import styles from "./plan.module.css";
import type { Target } from "./plan-query.ts";
import legend from "./progress-graphic.module.css";

const [width, height] = [150, 22];
const centreY = height / 2;

/** The values compared with the target, in its unit: the latest figure, or for growth targets the growth so far, which several figures may give. */
function comparedWith({ basis, progress }: Target): { baseline: QualifiedValue | null; latest: QualifiedValue | null } {
  const { baseline, latest, paceSoFar, missing } = progress;
  // A stale figure does not show the present state.
  if (missing === "STALE") return { baseline: null, latest: null };
  return basis === "AVG_ANNUAL_GROWTH" ? { baseline: null, latest: latest && paceSoFar } : { baseline, latest };
}

/**
 * Baseline, latest figure and target on one axis; an open bound runs out in a dashed arrow. Nothing where there is no figure.
 * Decorative: the row has the numbers.
 */
export function ProgressGraphic({ target }: { target: Target }) {
  const { value: goal, basis, comparator, progress } = target;
  const { baseline, latest } = comparedWith(target);
  if (goal === null || !latest) return null;
  const lowerIsBetter = basis === "RANK_BY";
  // A target met before the plan has no relevant baseline; neither has a rank.
  const shownBaseline = progress.metBeforePlan ? null : baseline;
  const start = shownBaseline?.value ?? (lowerIsBetter || progress.metBeforePlan ? null : 0);
  const values = [latest.value, latest.valueMax ?? latest.value, start ?? latest.value];
  const positionOf = axisOf({ goal, values, lowerIsBetter, mustExceed: comparator === "GT" });
  const x = (value: number) => Math.round(positionOf(value) * width * 10) / 10;
  const goalX = goalPosition * width;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
      className={styles.graphic}
    >
      <path d={`M0 ${centreY}H${width}`} stroke="var(--line)" strokeWidth="2" />
      {start !== null && <path d={`M${x(start)} ${centreY}H${x(latest.value)}`} stroke="var(--ink-3)" strokeWidth="2" />}
      {shownBaseline && <Ring centreX={x(shownBaseline.value)} />}
      <path d={`M${goalX} 2V${height - 2}`} stroke="var(--ink)" strokeWidth="2" />
      <Latest latest={latest} x={x} lowerIsBetter={lowerIsBetter} />
    </svg>
  );
}

const Ring = ({ centreX }: { centreX: number }) => (
  <circle cx={centreX} cy={centreY} r="3" fill="var(--paper)" stroke="var(--ink-3)" strokeWidth="1.5" />
);

/** What the marks of the rows mean. */
export function GraphicLegend() {
  const { t } = useTranslation();
  const bound: QualifiedValue = { value: 0, valueMax: null, qualifier: "AT_LEAST" };
  const entries = [
    { name: t("targetCard.baseline"), size: 10, mark: <Ring centreX={5} /> },
    {
      name: t("report.latest"),
      size: 10,
      mark: <Latest latest={{ ...bound, qualifier: "EXACT" }} x={() => 5} lowerIsBetter={false} />,
    },
    { name: t("planPage.goalMark"), size: 6, mark: <path d="M3 3V19" stroke="var(--ink)" strokeWidth="2" /> },
    { name: t("planPage.openMark"), size: 32, mark: <Latest latest={bound} x={() => 6} lowerIsBetter={false} end={32} /> },
  ];
  return (
    <ul className={legend.legend} aria-label={t("planPage.marks")}>
      {entries.map(({ name, size, mark }) => (
        <li key={name}>
          <svg width={size} height={height} viewBox={`0 0 ${size} ${height}`} aria-hidden="true" focusable="false">
            {mark}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

interface MarkProps {
  latest: QualifiedValue;
  x: (value: number) => number;
  lowerIsBetter: boolean;
  /** Right end of the axis. */
  end?: number;
}

/** A point; a range as a bar; a bound as a hollow point with an arrow to its open side. */
function Latest({ latest, x, lowerIsBetter, end = width }: MarkProps) {
  const { low, high } = extentOf(latest);
  const centreX = x(latest.value);
  const colour = "var(--ink)";
  if (low !== null && high !== null) {
    return <path d={`M${x(low)} ${centreY}H${x(high) + 0.01}`} stroke={colour} strokeWidth="9" strokeLinecap="round" />;
  }
  const arrowDirection = (high === null) !== lowerIsBetter ? 1 : -1;
  const tip = arrowDirection > 0 ? end - 2 : 2;
  return (
    <g stroke={colour} strokeWidth="1.5" fill="none">
      <path d={`M${centreX} ${centreY}H${tip}`} strokeDasharray="3 2.5" />
      <path d={`m${tip - 4 * arrowDirection} ${centreY - 3.5} ${4 * arrowDirection} 3.5 ${-4 * arrowDirection} 3.5`} />
      <circle cx={centreX} cy={centreY} r="4.5" fill="var(--paper)" strokeWidth="2" />
    </g>
  );
}
