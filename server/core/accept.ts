// Content negotiation (RFC 9110, section 12.5). All reading of quality values is here.
import Negotiator from "negotiator";
import type { Language } from "../contract/language.ts";

/**
 * The media type of `offered` that an Accept header prefers; undefined if it accepts none. Ties go to the more specific, then the
 * earlier entry of the header; the order of `offered` decides only within one entry such as `text/*`.
 */
export const acceptedType = <Type extends string>(header: string | undefined, offered: readonly Type[]): Type | undefined =>
  new Negotiator({ headers: { accept: header } }).mediaType(offered) as Type | undefined;

/**
 * Only the most preferred variants are offered: each is compared with every language in the header, so a long header would be slow.
 */
const MAX_VARIANTS = 10;

/** The language that an Accept-Language header prefers; English if it accepts neither. */
export function acceptedLanguage(header: string | undefined): Language {
  const negotiator = new Negotiator({ headers: { "accept-language": header ?? "" } });
  // The requested regional variants are offered too: otherwise "zh-CN, en" would prefer en, the only exact match.
  const variants = negotiator
    .languages()
    .filter((tag) => /^(zh|en)-/i.test(tag))
    .slice(0, MAX_VARIANTS);
  return /^zh/i.test(negotiator.language(["en", "zh", ...variants]) ?? "en") ? "zh" : "en";
}

/** The encoding of `offered` that an Accept-Encoding header prefers, ties as above; undefined if it accepts none. */
export const acceptedEncoding = <Encoding extends string>(
  header: string | string[] | undefined,
  offered: readonly Encoding[],
): Encoding | undefined =>
  new Negotiator({ headers: { "accept-encoding": String(header ?? "") } }).encoding([...offered]) as Encoding | undefined;

/** Whether an Accept-Encoding header accepts gzip and prefers it to no encoding. */
export const acceptsGzip = (header: string | string[] | undefined): boolean =>
  acceptedEncoding(header, ["gzip", "identity"]) === "gzip";
