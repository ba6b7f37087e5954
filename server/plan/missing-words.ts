// Explains which data is missing, and who holds it.

import type { BilingualText } from "../contract/language.ts";
import { formatQualified } from "./amounts.ts";
import { decidingMeasure, periodOf, type TargetFacts } from "./facts.ts";
import { type Progress, unsourcedIn } from "./progress.ts";

/** Null where the state was computed. */
export function missingOf(facts: TargetFacts, progress: Progress): BilingualText | null {
  const reason = reasonOf(facts, progress);
  if (!reason) return null;
  const { dataHolderZh, dataHolderEn } = facts;
  return { zh: `${reason.zh}数据提供单位：${dataHolderZh}。`, en: `${reason.en} Data holder: ${dataHolderEn}.` };
}

function reasonOf(facts: TargetFacts, progress: Progress): BilingualText | null {
  const { missing, latest } = progress;
  if (!missing) return null;
  const measure = decidingMeasure(facts);
  const name = measure
    ? { zh: `${measure.nameZh}（${measure.subject.nameZh}）`, en: `${measure.nameEn} (${measure.subject.nameEn})` }
    : { zh: facts.nameZh, en: facts.nameEn };
  const value = latest && measure ? formatQualified(latest, measure.unit) : { zh: "", en: "" };
  const periodText = latest ? periodOf(latest) : { zh: "", en: "" };
  switch (missing) {
    case "NO_MEASURE":
    case "NO_FIGURE":
      return { zh: `未查到公开数据：${name.zh}。`, en: `No published figure was found: ${name.en}.` };
    case "ONLY_GOALS":
      return {
        zh: `仅查到目标数或预计数，未查到实际数：${name.zh}。`,
        en: `Only targets or forecasts were found, no actual figure: ${name.en}.`,
      };
    case "STALE":
      return {
        zh: `最新数据为${periodText.zh}的${value.zh}，早于${facts.baseYear - 1}年，不能反映现状；需补充${facts.baseYear - 1}年及以后的数据。`,
        en: `The latest figure (${periodText.en}: ${value.en}) dates from before ${facts.baseYear - 1} and is too old to show the present situation; a figure for ${facts.baseYear - 1} or later is needed.`,
      };
    case "ONE_FIGURE":
      return {
        zh: `仅有一期可用数据（${periodText.zh}，${value.zh}），无法判断趋势；需补充相隔一年以上的另一期数据。`,
        en: `There is only one usable figure (${periodText.en}: ${value.en}), so no trend can be determined; a second one, at least a year earlier or later, is needed.`,
      };
    case "BREAK_IN_SERIES":
      return {
        zh: `最新数据（${periodText.zh}，${value.zh}）与以前各期统计范围或口径不同，不可比，无法判断趋势；需补充同一口径、相隔一年以上的数据。`,
        en: `The latest figure (${periodText.en}: ${value.en}) is not comparable with earlier ones, which have a different scope or basis, so no trend can be determined; a second one on the same basis, at least a year earlier or later, is needed.`,
      };
    case "UNSOURCED":
      return unsourced(facts, progress);
    case "ZERO_BASE":
      return {
        zh: "基期数为零，增长无法计算；需补充其他年份的数据。",
        en: "The baseline is zero, so growth cannot be calculated; a figure for another year is needed.",
      };
  }
}

function unsourced(facts: TargetFacts, progress: Progress): BilingualText | null {
  const figure = unsourcedIn(progress);
  const unit = decidingMeasure(facts)?.unit;
  if (!figure || !unit) return null;
  const [periodText, value] = [periodOf(figure), formatQualified(figure, unit)];
  const isBaseline = figure === progress.baseline;
  return {
    zh: `${isBaseline ? "基期" : ""}数据（${periodText.zh}，${value.zh}）暂无出处，不作为判定依据；需补充出处可查的数据。`,
    en: `The ${isBaseline ? "baseline" : "figure"} (${periodText.en}: ${value.en}) is unsourced, so progress is not assessed; a figure from a source that can be checked is needed.`,
  };
}
