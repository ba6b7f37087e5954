import type { BilingualText, Language } from "../../server/contract/language.ts";
import { namedPeriodText } from "../../server/contract/period-words.ts";
import { type Address, writeAddress } from "../address/address.ts";
import { textIn } from "../core/language.tsx";
import type { SourceRecord } from "./figure.ts";

interface ReportInput {
  /** What the source is cited for: the site, or a figure with its period; empty where it is the source alone. */
  topic: string;
  source: SourceRecord;
  address: Address;
  origin: string;
  /** The moment of the report (ISO 8601, UTC). */
  reportedAt: string;
}

const words = {
  subject: { zh: "数据勘误：", en: "Correction: " },
  what: { zh: "内容：", en: "Item: " },
  source: { zh: "来源：", en: "Source: " },
  link: { zh: "页面：", en: "Page: " },
  problem: { zh: "问题说明：", en: "Problem: " },
} satisfies Record<string, BilingualText>;

/**
 * A prepared report of an error: what it is about, the source, and a link to the view as it is now. The link keeps the moment, because the
 * figure may have been corrected when the report is read.
 */
export function reportText({ topic, source, address, origin, reportedAt }: ReportInput, language: Language) {
  const title = textIn(language, source, "title");
  const published = source.publishedOn && namedPeriodText(source.publishedOn, language);
  const citation = [title, textIn(language, source, "publisher"), published, source.url].filter(Boolean);
  const link = origin + writeAddress({ ...address, lang: language, asOf: address.asOf ?? reportedAt });
  const lines = [
    topic && words.what[language] + topic,
    words.source[language] + citation.join(language === "zh" ? "，" : ", "),
    words.link[language] + link,
    "",
    words.problem[language],
  ];
  return {
    subject: words.subject[language] + (topic || title),
    body: lines.filter((line, index) => index > 0 || line).join("\n"),
  };
}

/** The address that opens an e-mail with the report. Lines end as RFC 6068 wants them. */
export const mailtoOf = (email: string, { subject, body }: ReturnType<typeof reportText>): string =>
  `mailto:${encodeURIComponent(email).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
