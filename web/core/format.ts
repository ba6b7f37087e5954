import { type Language, withBracketedDetail } from "../../server/contract/language.ts";
import {
  formatDigits,
  qualifierWord,
  quantityRange,
  quantityText,
  roundingOf,
  scalesByLanguage,
  unitWithWord,
} from "../../server/contract/quantities.ts";
import type { Qualifier } from "./graphql.ts";

export interface Unit {
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** A unit with its customary scale: 亿元, CNY billion; null without one. */
export function scaledUnit(unit: Unit & { scaleZh: number; scaleEn: number }, language: Language): string | null {
  const scale = language === "zh" ? unit.scaleZh : unit.scaleEn;
  const word = scalesByLanguage[language].find(([size]) => size === scale)?.[1];
  return word ? unitWithWord(word, language === "zh" ? unit.nameZh : unit.nameEn, language) : null;
}

/** On the page a number stays on one line with the word after it and the currency before it. Files have plain spaces: programs read them. */
export const keptTogether = (text: string): string => text.replace(/(?<=\d) (?=\S)|(?<=CNY|USD|No\.|第) (?=\d)/g, "\u00a0");

export interface Figure {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
  indicator: { unit: Unit };
}

/** A figure with its qualifier: "超过 1,000 家", "more than 1,000 firms", "8–9 million tonnes". */
export function formatFigure(figure: Figure, language: Language): string {
  if (figure.qualifier === "RANGE" && figure.valueMax !== null)
    return keptTogether(quantityRange(figure.value, figure.valueMax, figure.indicator.unit, language));
  const quantity = keptTogether(quantityText(figure.value, figure.indicator.unit, language, roundingOf(figure.qualifier)));
  const word = qualifierWord(figure.qualifier, figure.value, language);
  return word ? `${word} ${quantity}` : quantity;
}

/** A text with a detail in the brackets of the language: "GDP (2023)", "地区生产总值（2023年）"; the text alone without a detail. */
export function withBrackets(text: string, bracketed: string, language: Language): string {
  if (!bracketed) return text;
  return withBracketedDetail(text, bracketed, language);
}

/** The parts of one label: "GDP, 2023", "地区生产总值，2023年". */
export const withComma = (language: Language, ...parts: readonly string[]): string => parts.join(language === "zh" ? "，" : ", ");

/** What something is and what is said of it: "Area: 5 km²", "面积：5 km²". */
export const withColon = (name: string, text: string, language: Language): string =>
  name + (language === "zh" ? "：" : ": ") + text;

export function formatDistance(km: number, language: Language, decimals = km < 10 ? 1 : 0): string {
  const digits = formatDigits(km, language, { maximumFractionDigits: decimals });
  return keptTogether(language === "zh" ? `${digits} 公里` : `${digits} km`);
}

/** A radius of uncertainty in metres, as a length: metres below a kilometre. */
export function formatMetres(metres: number, language: Language): string {
  if (metres >= 1000) return formatDistance(metres / 1000, language);
  return keptTogether(language === "zh" ? `${metres} 米` : `${metres} m`);
}

/** A length that was measured: metres below a kilometre, two decimals below a hundred. */
export function formatLength(km: number, language: Language): string {
  if (km < 1) return formatMetres(Math.round(km * 1000), language);
  const digits = formatDigits(km, language, { maximumFractionDigits: km < 100 ? 2 : 1 });
  return keptTogether(language === "zh" ? `${digits} 公里` : `${digits} km`);
}

export function formatArea(km2: number, language: Language): string {
  const precision = km2 < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: km2 < 1000 ? 2 : 0 };
  return keptTogether(`${formatDigits(km2, language, precision)} ${language === "zh" ? "平方公里" : "km²"}`);
}

/** Whole numbers, grouped: people per km2, counts. */
export function formatCount(value: number, language: Language): string {
  return formatDigits(value, language, { maximumFractionDigits: 0 });
}

/** A share from 0 to 1 as percent, with one decimal; a small share is never shown as zero. */
export function formatShare(share: number, language: Language): string {
  const percent = (value: number) => formatDigits(value, language, { style: "percent", maximumFractionDigits: 1 });
  return share > 0 && share < 0.001 ? `< ${percent(0.001)}` : percent(share);
}
