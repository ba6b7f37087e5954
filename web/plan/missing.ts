// What can be said of the plan, and which figures are missing for the rest: by data holder, then by the release that usually brings them.
import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { textIn } from "../core/language.tsx";
import type { Release, Target, TargetState } from "./plan-query.ts";

type WithState = { progress: Pick<Target["progress"], "state" | "onlyFiguresBeforePlan"> & { latest: unknown } };

const withoutVerdict: readonly TargetState[] = ["NO_DATA", "UNDECIDED", "NOT_MEASURABLE"];

/** "Of 39 targets, 6 can be assessed; 29 await figures from the bodies listed below", and what is said of the others. */
export function summaryOf(targets: readonly WithState[], t: TFunction, language: Language): string {
  const count = (state: Target["progress"]["state"]) => targets.filter(({ progress }) => progress.state === state).length;
  const [missing, undecided, unmeasurable] = [count("NO_DATA"), count("UNDECIDED"), count("NOT_MEASURABLE")];
  // What has a figure waits for another one.
  const withoutTrend = targets.filter(({ progress }) => progress.state === "NO_DATA" && progress.latest).length;
  const assessed = targets.filter(({ progress }) => !withoutVerdict.includes(progress.state));
  const isBeforePlan = assessed.length > 0 && assessed.every(({ progress }) => progress.onlyFiguresBeforePlan);
  const counted = {
    total: targets.length,
    assessed: assessed.length,
    basis: isBeforePlan ? t("planPage.onFiguresBeforePlan") : "",
    withoutTrend: withoutTrend > 0 ? t("planPage.withoutTrend", { count: withoutTrend }) : "",
  };
  const sentences = [
    missing > 0 ? t("planPage.assessedAndMissing", { ...counted, count: missing }) : t("planPage.assessed", counted),
    undecided > 0 ? t("planPage.undecided", { count: undecided }) : "",
    unmeasurable > 0 ? t("planPage.unmeasurable", { count: unmeasurable }) : "",
  ];
  return sentences.filter(Boolean).join(language === "zh" ? "" : " ");
}

/** Data holders with the most targets first. */
export function byDataHolder<Each extends Pick<Target, "dataHolderZh" | "dataHolderEn">>(
  targets: readonly Each[],
  language: Language,
): [holder: string, theirs: Each[]][] {
  const groups = groupBy(targets, (target) => textIn(language, target, "dataHolder"));
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}

type UsualRelease = Pick<Release, "isOverdue" | "lacksFigures" | "targets">;

/** The targets by their next usual release, in its order; those without one last. */
export function byRelease<Each extends Pick<Target, "slug">, Of extends UsualRelease>(
  targets: readonly Each[],
  releases: readonly Of[],
): [release: Of | null, its: Each[]][] {
  const isAwaited = ({ isOverdue, lacksFigures }: Of) => !isOverdue && !lacksFigures;
  const next = ({ slug }: Each) => releases.find((release) => isAwaited(release) && release.targets.includes(slug)) ?? null;
  const groups = groupBy(targets, next);
  return [...releases, null].flatMap((release): [Of | null, Each[]][] => {
    const releaseTargets = groups.get(release);
    return releaseTargets ? [[release, releaseTargets]] : [];
  });
}

function groupBy<Each, Key>(all: readonly Each[], keyOf: (each: Each) => Key): Map<Key, Each[]> {
  const groups = new Map<Key, Each[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}
