import type { Language, Words } from "./language.ts";
// The words of numbers: scales and qualifiers, as people say them. The page has its own (web/core), for neither half imports the other;
// a test holds every published figure to the same words in both.

/** The words for large numbers, the largest first; below the smallest the digits stand alone. */
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

/** What stands before a number that is no exact one. */
export const qualifierWords = {
  ABOUT: { zh: "约", en: "about" },
  NEARLY: { zh: "近", en: "nearly" },
  AT_LEAST: { zh: "不少于", en: "at least" },
  MORE_THAN: { zh: "超过", en: "more than" },
  AT_MOST: { zh: "不超过", en: "at most" },
  LESS_THAN: { zh: "不足", en: "less than" },
} as const satisfies Record<string, Words>;
