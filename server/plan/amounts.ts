// Numbers as people say them, for the sentences that the server writes: 31.406 million passengers, 3,140.6 万人次.
import type { Language, Words } from "../core/errors.ts";
import { type Given, type Interval, type Qualifier, saidOf } from "./interval.ts";

export interface UnitNames {
  slug: string;
  nameZh: string;
  nameEn: string;
}

const scales: Record<Language, readonly (readonly [size: number, word: string])[]> = {
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

const words: Record<Exclude<Qualifier, "EXACT" | "RANGE">, Words> = {
  ABOUT: { zh: "约", en: "about" },
  NEARLY: { zh: "近", en: "nearly" },
  AT_LEAST: { zh: "不少于", en: "at least" },
  MORE_THAN: { zh: "超过", en: "more than" },
  AT_MOST: { zh: "不超过", en: "at most" },
  LESS_THAN: { zh: "不足", en: "less than" },
};

/** A number with its scale: "3,140.6 万", "31.406 million". Percent and their differences to two decimals. */
function digits(value: number, unit: UnitNames, language: Language): string {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  if (/^(%|percentage)/.test(unit.nameEn)) return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  const [size, word] = scales[language].find(([least]) => Math.abs(value) >= least) ?? [1, ""];
  const text = new Intl.NumberFormat(locale, { maximumSignificantDigits: size === 1 ? 5 : 6 }).format(value / size);
  return word ? `${text} ${word}` : text;
}

/** A number and its unit; a rank is said as one. */
function amount(value: number, unit: UnitNames, language: Language): string {
  if (unit.slug === "rank")
    return language === "zh" ? `第 ${digits(value, unit, language)} 位` : `No. ${digits(value, unit, language)}`;
  const number = digits(value, unit, language);
  const name = language === "zh" ? unit.nameZh : unit.nameEn;
  const isJoined = name.startsWith("%") || (language === "zh" && /[万亿]$/.test(number));
  return isJoined ? number + name : `${number} ${name}`;
}

/** A figure in both languages: "more than 1,000 trains", "超过 1,000 列". */
export const saidIn = ({ value, valueMax, qualifier }: Given, unit: UnitNames): Words =>
  bothOf((language) => {
    if (qualifier === "EXACT") return amount(value, unit, language);
    if (qualifier === "RANGE") return `${digits(value, unit, language)}–${amount(valueMax ?? value, unit, language)}`;
    return `${words[qualifier][language]} ${amount(value, unit, language)}`;
  });

export const bothOf = (say: (language: Language) => string): Words => ({ zh: say("zh"), en: say("en") });

const unknown: Words = { zh: "未知", en: "not known" };

/** An interval in both languages. */
export function intervalIn(interval: Interval, unit: UnitNames): Words {
  const said = saidOf(interval);
  return said ? saidIn(said, unit) : unknown;
}

const suffixed = ({ slug, nameZh, nameEn }: UnitNames, zh: string, en: string): UnitNames => ({
  slug,
  nameZh: nameZh + zh,
  nameEn: nameEn + en,
});

/** The unit of a change per year. */
export const perYear = (unit: UnitNames): UnitNames => suffixed(unit, "/年", " per year");

/** The unit of a difference between two values: percent differ by percentage points, places by places. */
export function difference(unit: UnitNames): UnitNames {
  if (unit.slug === "percent") return { slug: "points", nameZh: "个百分点", nameEn: "percentage points" };
  return unit.slug === "rank" ? { slug: "places", nameZh: "位", nameEn: "places" } : unit;
}
