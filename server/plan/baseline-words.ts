// Describes the baseline that was used and the results of the alternatives.

import { EPIDEMIC_YEARS } from "../contract/city.ts";
import type { BilingualText } from "../contract/language.ts";
import { type TargetFacts, yearOf } from "./facts.ts";
import type { Progress, State } from "./progress.ts";

/** Null where there was no choice. */
export function describeBaseline({ baseYear }: TargetFacts, { baseline, otherBaselines }: Progress): BilingualText | null {
  if (!baseline || otherBaselines.length === 0) return null;
  if (yearOf(baseline) === baseYear)
    return { zh: `基期为基年${baseYear}年。`, en: `The baseline is the base year, ${baseYear}.` };
  const { first, last } = EPIDEMIC_YEARS;
  return {
    zh: `因尚无基年${baseYear}年及其后年份的可比数据，以与最新数据相隔最接近五年的一期为基期，受疫情影响的${first}—${last}年除外。`,
    en: `Comparable figures for the base year ${baseYear} and a later year are not yet available, so the baseline is the figure closest to five years before the latest one, excluding the pandemic years ${first} to ${last}.`,
  };
}

const states: Partial<Record<State, BilingualText>> = {
  ON_TRACK_OR_BETTER: { zh: "符合预期，或已达标", en: "on track, possibly met" },
  ON_TRACK: { zh: "进展符合预期", en: "on track" },
  UNDECIDED: { zh: "无法判定", en: "undecided" },
  OFF_TRACK: { zh: "进度滞后", en: "off track" },
};

/** The results from the other baselines, by state. */
export function otherBaselinesText({ otherBaselines }: Progress): BilingualText | null {
  if (otherBaselines.length === 0) return null;
  const groups = Object.entries(states).flatMap(([state, words]) => {
    const years = otherBaselines.filter((other) => other.state === state).map(({ baseline }) => yearOf(baseline));
    return years.length > 0 ? [{ words, years: years.sort((one, other) => one - other) }] : [];
  });
  return {
    zh: `改用其他基期：${groups.map(({ words, years }) => `${words.zh}（${years.map((year) => `${year}年`).join("、")}）`).join("；")}。`,
    en: `With other baselines: ${groups.map(({ words, years }) => `${words.en} (${years.join(", ")})`).join("; ")}.`,
  };
}
