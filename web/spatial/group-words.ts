import type { TFunction } from "i18next";
import type { Language } from "../../server/contract/language.ts";
import type { Groups } from "../address/spatial.ts";
import { formatCount } from "../core/format.ts";

/** How many groups there are and how many sites in them: "1 hexagon, 1 site". */
export function groupsText(
  grouping: Groups["grouping"],
  groups: number,
  sites: number,
  t: TFunction,
  language: Language,
): string {
  const siteCountText = t("spatial.sites", { count: sites, formatted: formatCount(sites, language) });
  return t(`spatial.${grouping}Title`, { count: groups, sites: siteCountText });
}
