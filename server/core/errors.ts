import type { Language } from "../contract/language.ts";
import { messages } from "./messages.ts";

export type ErrorCode = keyof typeof messages;
type Details = Record<string, string | number>;

/** An error of the closed set above. Its message is English; `textIn` gives it in the asker's language. */
export class AtlasError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, details: Details = {}) {
    const told = Object.fromEntries(
      Object.entries(details).map(([name, value]) => [name, typeof value === "string" ? shorten(value) : value]),
    );
    super(fill(messages[code].en, told));
    this.name = "AtlasError";
    this.code = code;
    this.details = told;
  }

  get status(): number {
    return messages[this.code].status;
  }

  textIn(language: Language): string {
    return fill(messages[this.code][language], this.details);
  }
}

const fill = (text: string, details: Details): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? name));

// What a stranger sent is quoted back, but never at length; what is empty is still seen. A list ends after a whole entry.
const shorten = (text: string): string => {
  if (text === "") return '""';
  return text.length > 300 ? `${text.slice(0, 300).replace(/, [^,]*$/, "")}…` : text;
};

/** The language asked for in an Accept-Language header; English where Chinese is not preferred. */
export function languageOf(header: string | undefined): Language {
  const ranked = (header ?? "").split(",").map((part) => {
    const [tag = "", quality = ""] = part
      .trim()
      .toLowerCase()
      .split(/;\s*q=/);
    return { tag, quality: quality === "" ? 1 : Number(quality) || 0 };
  });
  const best = ranked
    .filter(({ tag, quality }) => quality > 0 && /^(zh|en)(-|$)/.test(tag))
    .sort((a, b) => b.quality - a.quality)[0];
  return best?.tag.startsWith("zh") ? "zh" : "en";
}
