import { axisOf, extentOf, type Known } from "./axis.ts";
import styles from "./plan.module.css";
import type { Target } from "./plan-query.ts";

const [width, height] = [150, 22];
const middle = height / 2;

/** What is compared with the target, in its unit: the latest figure, or the growth so far where that is the target. */
export function comparedWith({ unit, progress }: Target): { baseline: Known | null; latest: Known | null } {
  const { baseline, latest, paceSoFar } = progress;
  if (latest?.indicator.unit.slug === unit.slug) return { baseline, latest };
  return { baseline: null, latest: latest && paceSoFar };
}

/** Baseline, latest figure and target on one axis; an open bound runs out in a dashed arrow. Decorative: the row says the numbers. */
export function ProgressGraphic({ target }: { target: Target }) {
  const { value: goal } = target;
  if (goal === null) return <span />;
  const { baseline, latest } = comparedWith(target);
  const values = [goal, ...[baseline, latest].flatMap((known) => (known ? [known.value, known.valueMax ?? known.value] : []))];
  const falling = target.basis === "RANK_BY";
  const place = axisOf(values, { fromZero: !baseline && !falling, falling });
  // A rank starts nowhere.
  const start = baseline?.value ?? (falling ? undefined : 0);
  const x = (value: number) => Math.round(place(value) * width * 10) / 10;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
      className={styles.graphic}
    >
      <path d={`M0 ${middle}H${width}`} stroke="var(--line)" strokeWidth="2" strokeDasharray={latest ? undefined : "2 4"} />
      {latest && start !== undefined && (
        <path d={`M${x(start)} ${middle}H${x(latest.value)}`} stroke="var(--ink-3)" strokeWidth="2" />
      )}
      {baseline && (
        <circle cx={x(baseline.value)} cy={middle} r="3" fill="var(--paper)" stroke="var(--ink-3)" strokeWidth="1.5" />
      )}
      <path d={`M${x(goal)} 2V${height - 2}`} stroke="var(--ink)" strokeWidth="2" />
      {latest && <Latest latest={latest} x={x} falling={falling} />}
    </svg>
  );
}

interface MarkProps {
  latest: Known;
  x: (value: number) => number;
  falling: boolean;
}

/** A point; a range as a bar; a bound as a hollow point with an arrow to its open side. */
function Latest({ latest, x, falling }: MarkProps) {
  const { low, high } = extentOf(latest);
  const at = x(latest.value);
  const colour = "var(--ink)";
  if (low !== null && high !== null) {
    return <path d={`M${x(low)} ${middle}H${x(high) + 0.01}`} stroke={colour} strokeWidth="9" strokeLinecap="round" />;
  }
  const ahead = (high === null) !== falling ? 1 : -1;
  const tip = ahead > 0 ? width - 2 : 2;
  return (
    <g stroke={colour} strokeWidth="1.5" fill="none">
      <path d={`M${at} ${middle}H${tip}`} strokeDasharray="3 2.5" />
      <path d={`m${tip - 4 * ahead} ${middle - 3.5} ${4 * ahead} 3.5 ${-4 * ahead} 3.5`} />
      <circle cx={at} cy={middle} r="4.5" fill="var(--paper)" strokeWidth="2" />
    </g>
  );
}
