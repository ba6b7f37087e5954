// Describes the aim of a target in words.
import type { BilingualText } from "../contract/language.ts";
import { afterWord, goalWord } from "../contract/quantities.ts";
import { formatQualified } from "./amounts.ts";
import type { TargetFacts } from "./facts.ts";

export function aimOf({ basis, comparator, value, horizon, baseYear, unit, aspirational }: TargetFacts): BilingualText {
  if (value === null)
    return {
      zh: "方案仅提出居全国前列，未设具体数值，不作评估。",
      en: "The plan aims for a place among the national leaders but sets no number, so progress is not assessed.",
    };
  const amount = formatQualified({ value, valueMax: null, qualifier: "EXACT" }, unit);
  // What the plan only strives for is not told as a promise.
  const [strivingZh, strivingEn] = aspirational ? ["力争", "strive for "] : ["", ""];
  const zh = (goalWord(comparator, unit, "zh") || "达到") + afterWord(amount.zh);
  const en = `${goalWord(comparator, unit, "en")} ${amount.en}`.trim();
  switch (basis) {
    case "LEVEL_BY":
      return { zh: `目标：${horizon}年${strivingZh}${zh}。`, en: `Target: ${strivingEn}${en} in ${horizon}.` };
    case "CUMULATIVE_BY":
      return { zh: `目标：到${horizon}年${strivingZh}累计${zh}。`, en: `Target: ${strivingEn}${en} in total by ${horizon}.` };
    case "PER_YEAR":
      return {
        zh: `目标：${baseYear + 1}—${horizon}年${strivingZh}每年${zh}。`,
        en: `Target: ${strivingEn}${en} every year from ${baseYear + 1} to ${horizon}.`,
      };
    case "RANK_BY":
      return { zh: `目标：${horizon}年${strivingZh}居${amount.zh}。`, en: `Target: ${strivingEn}${amount.en} in ${horizon}.` };
    case "AVG_ANNUAL_GROWTH":
      return {
        zh: `目标：${baseYear}—${horizon}年${strivingZh}年均增长${zh}。`,
        en: `Target: ${strivingEn}average growth of ${en} a year from ${baseYear} to ${horizon}.`,
      };
  }
}
