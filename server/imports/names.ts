import { pinyin } from "pinyin-pro";

/**
 * What text search reads of a site's names: lower-case words, each after a space; for Chinese also its pinyin from every
 * syllable on and the initials from every syllable on. So `guanggu` and `gg` find 光谷, and `gg` does not find `jianggang`.
 */
export function searchText(names: readonly string[]): string {
  const parts = names.flatMap((name) => {
    const words = name.toLowerCase().normalize("NFKC");
    const syllables = syllablesOf(words);
    const initials = syllables.map((syllable) => syllable[0]);
    return [words.replace(/[^\p{L}\p{N}]+/gu, " "), ...endings(syllables), ...endings(initials)];
  });
  return ` ${[...new Set(parts.map((part) => part.trim()))].filter(Boolean).join(" ")}`;
}

/** Pinyin with tones as numbers, for ordering by the sound of the Chinese name. */
export const sortKey = (nameZh: string): string =>
  pinyin(nameZh, { toneType: "num", type: "array", nonZh: "consecutive" }).join(" ").toLowerCase();

const syllablesOf = (name: string): string[] => pinyin(name, { toneType: "none", type: "array", nonZh: "removed", v: true });

const endings = (syllables: readonly (string | undefined)[]): string[] =>
  syllables.map((_, index) => syllables.slice(index).join(""));
