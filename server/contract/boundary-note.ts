import type { BilingualText } from "./language.ts";

/** What the boundaries are, where a line has room for little. */
export const boundariesInShort = {
  zh: "区界为示意，未经测绘，非官方发布",
  en: "District boundaries are schematic: not surveyed, not official",
} as const satisfies BilingualText;

/** The same in full, with what they must not be used for. */
export const boundaryNote = {
  zh: `${boundariesInShort.zh}，无审图号，不得用于导航或法律用途。`,
  en: `${boundariesInShort.en}, without a map approval number; not for navigation or legal use.`,
} as const satisfies BilingualText;
