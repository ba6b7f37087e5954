import type { Language } from "../../server/contract/language.ts";
import type { Qualifier } from "./graphql.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

export const locales: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

/** The words for large numbers, as people say them; below the smallest the digits stand alone. */
export const scales: Record<Language, readonly (readonly [size: number, word: string])[]> = {
  zh: [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"],
  ],
  en: [
    [1e12, "trillion"],
    [1e9, "billion"],
    [1e6, "million"],
  ],
};

/** A number and the scale word behind it: 162535000000 is ["1,625.35", "亿"] or ["162.535", "billion"]. Six digits at most. */
function scaled(value: number, language: Language): [digits: string, word: string] {
  const [size, word] = scales[language].find(([least]) => Math.abs(value) >= least) ?? [1, ""];
  const digits = new Intl.NumberFormat(locales[language], { maximumSignificantDigits: size === 1 ? 9 : 6 }).format(value / size);
  return [digits, word];
}

export function formatNumber(value: number, language: Language): string {
  const [digits, word] = scaled(value, language);
  return word && language === "en" ? `${digits} ${word}` : digits + (word && ` ${word}`);
}

export interface Unit {
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** Number and unit: "1,625.35 亿元", "162.535 billion CNY", "12.5%"; a rank is said as one. */
export function formatQuantity(value: number, unit: Unit, language: Language): string {
  if (unit.slug === "rank") return language === "zh" ? `第 ${value} 位` : `No. ${value}`;
  const name = language === "zh" ? unit.nameZh : unit.nameEn;
  const [digits, word] = scaled(value, language);
  if (/^[%‰]/.test(name)) return digits + name;
  if (language === "zh") return `${digits} ${word}${name}`.trimEnd();
  return [digits, word, name].filter(Boolean).join(" ");
}

/** A unit in the multiple in which people tell its numbers: 亿元, billion CNY; null where they tell them one by one. */
export function scaledUnit(unit: Unit & { scaleZh: number; scaleEn: number }, language: Language): string | null {
  const scale = language === "zh" ? unit.scaleZh : unit.scaleEn;
  const word = scales[language].find(([size]) => size === scale)?.[1];
  if (!word) return null;
  return language === "zh" ? word + unit.nameZh : `${word} ${unit.nameEn}`;
}

export interface Figure {
  value: number;
  valueMax: number | null;
  qualifier: Qualifier;
  indicator: { unit: Unit };
}

/** A figure with what its source says of it: "超过 1,000 家", "more than 1,000 firms", "8–9 million tonnes". */
export function formatFigure(figure: Figure, language: Language): string {
  const quantity = formatQuantity(figure.value, figure.indicator.unit, language);
  if (figure.qualifier === "RANGE" && figure.valueMax !== null) {
    return `${formatNumber(figure.value, language)}–${formatQuantity(figure.valueMax, figure.indicator.unit, language)}`;
  }
  const word = (language === "zh" ? zh : en).qualifier[figure.qualifier];
  return word ? `${word} ${quantity}` : quantity;
}

export function formatDistance(km: number, language: Language): string {
  const digits = new Intl.NumberFormat(locales[language], { maximumFractionDigits: km < 10 ? 1 : 0 }).format(km);
  return language === "zh" ? `${digits} 公里` : `${digits} km`;
}

/** A radius of uncertainty in metres, as a length: metres below a kilometre. */
export function formatMetres(metres: number, language: Language): string {
  if (metres >= 1000) return formatDistance(metres / 1000, language);
  return language === "zh" ? `${metres} 米` : `${metres} m`;
}

/** A length that was measured: metres below a kilometre, two decimals below a hundred. */
export function formatLength(km: number, language: Language): string {
  if (km < 1) return formatMetres(Math.round(km * 1000), language);
  const digits = new Intl.NumberFormat(locales[language], { maximumFractionDigits: km < 100 ? 2 : 1 }).format(km);
  return language === "zh" ? `${digits} 公里` : `${digits} km`;
}

export function formatArea(km2: number, language: Language): string {
  const few = km2 < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: km2 < 1000 ? 2 : 0 };
  return `${new Intl.NumberFormat(locales[language], few).format(km2)} km²`;
}

/** Whole numbers, grouped: people per km2, counts. */
export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0 }).format(value);
}

/** A share from 0 to 1 as percent, with one decimal; what is not nothing is not shown as nothing. */
export function formatShare(share: number, language: Language): string {
  const percent = (value: number) =>
    new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 1 }).format(value);
  return share > 0 && share < 0.001 ? `< ${percent(0.001)}` : percent(share);
}
