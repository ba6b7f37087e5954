import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { afterWord } from "../../server/contract/quantities.ts";
import { nameOf } from "../core/language.tsx";
import { byDataHolder, byRelease } from "./missing.ts";
import type { Release, Target } from "./plan-query.ts";
import { formatGoal, withPeriod } from "./target-words.ts";

/** From the first day to the last, of which the year and the month are written once: "5–31 Jan 2027", "2027年2月1日至3月31日". */
export function releaseDays({ usuallyFrom, usuallyTo }: Pick<Release, "usuallyFrom" | "usuallyTo">, language: Language): string {
  const [from, to] = [usuallyFrom, usuallyTo].map((date) => namedPeriodText(date, language)) as [string, string];
  const isSame = (length: number) => usuallyFrom.slice(0, length) === usuallyTo.slice(0, length);
  if (!isSame(4)) return language === "zh" ? `${from}至${to}` : `${from} to ${to}`;
  if (language === "zh") return `${from}至${to.replace(isSame(7) ? /^.*月/ : /^.*年/, "")}`;
  return isSame(7) ? `${from.split(" ")[0]}–${to}` : `${from.replace(/ \d+$/, "")} to ${to}`;
}

/** The figure that is there and why it does not do: "a single figure so far: 45% (2025), remaining: 2 percentage points". */
export function insufficientFigure(target: Target, t: TFunction, language: Language): string {
  const { missing } = target.progress;
  const figure = withoutTrend(target, t, language);
  return missing && figure ? t("planPage.insufficient", { reason: t(`missingKind.${missing}`), figure }) : "";
}

/** When the release usually comes out: "release normally due 20 Jan to 5 Feb 2027". */
export function releaseWords(release: Release | null, t: TFunction, language: Language): string {
  if (!release) return t("planPage.noRelease");
  return t("planPage.usually", { days: releaseDays(release, language) });
}

/** The latest figure, where one alone tells no trend, with what remains to the target: "45%（2025年10月），距目标 2 个百分点". */
export function withoutTrend(target: Target, t: TFunction, language: Language): string {
  const { latest, gap } = target.progress;
  if (!latest) return "";
  const gapText = gap && t("planPage.gap", { gap: language === "zh" ? afterWord(gap.textZh) : gap.textEn });
  return [withPeriod(latest, language), gapText].filter(Boolean).join(language === "zh" ? "，" : ", ");
}

/** The figures needed as a plain text to send: each data holder, its targets, what is there of them, and when the figures usually come. */
export function missingText(targets: readonly Target[], releases: readonly Release[], t: TFunction, language: Language): string {
  const [colon, separator] = language === "zh" ? ["：", "；"] : [": ", "; "];
  const line = (target: Target, release: Release | null) => {
    const goal = formatGoal(target, language);
    // What the plan only strives for is not asked for as a promise.
    const striving = target.aspirational ? t("planPage.aspirational") : "";
    const goalAfterWord = language === "zh" ? striving + afterWord(goal) : (striving && `(${striving}) `) + goal;
    const parts = [
      t(target.basis === "PER_YEAR" ? "planPage.goalIs" : "planPage.goalBy", { year: target.horizon, goal: goalAfterWord }),
      insufficientFigure(target, t, language),
      releaseWords(release, t, language),
    ];
    return `- ${nameOf(language, target)}${colon}${parts.filter(Boolean).join(separator)}`;
  };
  return byDataHolder(targets, language)
    .map(([holder, holderTargets]) => {
      const lines = byRelease(holderTargets, releases).flatMap(([release, releaseTargets]) =>
        releaseTargets.map((target) => line(target, release)),
      );
      return [`${holder}${colon}${t("planPage.waitingTargets", { count: holderTargets.length })}`, ...lines].join("\n");
    })
    .join("\n\n");
}
