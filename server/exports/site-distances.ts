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

const topics = {
  METRO: { zh: "最近的地铁站", en: "Nearest metro station" },
  PORT: { zh: "港口", en: "Port" },
  AIRPORT: { zh: "机场", en: "Airport" },
  RAIL_TERMINAL: { zh: "铁路货运站", en: "Rail freight terminal" },
  BONDED_ZONE: { zh: "综合保税区", en: "Comprehensive bonded zone" },
} as const satisfies Record<string, BilingualText>;

export const distanceWords = {
  straight: { zh: "直线距离", en: "straight line" },
  nearest: { zh: "对应地点", en: "To" },
  unplaced: { zh: "位置未公布", en: "Location not published" },
  isItself: { zh: "本身即是", en: "Is itself one" },
  km: { zh: "公里", en: "km" },
} as const satisfies Record<string, BilingualText>;

interface DistanceRow {
  site: string;
  /** A kind of gateway, METRO, or the slug of another compared site. */
  target: string;
  name: string;
  km: number;
}

/** Two rows for metro and each kind of gateway, kilometres and to where; one row for each compared site. */
export async function distanceRows(
  { database, language, comparedSites }: Download,
  sites: readonly SiteRow[],
): Promise<Value[][]> {
  const name = raw(`name_${language}`);
  const isCompared = sql`row0.point IS NOT NULL AND row0.slug = ANY(${[...comparedSites]}::text[])`;
  const distances = await database.rows<DistanceRow>(
    sql`SELECT row0.slug AS site, near.gateway_kind AS target, near.${name} AS name, near.distance / 1000 AS km
      FROM site row0 CROSS JOIN LATERAL (${nearestGatewaysOf(sql`row0`)}) near WHERE ${isCompared}
    UNION ALL SELECT row0.slug, 'METRO', near.${name}, near.distance / 1000
      FROM site row0 CROSS JOIN LATERAL (${nearestStationOf(sql`row0`)}) near WHERE ${isCompared}
    UNION ALL SELECT row0.slug, other.slug, other.${name}, ST_Distance(row0.point::geography, other.point::geography) / 1000
      FROM site row0 JOIN site other ON other.point IS NOT NULL AND other.id <> row0.id AND other.slug = ANY(${[...comparedSites]}::text[])
      WHERE ${isCompared}`,
  );
  const find = (site: SiteRow, target: Value) => distances.find((each) => each.site === site.slug && each.target === target);
  const title = (topic: string) =>
    `${topic}${language === "zh" ? `（${distanceWords.straight.zh}）` : ` (${distanceWords.straight.en})`}`;
  const words = inLanguage(distanceWords, language);
  const km = (site: SiteRow, target: Value): Value => {
    if (!site.hasLocation) return words.unplaced;
    const found = find(site, target);
    return found ? Math.round(found.km * 10) / 10 : fileWords.notApplicable[language];
  };
  const gateways = Object.entries(topics).flatMap(([target, topic]): Value[][] => [
    [title(topic[language]), words.km, ...sites.map((site) => (isGateway(target, site) ? words.isItself : km(site, target)))],
    [
      words.nearest,
      null,
      ...sites.map((site) => (isGateway(target, site) ? null : destination(find(site, target), site, language))),
    ],
  ]);
  const between = sites.map((to): Value[] => [
    title(siteName(to, language)),
    words.km,
    ...sites.map((from) => (from === to ? null : to.hasLocation ? km(from, to.slug) : words.unplaced)),
  ]);
  return [...gateways, ...between];
}

const isGateway = (target: string, site: SiteRow): boolean =>
  target === "BONDED_ZONE" ? site.kind === "BONDED_ZONE" : site.facility === target;

/** Where it is; and, where the point of the site is less exact than the distance is long, that it is. */
function destination(found: DistanceRow | undefined, { accuracyM }: SiteRow, language: Language): Value {
  if (!found) return null;
  if (typeof accuracyM !== "number" || !isLessExactThan(accuracyM, found.km)) return found.name;
  const accuracy = formatDigits(accuracyM / 1000, language, { maximumFractionDigits: 1 });
  return language === "zh"
    ? `${found.name}（本地点的点位误差约 ${accuracy} 公里，大于该距离）`
    : `${found.name} (uncertain: the location of this site is known only to within about ${accuracy} km)`;
}
