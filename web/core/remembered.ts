import { type Language, languages } from "../../server/contract/language.ts";
import type { Theme } from "./kinds.ts";

/**
 * Language and theme last chosen by a switch, for addresses that name none. Read once, when the page starts: within a visit the address
 * decides, so that Back undoes a choice.
 */
export const remembered = {
  lang: languages.find((language) => language === read("lang")) ?? null,
  theme: (["light", "dark"] as const).find((theme) => theme === read("theme")) ?? null,
};

export function remember(choice: { lang: Language } | { theme: Theme }) {
  // Where it is forbidden, the address still holds the choice.
  for (const [name, value] of Object.entries(choice)) store(name, value);
}

/** What was stored under a name; null where nothing is, or where storage is forbidden, as to a frame in the page of another. */
export function read(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Stores a small preference, where storage is neither full nor forbidden. */
export function store(name: string, value: string) {
  try {
    window.localStorage.setItem(name, value);
  } catch {
    // It is requested again at the next visit.
  }
}
