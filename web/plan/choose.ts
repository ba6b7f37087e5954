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

type FilterableTarget = Pick<Target, "taskNumber" | "siteKinds"> & {
  progress: Pick<Target["progress"], "state"> & Partial<Pick<Target["progress"], "metBeforePlan">>;
};

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

/** The number of targets in each state, under the other parts of the choice. */
export function stateCounts(targets: readonly FilterableTarget[], targetFilter: TargetFilter): Record<TargetState, number> {
  const inOtherParts = filterTargets(targets, { ...targetFilter, state: null });
  const countState = (state: TargetState) => inOtherParts.filter(({ progress }) => progress.state === state).length;
  return Object.fromEntries(targetStates.map((state) => [state, countState(state)])) as Record<TargetState, number>;
}

/** How many of the targets that are met were so before the plan began: no success of the plan. */
export const countMetBeforePlan = (targets: readonly FilterableTarget[], targetFilter: TargetFilter): number =>
  filterTargets(targets, { ...targetFilter, state: "MET" }).filter(({ progress }) => progress.metBeforePlan).length;
