import "./peer-dictionary.ts";
import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { commonScale, computedDigits, withUnit } from "../../server/contract/quantities.ts";
import type { FormulaLabel } from "../address/measure-choices.ts";
import { measureName } from "../address/measure-name.ts";
import { withBrackets } from "../core/format.ts";
import { scaledText, scaledUnit } from "../core/scale.ts";
import { yearText } from "./column-display.ts";
import type { LeftOut, Peer, PeerMeasure } from "./peers-query.ts";

/** Two subjects are alike in a measure if they differ by at most this many spreads. */
const MAX_ALIKE_DIFFERENCE = 0.5;

/** Why two are similar, in words: where they are closest, with both numbers, and what sets them most apart. */
export function peerSentence(
  { measures }: Pick<Peer, "measures">,
  formulas: readonly FormulaLabel[],
  t: TFunction,
  language: Language,
): string {
  const byDifference = [...measures].sort((one, other) => Math.abs(one.difference) - Math.abs(other.difference));
  const mostDifferent = byDifference.at(-1);
  if (!mostDifferent) return "";
  const alike = byDifference.slice(0, -1).filter(({ difference }) => Math.abs(difference) <= MAX_ALIKE_DIFFERENCE);
  const list = (peerMeasures: readonly PeerMeasure[]) =>
    peerMeasures.map((peerMeasure) => pairText(peerMeasure, formulas, t, language)).join(language === "zh" ? "、" : ", ");
  return [
    alike.length > 0 && t("peers.close", { measures: list(alike.slice(0, 3)) }),
    mostDifferent.difference !== 0 && t("peers.apart", { measures: list([mostDifferent]) }),
    t("peers.common", { count: measures.length }),
  ]
    .filter(Boolean)
    .join(language === "zh" ? "" : " ");
}

/** A measure with both values in one scale: "GDP, per km² (CNY 120 million per km² vs CNY 98 million per km², 2023)". */
function pairText(
  { measure, subjectValue, peerValue }: PeerMeasure,
  formulas: readonly FormulaLabel[],
  t: TFunction,
  language: Language,
) {
  const scale = commonScale([subjectValue, peerValue], language, computedDigits);
  const unit = scaledUnit(scale, { zh: measure.unitZh, en: measure.unitEn }, language);
  const quantity = (value: number) =>
    withUnit(scaledText({ value, valueMax: null, qualifier: "EXACT" }, scale, language, true), unit);
  return t("peers.pair", {
    measure: measureName(measure, formulas, language),
    own: quantity(subjectValue),
    theirs: quantity(peerValue),
    year: measure.year === null ? "" : (language === "zh" ? "，" : ", ") + yearText(measure.year, language),
  });
}

/** Which measures are missing, together with those that are for the same reason. */
export function missingWords(
  leftOut: readonly LeftOut[],
  formulas: readonly FormulaLabel[],
  t: TFunction,
  language: Language,
): string[] {
  const reasons = [...new Set(leftOut.map(({ notComputable }) => notComputable))];
  return reasons.map((reason) => {
    const measures = leftOut.filter(({ notComputable }) => notComputable === reason);
    const names = measures.map(({ measure }) => measureName(measure, formulas, language));
    return withBrackets(names.join(language === "zh" ? "、" : "; "), t(`notComputable.${reason}`), language);
  });
}
