import { type Language, languages } from "../../server/contract/language.ts";
import type { Theme } from "./kinds.ts";

/**
 * Language and theme last chosen by a switch, for addresses that name none. Read once, when the page starts: from then on the
 * address decides, so that Back undoes a choice.
 */
export const rememberedChoices = {
  lang: languages.find((language) => language === readPreference("lang")) ?? null,
  theme: (["light", "dark"] as const).find((theme) => theme === readPreference("theme")) ?? null,
};

export function rememberChoice(choice: { lang: Language } | { theme: Theme }) {
  // Where it is forbidden, the address still holds the choice.
  for (const [name, value] of Object.entries(choice)) storePreference(name, value);
}

/** A store of the browser; null where the browser forbids it, as in a sandboxed frame. Merely naming it then throws. */
export function storage(kind: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}

/** What was stored under a name; null where nothing is. */
export function readPreference(name: string): string | null {
  return storage("localStorage")?.getItem(name) ?? null;
}

/** Stores a small preference, where storage is neither full nor forbidden. */
export function storePreference(name: string, value: string) {
  try {
    storage("localStorage")?.setItem(name, value);
  } catch {
    // The preference is lost when the page is closed.
  }
}
