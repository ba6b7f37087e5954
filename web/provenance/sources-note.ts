import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { withBrackets } from "../core/format.ts";
import { textIn } from "../core/language.tsx";
import type { SourceRecord } from "./figure.ts";

/** The sources of a picture as one line, each once; `period`, if given, follows the label. An empty array without sources. */
export function sourcesNote(
  sources: Iterable<SourceRecord>,
  t: TFunction,
  language: Language,
  period: string | null = null,
): string[] {
  const sourceBySlug = new Map([...sources].map((source) => [source.slug, source]));
  const [colon, semicolon] = language === "zh" ? ["：", "；"] : [": ", "; "];
  const citations = [...sourceBySlug.values()].map((source) => {
    const day = source.publishedOn ? namedPeriodText(source.publishedOn, language) : "";
    return `${textIn(language, source, "publisher")}${colon}${withBrackets(textIn(language, source, "title"), day, language)}`;
  });
  const label = [t("site.sources"), period].filter(Boolean).join(" ");
  return citations.length > 0 ? [`${label}${colon}${citations.join(semicolon)}`] : [];
}
