import type { Address } from "../address/address.ts";
import type { Target, TargetState } from "./plan-query.ts";

/** From good to unknown, in the order used everywhere. */
export const targetStates = [
  "MET",
  "ON_TRACK_OR_BETTER",
  "ON_TRACK",
  "OFF_TRACK",
  "UNDECIDED",
  "NO_DATA",
  "NOT_MEASURABLE",
] as const satisfies readonly TargetState[];

/** The target filter of the address; a state without targets is ignored. */
export interface TargetFilter {
  task: number | null;
  kind: Address["targetKind"];
  state: TargetState | null;
}

export const noTargetFilter: TargetFilter = { task: null, kind: null, state: null };

export function targetFilterOf({
  task,
  targetKind,
  targetState,
}: Pick<Address, "task" | "targetKind" | "targetState">): TargetFilter {
  return { task, kind: targetKind, state: targetStates.find((state) => state === targetState) ?? null };
}

type CountedProgress = Pick<Target["progress"], "state"> & { latest?: unknown } & Partial<
    Pick<Target["progress"], "metBeforePlan" | "onlyFiguresBeforePlan">
  >;
type FilterableTarget = Pick<Target, "taskNumber" | "siteKinds"> & { progress: CountedProgress };

/** The targets that match all parts of the choice. */
export function filterTargets<Each extends FilterableTarget>(
  targets: readonly Each[],
  { task, kind, state }: TargetFilter,
): Each[] {
  return targets.filter(
    (target) =>
      (task === null || target.taskNumber === task) &&
      (kind === null || target.siteKinds.includes(kind)) &&
      (state === null || target.progress.state === state),
  );
}

/** The number of targets in each state, under the other parts of the choice; of these, the number that is counted apart. */
export function stateCounts(
  targets: readonly FilterableTarget[],
  targetFilter: TargetFilter,
): Record<TargetState, { total: number; apart: number }> {
  const inOtherParts = filterTargets(targets, { ...targetFilter, state: null }).map(({ progress }) => progress);
  const countState = (state: TargetState) => {
    const inState = inOtherParts.filter((progress) => progress.state === state);
    return { total: inState.length, apart: inState.filter(isCountedApart).length };
  };
  return Object.fromEntries(targetStates.map((state) => [state, countState(state)])) as Record<
    TargetState,
    ReturnType<typeof countState>
  >;
}

/** The number beside a state. What is counted apart is added to it in words, except what has a figure but no trend: it awaits data too. */
export const shownCount = (state: TargetState, { total, apart }: { total: number; apart: number }): number =>
  state === "NO_DATA" ? total : total - apart;

/** What was met or on its way before the plan is no success of the plan; what has a figure does not wait for its first. */
export const isCountedApart = ({ state, latest, metBeforePlan, onlyFiguresBeforePlan }: CountedProgress): boolean => {
  if (state === "MET") return metBeforePlan === true;
  return state === "NO_DATA" ? Boolean(latest) : onlyFiguresBeforePlan === true;
};
