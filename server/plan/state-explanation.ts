// Explains in words how a state was computed, with the numbers filled in.

import type { Words } from "../contract/language.ts";
import { aimOf } from "./aim-words.ts";
import { type Compared, difference, formatInterval, formatQualified, type UnitNames } from "./amounts.ts";
import { describeBaseline, otherBaselines } from "./baseline-words.ts";
import { comparedWith, comparedWithoutGoal, deciding, type Facts, periodOf, yearOf } from "./facts.ts";
import { exactly, type Interval, rising } from "./interval.ts";
import type { Progress } from "./progress.ts";

/** The sentences that apply to a target, in order. */
export function explainState(facts: Facts, progress: Progress): Words {
  const { state } = progress;
  const computed = state !== "MET" && state !== "NO_DATA";
  const sentences = [
    ...[aimOf(facts), now(facts, progress), atOutset(progress)],
    ...[computed && pace(facts, progress), state !== "MET" && need(facts, progress), end(facts, progress)],
    ...[computed && describeBaseline(facts, progress), computed && otherBaselines(progress)],
  ].filter((sentence) => sentence !== null && sentence !== false);
  return { zh: sentences.map(({ zh }) => zh).join(""), en: sentences.map(({ en }) => en).join(" ") };
}

/** Growth targets are in percent, but may be computed from a measure in its own unit. */
const measured = (facts: Facts): UnitNames => deciding(facts)?.unit ?? facts.unit;

function now(facts: Facts, { latest, beside }: Progress): Words | null {
  if (!latest) return null;
  if (facts.basis === "AVG_ANNUAL_GROWTH" && deciding(facts)?.isPercent) {
    const each = beside.map((figure) => ({ period: periodOf(figure), value: formatQualified(figure, measured(facts)) }));
    return {
      zh: `已公布的年均增长：${each.map(({ period, value }) => `${value.zh}（${period.zh}）`).join("、")}。`,
      en: `Average growth as published: ${each.map(({ period, value }) => `${value.en} (${period.en})`).join(", ")}.`,
    };
  }
  const [period, value] = [periodOf(latest), formatQualified(latest, measured(facts))];
  return { zh: `最新数据（${period.zh}）：${value.zh}。`, en: `Latest figure (${period.en}): ${value.en}.` };
}

function atOutset({ metAtOutset, state }: Progress): Words | null {
  if (!metAtOutset || state !== "MET") return null;
  return { zh: "方案编制时已达标。", en: "Met before the plan began." };
}

function pace(facts: Facts, { baseline, paceSoFar }: Progress): Words | null {
  if (!baseline || !paceSoFar) return null;
  const [period, value] = [periodOf(baseline), formatQualified(baseline, measured(facts))];
  const [zh, en] = [`自${period.zh}（${value.zh}）以来`, `Since ${period.en} (${value.en})`];
  const isGrowth = facts.basis === "AVG_ANNUAL_GROWTH";
  const change = isGrowth
    ? changeIn(paceSoFar, facts.unit, comparedWith(facts), isGrowth)
    : changeIn(paceSoFar, difference(facts.unit), comparedWithoutGoal(facts), isGrowth);
  return change
    ? { zh: `${zh}${change.zh}。`, en: `${en} it ${change.en} a year.` }
    : {
        zh: `${zh}的年均变化：两个数据均为上下限，无法判断趋势。`,
        en: `${en} no change can be computed: both figures are only bounds.`,
      };
}

/** A change per year as a rise or a fall; null if the interval is unbounded. */
function changeIn(interval: Interval, unit: UnitNames, beside: Compared, isGrowth: boolean): Words | null {
  if (interval.low === Number.NEGATIVE_INFINITY && interval.high === Number.POSITIVE_INFINITY) return null;
  const falls = interval.high < 0;
  const size = formatInterval(falls ? rising(exactly(0), interval, (zero, one) => zero - one) : interval, unit, beside);
  if (isGrowth)
    return falls
      ? { zh: `年均下降${size.zh}`, en: `fell by ${size.en}` }
      : { zh: `年均增长${size.zh}`, en: `grew by ${size.en}` };
  return falls ? { zh: `年均减少${size.zh}`, en: `fell by ${size.en}` } : { zh: `年均增加${size.zh}`, en: `rose by ${size.en}` };
}

function need(facts: Facts, { neededPace, latest }: Progress): Words | null {
  const { basis, unit, horizon } = facts;
  if (!neededPace || !latest || basis === "PER_YEAR" || yearOf(latest) >= horizon) return null;
  const isGrowth = basis === "AVG_ANNUAL_GROWTH";
  const needed = formatInterval(neededPace, isGrowth ? unit : difference(unit), comparedWithoutGoal(facts));
  return { zh: `此后每年所需${isGrowth ? "增长" : "增量"}：${needed.zh}。`, en: `Needed from then on: ${needed.en} a year.` };
}

function end(facts: Facts, { state, expected, miss }: Progress): Words | null {
  const { horizon, unit, basis } = facts;
  const isLevel = basis === "LEVEL_BY" || basis === "CUMULATIVE_BY";
  const then = expected && isLevel ? formatInterval(expected, unit, comparedWith(facts)) : null;
  const zh = then ? `照此速度${horizon}年为${then.zh}，` : "";
  const en = then ? `At this pace ${then.en} in ${horizon}: ` : "";
  const short = miss ? formatInterval(miss, difference(unit), comparedWithoutGoal(facts)) : { zh: "", en: "" };
  switch (state) {
    case "OFF_TRACK":
      return { zh: `${zh}差${short.zh}，未达进度。`, en: `${en}${short.en} short, off track.` };
    case "ON_TRACK":
      return { zh: `${zh}按进度可以达到。`, en: en ? `${en}on track.` : "On track." };
    case "ON_TRACK_OR_BETTER":
      return { zh: `${zh}按进度可以达到，或已经达到。`, en: en ? `${en}on track, or met already.` : "On track, or met already." };
    case "UNDECIDED":
      return {
        zh: "数据只给出上下限，达到与达不到都有可能，无法判定。",
        en: "The figures are bounds that allow both on track and off track: undecided.",
      };
    default:
      return null;
  }
}
