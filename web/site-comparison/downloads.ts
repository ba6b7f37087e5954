import type { FormatExtension } from "../../server/contract/downloads.ts";
import type { Language } from "../../server/contract/language.ts";
import { filterQuery } from "../address/filter.ts";
import { filterBySlugs } from "./comparison-query.ts";

/** The compared sites as a file, with the figures of a day where one is given. */
export function downloadAddress(
  format: FormatExtension,
  slugs: readonly string[],
  language: Language,
  asOf: string | null,
): string {
  const compare = format === "xlsx" && `compare=${slugs.join(",")}`;
  const parts = [filterQuery(filterBySlugs(slugs)), compare, asOf && `asof=${asOf}`, `lang=${language}`];
  return `/download/sites.${format}?${parts.filter(Boolean).join("&")}`;
}
