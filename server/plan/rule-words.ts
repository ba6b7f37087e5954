// The rule that gave a state, in words, with its numbers filled in.
import type { Words } from "../core/errors.ts";
import { difference, intervalIn, perYear, saidIn, type UnitNames } from "./amounts.ts";
import type { Facts } from "./facts.ts";
import { periodWords } from "./period-words.ts";
import type { Progress } from "./progress.ts";

const PERCENT: UnitNames = { slug: "percent", nameZh: "%", nameEn: "%" };

/** The sentences, in order, of what is known of a target. */
export function ruleOf(facts: Facts, progress: Progress): Words {
  const sentences = [
    aim(facts),
    now(facts, progress),
    atOutset(progress),
    pace(facts, progress),
    need(facts, progress),
    end(facts, progress),
  ];
  return join(sentences.filter((sentence) => sentence !== null));
}

const join = (sentences: readonly Words[]): Words => ({
  zh: sentences.map(({ zh }) => zh).join(""),
  en: sentences.map(({ en }) => en).join(" "),
});

const comparators = {
  GTE: { zh: "不低于", en: "at least" },
  GT: { zh: "超过", en: "more than" },
  EQ: { zh: "达到", en: "" },
  FORERUNNER: { zh: "", en: "" },
};

const exact = (value: number) => ({ value, valueMax: null, qualifier: "EXACT" as const });

function aim({ basis, comparator, value, horizon, baseYear, unit }: Facts): Words {
  if (value === null)
    return {
      zh: "方案只要求居全国前列，没有给出数字，无法计算。",
      en: "The plan asks for a place among the national front rank and gives no number: it cannot be computed.",
    };
  const amount = saidIn(exact(value), unit);
  const [zh, en] = [comparators[comparator].zh + amount.zh, `${comparators[comparator].en} ${amount.en}`.trim()];
  switch (basis) {
    case "LEVEL_BY":
      return { zh: `目标：${horizon}年${zh}。`, en: `Target: ${en} in ${horizon}.` };
    case "CUMULATIVE_BY":
      return { zh: `目标：到${horizon}年累计${zh}。`, en: `Target: ${en} in all by ${horizon}.` };
    case "PER_YEAR":
      return {
        zh: `目标：${baseYear + 1}—${horizon}年每年${zh}。`,
        en: `Target: ${en} in every year from ${baseYear + 1} to ${horizon}.`,
      };
    case "RANK_BY":
      return { zh: `目标：${horizon}年居${amount.zh}。`, en: `Target: ${amount.en} in ${horizon}.` };
    case "AVG_ANNUAL_GROWTH":
      return {
        zh: `目标：${baseYear}—${horizon}年年均增长${zh}。`,
        en: `Target: average growth of ${en} a year from ${baseYear} to ${horizon}.`,
      };
  }
}

function now(facts: Facts, { latest }: Progress): Words | null {
  if (!latest) return null;
  const [period, value] = [periodWords(latest), saidIn(latest, measured(facts))];
  const isAverage = facts.basis === "AVG_ANNUAL_GROWTH" && decidingIsPercent(facts);
  if (isAverage)
    return {
      zh: `已公布的年均增长（${period.zh}）为${value.zh}。`,
      en: `The published average growth (${period.en}) is ${value.en}.`,
    };
  return { zh: `最新数据（${period.zh}）：${value.zh}。`, en: `Latest figure (${period.en}): ${value.en}.` };
}

const deciding = ({ measures }: Facts) => measures.find(({ role }) => role === "MEASURES");
const decidingIsPercent = (facts: Facts): boolean => deciding(facts)?.isPercent ?? false;
/** Growth is wanted in percent, but may be computed of a measure in its own unit. */
const measured = (facts: Facts): UnitNames => deciding(facts)?.unit ?? facts.unit;

function atOutset({ metAtOutset, state }: Progress): Words | null {
  if (!metAtOutset || state !== "MET") return null;
  return { zh: "方案起草前已经达到。", en: "It was met before the plan began." };
}

function pace(facts: Facts, { state, baseline, paceSoFar }: Progress): Words | null {
  if (state === "MET" || !paceSoFar || !baseline) return null;
  const from = { period: periodWords(baseline), value: saidIn(baseline, measured(facts)) };
  if (facts.basis === "AVG_ANNUAL_GROWTH") {
    const growth = intervalIn(paceSoFar, PERCENT);
    return {
      zh: `自${from.period.zh}的${from.value.zh}起，年均增长${growth.zh}。`,
      en: `Since ${from.period.en} (${from.value.en}) it grew by ${growth.en} a year.`,
    };
  }
  const change = intervalIn(paceSoFar, perYear(facts.unit));
  return {
    zh: `自${from.period.zh}的${from.value.zh}起，平均每年变化${change.zh}。`,
    en: `Change since ${from.period.en} (${from.value.en}): ${change.en}.`,
  };
}

function need({ basis, unit }: Facts, { state, neededPace }: Progress): Words | null {
  if (state === "MET" || !neededPace || basis === "PER_YEAR") return null;
  const needed = intervalIn(neededPace, basis === "AVG_ANNUAL_GROWTH" ? PERCENT : perYear(unit));
  return basis === "AVG_ANNUAL_GROWTH"
    ? { zh: `此后每年须增长${needed.zh}。`, en: `Growth needed from now on: ${needed.en} a year.` }
    : { zh: `要达到目标须每年${needed.zh}。`, en: `Needed: ${needed.en}.` };
}

function end(facts: Facts, { state, expected, miss }: Progress): Words | null {
  const { horizon, unit, basis } = facts;
  const reached = basis === "LEVEL_BY" || basis === "CUMULATIVE_BY" ? expected : null;
  const then = reached ? intervalIn(reached, unit) : null;
  const carried: Words = then
    ? { zh: `照此到${horizon}年为${then.zh}，`, en: `At this pace ${then.en} by ${horizon}: ` }
    : { zh: "", en: "" };
  const short = miss ? intervalIn(miss, difference(unit)) : { zh: "", en: "" };
  switch (state) {
    case "OFF_TRACK":
      return { zh: `${carried.zh}差${short.zh}，未达进度。`, en: `${carried.en}${short.en} short, off track.` };
    case "ON_TRACK":
      return { zh: `${carried.zh}按进度可以达到。`, en: `${carried.en}on track.` };
    case "ON_TRACK_OR_BETTER":
      return { zh: `${carried.zh}按进度可以达到，或已达到。`, en: `${carried.en}on track, or met already.` };
    case "UNDECIDED":
      return {
        zh: "数据只给出上下限，两种结果都有可能，无法判定。",
        en: "The figures are bounds that allow either outcome: undecided.",
      };
    default:
      return null;
  }
}
