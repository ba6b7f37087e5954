import type { Language } from "../../server/contract/language.ts";

interface Match {
  exact: boolean;
  matchedPart: string | null;
  matchedText: string | null;
}

/** Why a match was found, where its name does not say it: another name. A similar one only if it is in the reader's language. */
export function matchReason({ exact, matchedPart, matchedText }: Match, name: string, language: Language): string | null {
  if (!matchedText || matchedText === name || matchedPart === "PLACE") return null;
  return exact || /\p{Script=Han}/u.test(matchedText) === (language === "zh") ? matchedText : null;
}
