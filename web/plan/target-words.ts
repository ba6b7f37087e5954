import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { afterWord, goalWord, quantityText } from "../../server/contract/quantities.ts";
import { formatCount, formatFigure, withBrackets } from "../core/format.ts";
import { formatNotedPeriod } from "../core/period.ts";
import { en } from "../core/words/en.ts";
import { zh } from "../core/words/zh.ts";
import type { ShortFigure, Target, TargetState } from "./plan-query.ts";
import { planWords } from "./words.ts";

type Goal = Pick<Target, "comparator" | "value" | "unit" | "basis">;

const signs: Record<Target["comparator"], string> = { GTE: "≥", GT: ">", EQ: "", FORERUNNER: "" };

const afterWords = (words: string, text: string, language: Language): string =>
  words + (language === "zh" ? afterWord(text) : ` ${text}`);

/** A target in words: "不少于 3,500 万人次", "at least 35 million passengers", "每年不少于 3 条", "全国前列"; in signs where there is no room for words. */
export function formatGoal({ comparator, value, unit, basis }: Goal, language: Language, inSigns = false): string {
  if (value === null) return (language === "zh" ? zh : en).comparator.FORERUNNER;
  const quantity = quantityText(value, unit, language);
  const word = inSigns ? signs[comparator] : goalWord(comparator, unit, language);
  const goal = word ? afterWords(word, quantity, language) : quantity;
  if (basis !== "PER_YEAR") return goal;
  return planWords[language].planPage.perYear.replace("{{goal}}", language === "zh" ? afterWord(goal) : goal);
}

/** A line of the printed table: "力争每年不少于 100 场". In English it has room for signs only. */
export function printedGoal(target: Goal & Pick<Target, "aspirational">, t: TFunction, language: Language): string {
  const goal = formatGoal(target, language, language === "en");
  return target.aspirational ? afterWords(t("planPage.aspirational"), goal, language) : goal;
}

type SaidOfState = Pick<Target["progress"], "state" | "metBeforePlan" | "onlyFiguresBeforePlan"> & { latest: unknown };

/** The state in words that neither credit the plan with what was there before it, nor deny a figure that is shown beside. */
export function stateText({ state, metBeforePlan, onlyFiguresBeforePlan, latest }: SaidOfState, t: TFunction): string {
  if (state === "MET" && metBeforePlan) return t("planPage.metBeforePlan");
  if (state === "NO_DATA" && latest) return t("planPage.trendUnknown");
  if (isAtEarlierPace({ state, onlyFiguresBeforePlan })) return t("planPage.atEarlierPace", { state: t(`targetState.${state}`) });
  return t(`targetState.${state}`);
}

/** Whether nothing measured since the plan began supports the pace. */
export const isAtEarlierPace = ({ state, onlyFiguresBeforePlan }: Omit<SaidOfState, "latest" | "metBeforePlan">): boolean =>
  state !== "MET" && onlyFiguresBeforePlan;

/** On paper a mark, which the note under the table explains: a line has no room for the words. */
export const printedStateText = (progress: SaidOfState, t: TFunction): string =>
  isAtEarlierPace(progress) ? `${t(`targetState.${progress.state}`)} *` : stateText(progress, t);

/** The same beside the number of a state: "and 3 at pre-plan pace"; empty where there are none. What has a figure is part of its number. */
export function countedApartText(state: TargetState, count: number, t: TFunction, language: Language): string {
  if (count === 0) return "";
  const formatted = formatCount(count, language);
  if (state === "MET") return t("planPage.andBefore", { count, formatted });
  if (state === "NO_DATA") return t("planPage.andWithoutTrend", { count, formatted });
  return t("planPage.andEarlierPace", { count, formatted, state: t(`targetState.${state}`) });
}

type ProgressStates = Pick<Target["progress"], "state"> & {
  otherBaselines: readonly Pick<Target["progress"]["otherBaselines"][number], "year" | "state">[];
};

const verdicts: Partial<Record<Target["progress"]["state"], "on" | "off">> = {
  ON_TRACK_OR_BETTER: "on",
  ON_TRACK: "on",
  OFF_TRACK: "off",
};

/** The verdict from other baselines, where it is the opposite: "counted from 2019: off track"; empty where all agree. */
export function oppositeVerdictsText({ state, otherBaselines }: ProgressStates, t: TFunction, language: Language): string {
  const verdict = verdicts[state];
  return otherBaselines
    .filter((other) => verdict && verdicts[other.state] && verdicts[other.state] !== verdict)
    .map((other) => t("planPage.oppositeVerdicts", { year: other.year, state: t(`targetState.${other.state}`) }))
    .join(language === "zh" ? "、" : ", ");
}

/** A figure with its period: "3,140.6 万人次（2024年）", "31.406 million passengers (2024)". */
export function withPeriod(figure: ShortFigure, language: Language): string {
  const [value, period] = [formatFigure(figure, language), formatNotedPeriod(figure, language)];
  return withBrackets(value, period, language);
}
