// Explains in words how a state was computed, with the numbers filled in.

import type { BilingualText } from "../contract/language.ts";
import { afterVerb } from "../contract/quantities.ts";
import { aimOf } from "./aim-words.ts";
import { type ComparedNumbers, formatInterval, formatQualified, type UnitNames, unitOfDifference } from "./amounts.ts";
import { describeBaseline, otherBaselinesText } from "./baseline-words.ts";
import { comparedNumbers, comparedPublished, decidingMeasure, periodOf, type TargetFacts, yearOf } from "./facts.ts";
import { exactly, type Interval, intervalOf, mapMonotone } from "./interval.ts";
import { type Progress, restsOnFiguresBeforePlan } from "./progress.ts";

/** The sentences that apply to a target, in order. */
export function explainState(facts: TargetFacts, progress: Progress): BilingualText {
  const { state } = progress;
  const computed = state !== "MET" && state !== "NO_DATA";
  const sentences = [
    ...[
      aimOf(facts),
      latestSentence(facts, progress),
      atThresholdSentence(facts, progress),
      metBeforePlanSentence(progress),
      averageBeforePlanSentence(facts, progress),
    ],
    ...[
      computed && paceSentence(facts, progress),
      state !== "MET" && neededPaceSentence(facts, progress),
      conclusionSentence(facts, progress),
    ],
    ...[computed && describeBaseline(facts, progress), computed && otherBaselinesText(progress)],
  ].filter((sentence) => sentence !== null && sentence !== false);
  return { zh: sentences.map(({ zh }) => zh).join(""), en: sentences.map(({ en }) => en).join(" ") };
}

/** Growth targets are in percent, but may be computed from a measure in its own unit. */
const unitOfFigures = (facts: TargetFacts): UnitNames => decidingMeasure(facts)?.unit ?? facts.unit;

function latestSentence(facts: TargetFacts, { latest, averagesOfLatestYear }: Progress): BilingualText | null {
  if (!latest) return null;
  if (facts.basis === "AVG_ANNUAL_GROWTH" && decidingMeasure(facts)?.isPercent) {
    const periods = averagesOfLatestYear.map((figure) => ({
      period: periodOf(figure),
      value: formatQualified(figure, unitOfFigures(facts)),
    }));
    return {
      zh: `已公布的年均增长：${periods.map(({ period, value }) => `${value.zh}（${period.zh}）`).join("、")}。`,
      en: `Published average annual growth: ${periods.map(({ period, value }) => `${value.en} (${period.en})`).join(", ")}.`,
    };
  }
  const [period, value] = [periodOf(latest), formatQualified(latest, unitOfFigures(facts))];
  return { zh: `最新数据（${period.zh}）：${value.zh}。`, en: `Latest figure (${period.en}): ${value.en}.` };
}

// A target that was far exceeded and is only just reached now may soon be missed.
function atThresholdSentence(facts: TargetFacts, { state, latest, baseline }: Progress): BilingualText | null {
  if (facts.basis !== "LEVEL_BY" || state !== "MET" || !latest || !baseline) return null;
  const isAtThreshold = latest.qualifier === "EXACT" && latest.value === facts.value;
  if (!isAtThreshold || intervalOf(baseline, 0).low <= latest.value) return null;
  const [period, value] = [periodOf(baseline), formatQualified(baseline, unitOfFigures(facts))];
  return {
    zh: `恰好为目标值，低于${period.zh}的${value.zh}。`,
    en: `This exactly equals the target and is down from ${value.en} (${period.en}).`,
  };
}

function metBeforePlanSentence({ metBeforePlan, state }: Progress): BilingualText | null {
  if (!metBeforePlan || state !== "MET") return null;
  return { zh: "方案编制时已达标。", en: "The target had already been met when the plan was drafted." };
}

// An average of the years before the plan says nothing about what the plan has brought.
function averageBeforePlanSentence(facts: TargetFacts, { latest, state }: Progress): BilingualText | null {
  if (facts.basis !== "AVG_ANNUAL_GROWTH" || !decidingMeasure(facts)?.isPercent || state === "NO_DATA") return null;
  if (!latest || latest.end > facts.statusQuoDate) return null;
  return {
    zh: "该增速为方案编制以前的年均增速，不反映方案实施后的情况。",
    en: "This average covers years before the plan was drafted and does not reflect the plan's effect.",
  };
}

function paceSentence(facts: TargetFacts, { baseline, paceSoFar }: Progress): BilingualText | null {
  if (!baseline || !paceSoFar) return null;
  const [period, value] = [periodOf(baseline), formatQualified(baseline, unitOfFigures(facts))];
  const [zh, en] = [`自${period.zh}（${value.zh}）以来`, `Change since ${period.en} (${value.en}):`];
  const isGrowth = facts.basis === "AVG_ANNUAL_GROWTH";
  const change = isGrowth
    ? changeIn(paceSoFar, facts.unit, comparedNumbers(facts), isGrowth)
    : changeIn(paceSoFar, unitOfDifference(facts.unit), comparedPublished(facts), isGrowth);
  return change
    ? { zh: `${zh}${change.zh}。`, en: `${en} ${change.en}.` }
    : {
        zh: `${zh}的年均变化无法计算：两期数据均仅有上限或下限。`,
        en: `${en} cannot be calculated, because both figures are only upper or lower limits.`,
      };
}

/** A change per year as a rise or a fall, or as either where the interval leaves that open; null if it is unbounded. */
function changeIn(interval: Interval, unit: UnitNames, compared: ComparedNumbers, isGrowth: boolean): BilingualText | null {
  const { low, high } = interval;
  const [hasNoLow, hasNoHigh] = [low === Number.NEGATIVE_INFINITY, high === Number.POSITIVE_INFINITY];
  if (hasNoLow && hasNoHigh) return null;
  const rise = isGrowth ? { zh: "增长", en: "growth" } : { zh: "增加", en: "a rise" };
  const fall = isGrowth ? { zh: "下降", en: "a fall" } : { zh: "减少", en: "a fall" };
  const falls = high < 0 || (low < 0 && hasNoHigh);
  const size = formatInterval(falls ? mapMonotone(exactly(0), interval, (zero, one) => zero - one) : interval, unit, compared);
  const [mainWord, otherWord] = falls ? [fall, rise] : [rise, fall];
  const isEither = low < 0 && high > 0 && (hasNoLow || hasNoHigh);
  return {
    zh: `年均${mainWord.zh}${afterVerb(size.zh)}${isEither ? `，也可能有所${otherWord.zh}` : ""}`,
    en: `${mainWord.en} of ${size.en} a year${isEither ? `, or ${otherWord.en}` : ""}`,
  };
}

function neededPaceSentence(facts: TargetFacts, { neededPace, latest }: Progress): BilingualText | null {
  const { basis, unit, horizon } = facts;
  if (!neededPace || !latest || basis === "PER_YEAR" || yearOf(latest) >= horizon) return null;
  const isGrowth = basis === "AVG_ANNUAL_GROWTH";
  const needed = formatInterval(neededPace, isGrowth ? unit : unitOfDifference(unit), comparedPublished(facts));
  const verb = isGrowth ? "增长" : unit.slug === "percent" ? "提高" : "增加";
  // An upper limit is no demand: less than that is enough.
  const isEnough = /^不/.test(needed.zh) && neededPace.high !== Number.POSITIVE_INFINITY;
  return {
    zh: isEnough ? `此后每年${verb}${afterVerb(needed.zh)}即可达标。` : `此后每年需${verb}${afterVerb(needed.zh)}。`,
    en: `${isGrowth ? "Growth" : "Increase"} needed from then on: ${needed.en} a year.`,
  };
}

function conclusionSentence(facts: TargetFacts, progress: Progress): BilingualText | null {
  const { state, projected, projectedShortfall } = progress;
  const { horizon, unit, basis } = facts;
  const isLevel = basis === "LEVEL_BY" || basis === "CUMULATIVE_BY";
  const projectedText = projected && isLevel ? formatInterval(projected, unit, comparedNumbers(facts)) : null;
  const zh = projectedText ? `按此速度推算，${horizon}年预计${afterVerb(projectedText.zh)}，` : "";
  const en = projectedText ? `At this pace, ${projectedText.en} in ${horizon}` : "";
  const shortfallText = projectedShortfall
    ? formatInterval(projectedShortfall, unitOfDifference(unit), comparedPublished(facts))
    : { zh: "", en: "" };
  switch (state) {
    case "OFF_TRACK":
      if (!projectedShortfall)
        return { zh: "按此速度无法达标，进度滞后。", en: "At this pace the target will not be met: off track." };
      return {
        zh: `${zh}距目标尚差${afterVerb(shortfallText.zh)}，进度滞后。`,
        en: `${en ? `${en}, ` : "Projected: "}${shortfallText.en} short of the target: off track.`,
      };
    case "ON_TRACK":
      if (restsOnFiguresBeforePlan(progress, facts)) return reservationFor(facts);
      return { zh: `${zh}可如期达标。`, en: en ? `${en}: on track.` : "On track." };
    case "ON_TRACK_OR_BETTER":
      if (restsOnFiguresBeforePlan(progress, facts)) return reservationFor(facts);
      return {
        zh: `${zh}可如期达标，或已达标。`,
        en: en ? `${en}: on track, possibly already met.` : "On track, possibly already met.",
      };
    case "UNDECIDED":
      return {
        zh: "已公布的数据仅为上限或下限，能否达标均有可能，无法判定。",
        en: "The published figures are only upper or lower limits, so the target may or may not be met: undecided.",
      };
    default:
      return null;
  }
}

// A pace of the years before the plan is no evidence that the target will be reached.
const reservationFor = ({ basis }: TargetFacts): BilingualText =>
  basis === "AVG_ANNUAL_GROWTH"
    ? {
        zh: "方案实施前的增速高于目标，实施后尚无数据。",
        en: "The rate before the plan was above the target; there are no figures since.",
      }
    : {
        zh: "按方案实施前的数据推算，进展符合预期；实施后尚无数据。",
        en: "On track judging by figures from before the plan; there are no figures since.",
      };
