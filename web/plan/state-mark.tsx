import type { ReactNode } from "react";
import type { TargetState } from "./plan-query.ts";

/** A state shown by shape: met is filled, on track points ahead, off track is a warning, without a figure only an outline. */
const shapes: Record<TargetState, ReactNode> = {
  MET: (
    <>
      <circle r="8" fill="currentColor" stroke="none" />
      <path d="m-3.6 .3 2.5 2.6 4.7-5.4" stroke="var(--paper)" />
    </>
  ),
  ON_TRACK_OR_BETTER: (
    <>
      <circle r="7.2" />
      <path d="M-3 3.2 3 -3.2M-1.6 -3.2H3V1.4" />
    </>
  ),
  ON_TRACK: (
    <>
      <circle r="7.2" />
      <path d="M-4 0H4M.8 -3.2 4 0 .8 3.2" />
    </>
  ),
  OFF_TRACK: (
    <>
      <path d="M0 -7.6 8.4 7H-8.4Z" fill="currentColor" strokeWidth="1.4" />
      <path d="M0 -2.6V2M0 4.4v.2" stroke="var(--paper)" strokeWidth="2" />
    </>
  ),
  UNDECIDED: (
    <>
      <circle r="7.2" />
      <path d="M-2.4 -2.2a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.8-1.2 1.7M0 4.2v.1" />
    </>
  ),
  NO_DATA: (
    <>
      <circle r="7.2" strokeDasharray="2.6 2.8" strokeLinecap="butt" />
      <path d="M0 0v.01" strokeWidth="2.4" />
    </>
  ),
  NOT_MEASURABLE: <path d="M-5.5 0H5.5" />,
};

/** Already met when the plan was drafted: the tick without the filled background of a success of the plan. */
const metBefore = (
  <>
    <circle r="7.2" />
    <path d="m-3.6 .3 2.5 2.6 4.7-5.4" />
  </>
);

interface StateMarkProps {
  state: TargetState;
  metBeforePlan?: boolean;
  size?: number;
}

/** The mark of a state. Decorative: its name is beside it. */
export function StateMark({ state, metBeforePlan, size = 18 }: StateMarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="-10 -10 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: "none", color: `var(--state-${state})` }}
    >
      {state === "MET" && metBeforePlan ? metBefore : shapes[state]}
    </svg>
  );
}
