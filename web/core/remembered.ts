import { type Language, languages } from "./address.ts";
import type { Theme } from "./kinds.ts";

/**
 * Language and theme last chosen by a switch, for addresses that name none. Read once, when the page starts: within a visit the address
 * alone tells, so that Back takes a choice back.
 */
export const remembered = {
  lang: languages.find((language) => language === read("lang")) ?? null,
  theme: (["light", "dark"] as const).find((theme) => theme === read("theme")) ?? null,
};

export function remember(choice: { lang: Language } | { theme: Theme }) {
  try {
    for (const [name, value] of Object.entries(choice)) window.localStorage.setItem(name, value);
  } catch {
    // Storage is full or forbidden: the address still holds the choice.
  }
}

function read(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}
