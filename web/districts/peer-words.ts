import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { commonScale, computedDigits } from "../../server/contract/quantities.ts";
import type { FormulaWords } from "../address/measure-choices.ts";
import { columnName } from "../address/measure-name.ts";
import { scaledText, scaledUnit } from "../core/scale.ts";
import { withUnit, yearText } from "./column-display.ts";
import type { LeftOut, Peer, PeerMeasure } from "./peers-query.ts";

/** Two subjects are alike in a measure if they differ by at most this many spreads. */
const ALIKE = 0.5;

/** Why two are similar, in words: where they are closest, with both numbers, and what sets them most apart. */
export function peerSentence(
  { measures }: Pick<Peer, "measures">,
  formulas: readonly FormulaWords[],
  t: TFunction,
  language: Language,
): string {
  const byDifference = [...measures].sort((one, other) => Math.abs(one.difference) - Math.abs(other.difference));
  const apart = byDifference.at(-1);
  if (!apart) return "";
  const close = byDifference.slice(0, -1).filter(({ difference }) => Math.abs(difference) <= ALIKE);
  const list = (parts: readonly PeerMeasure[]) =>
    parts.map((part) => pairText(part, formulas, t, language)).join(language === "zh" ? "、" : ", ");
  return [
    close.length > 0 && t("districtsPage.peers.close", { measures: list(close.slice(0, 3)) }),
    apart.difference !== 0 && t("districtsPage.peers.apart", { measures: list([apart]) }),
    t("districtsPage.peers.common", { count: measures.length }),
  ]
    .filter(Boolean)
    .join(language === "zh" ? "" : " ");
}

/** A measure with both numbers in one scale: "GDP, per km² (120 vs 98 million CNY per km², 2023)". */
function pairText({ measure, own, theirs }: PeerMeasure, formulas: readonly FormulaWords[], t: TFunction, language: Language) {
  const scale = commonScale([own, theirs], language, computedDigits);
  const number = (value: number) => scaledText({ value, valueMax: null, qualifier: "EXACT" }, scale, language, true);
  const unit = scaledUnit(scale, { zh: measure.unitZh, en: measure.unitEn }, language);
  return t("districtsPage.peers.pair", {
    measure: columnName(measure, formulas, language),
    own: number(own),
    theirs: withUnit(number(theirs), unit),
    year: measure.year === null ? "" : (language === "zh" ? "，" : ", ") + yearText(measure.year, language),
  });
}

/** Which measures are missing, and why. */
export function missingWords(leftOut: readonly LeftOut[], formulas: readonly FormulaWords[], t: TFunction, language: Language) {
  const [open, close, comma] = language === "zh" ? ["（", "）", "、"] : [" (", ")", "; "];
  return leftOut
    .map(
      ({ measure, notComputable }) =>
        columnName(measure, formulas, language) + open + t(`notComputable.${notComputable}`) + close,
    )
    .join(comma);
}
