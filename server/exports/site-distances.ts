// How far compared sites are from metro, gateways and each other, in straight lines, as on the page.

import { isLessExactThan } from "../contract/accuracy.ts";
import { type BilingualText, inLanguage, type Language } from "../contract/language.ts";
import { formatDigits } from "../contract/quantities.ts";
import { raw, sql } from "../database/sql.ts";
import { nearestStationOf } from "../spatial/metro.ts";
import { nearestGatewaysOf } from "../spatial/nearest-gateways.ts";
import type { Download } from "./download.ts";
import { type SiteRow, siteName, type Value } from "./pages.ts";
import { words as fileWords } from "./words.ts";

const targetNames = {
  METRO: { zh: "最近的地铁站", en: "Nearest metro station" },
  PORT: { zh: "港口", en: "Port" },
  AIRPORT: { zh: "机场", en: "Airport" },
  RAIL_TERMINAL: { zh: "铁路货运站", en: "Rail freight terminal" },
  BONDED_ZONE: { zh: "综合保税区", en: "Comprehensive bonded zone" },
} as const satisfies Record<string, BilingualText>;

export const distanceWords = {
  straight: { zh: "直线距离", en: "straight line" },
  destination: { zh: "对应地点", en: "To" },
  unplaced: { zh: "位置未公布", en: "Location not published" },
  isItself: { zh: "本身即是", en: "Is itself one" },
  km: { zh: "公里", en: "km" },
} as const satisfies Record<string, BilingualText>;

interface MeasuredDistance {
  site: string;
  /** A kind of gateway, METRO, or the slug of another compared site. */
  target: string;
  name: string;
  km: number;
}

/** For metro and each kind of gateway two rows, the distance and the destination; for each compared site one row. */
export async function distanceTableRows(
  { database, language, comparedSites }: Download,
  sites: readonly SiteRow[],
): Promise<Value[][]> {
  const name = raw(`name_${language}`);
  const isComparedAndLocated = sql`from_site.point IS NOT NULL AND from_site.slug = ANY(${[...comparedSites]}::text[])`;
  const distances = await database.rows<MeasuredDistance>(
    sql`SELECT from_site.slug AS site, near.gateway_kind AS target, near.${name} AS name, near.distance / 1000 AS km
      FROM site from_site CROSS JOIN LATERAL (${nearestGatewaysOf(sql`from_site`)}) near WHERE ${isComparedAndLocated}
    UNION ALL SELECT from_site.slug, 'METRO', near.${name}, near.distance / 1000
      FROM site from_site CROSS JOIN LATERAL (${nearestStationOf(sql`from_site`)}) near WHERE ${isComparedAndLocated}
    UNION ALL SELECT from_site.slug, other.slug, other.${name}, ST_Distance(from_site.point::geography, other.point::geography) / 1000
      FROM site from_site JOIN site other ON other.point IS NOT NULL AND other.id <> from_site.id AND other.slug = ANY(${[...comparedSites]}::text[])
      WHERE ${isComparedAndLocated}`,
  );
  const findDistance = (target: Value, site: SiteRow) => distances.find((row) => row.site === site.slug && row.target === target);
  const title = (targetName: string) =>
    `${targetName}${language === "zh" ? `（${distanceWords.straight.zh}）` : ` (${distanceWords.straight.en})`}`;
  const words = inLanguage(distanceWords, language);
  const kmTo = (target: Value, site: SiteRow): Value => {
    if (!site.hasLocation) return words.unplaced;
    const found = findDistance(target, site);
    return found ? Math.round(found.km * 10) / 10 : fileWords.notApplicable[language];
  };
  const targetRows = Object.entries(targetNames).flatMap(([target, targetName]): Value[][] => [
    [
      title(targetName[language]),
      words.km,
      ...sites.map((site) => (isItself(target, site) ? words.isItself : kmTo(target, site))),
    ],
    [
      words.destination,
      null,
      ...sites.map((site) => (isItself(target, site) ? null : destination(findDistance(target, site), site, language))),
    ],
  ]);
  const siteRows = sites.map((to): Value[] => [
    title(siteName(to, language)),
    words.km,
    ...sites.map((from) => (from === to ? null : to.hasLocation ? kmTo(to.slug, from) : words.unplaced)),
  ]);
  return [...targetRows, ...siteRows];
}

/** Whether a site is a gateway of that kind itself. */
const isItself = (target: string, site: SiteRow): boolean =>
  target === "BONDED_ZONE" ? site.kind === "BONDED_ZONE" : site.facility === target;

/** The name of the destination; with a warning if the site's location is less accurate than the distance is long. */
function destination(found: MeasuredDistance | undefined, { accuracyM }: SiteRow, language: Language): Value {
  if (!found) return null;
  if (typeof accuracyM !== "number" || !isLessExactThan(accuracyM, found.km * 1000)) return found.name;
  const accuracy = formatDigits(accuracyM / 1000, language, { maximumFractionDigits: 1 });
  return language === "zh"
    ? `${found.name}（本地点的点位误差约 ${accuracy} 公里，大于该距离）`
    : `${found.name} (uncertain: the location of this site is known only to within about ${accuracy} km)`;
}
