// The sources of a set of sites, and their citations.
import type { Language } from "../contract/language.ts";
import { empty, raw, type Sql, sql } from "../database/sql.ts";
import { type AsOf, currentAsOf } from "../indicators/figure-precedence.ts";

/** A source as listed in files, with names in the download's language. */
export interface Source {
  slug: string;
  publisher: string;
  title: string;
  publishedOn: string | null;
  url: string | null;
  access: string;
}

/**
 * FROM clause of sites (`row0`) with their figures in `latest_figure`. For an earlier moment the figures are looked up site by site, so that
 * reading a page does not cost as much as reading all.
 */
export const latestOfSites = (asOf: AsOf): Sql =>
  asOf
    ? sql`site row0 JOIN LATERAL (SELECT DISTINCT ON (outcome.indicator_id) outcome.site_id, outcome.indicator_id,
      outcome.id AS observation_id FROM outcome
        WHERE outcome.site_id = row0.id AND ${currentAsOf(sql`outcome`, asOf)}
          ORDER BY outcome.indicator_id, outcome.precedence) latest_figure ON true`
    : sql`latest_figure JOIN site row0 ON row0.id = latest_figure.site_id`;

/** Number of latest figures of the sites (`row0`) that meet the conditions. */
export const figureCount = (conditions: Sql, asOf: AsOf): Sql =>
  sql`(SELECT count(*) FROM ${latestOfSites(asOf)} WHERE ${conditions})`;

/** The sources of these sites, and of their latest figures as far as the file contains them, as a JSON list: of all, of some indicators. */
export function citedSources(
  conditions: Sql,
  figures: boolean | readonly string[],
  language: Language,
  max: number,
  asOf: AsOf,
): Sql {
  const contained = typeof figures === "object" ? sql` AND latest_figure.indicator_id = ANY(${figures}::text[])` : empty;
  const ids = sql`(SELECT latest_figure.observation_id FROM ${latestOfSites(asOf)} WHERE ${conditions}${contained})`;
  return sourceList(
    sql`SELECT site_source.source_id FROM site_source JOIN site row0 ON row0.id = site_source.site_id WHERE ${conditions}
      ${figures ? sql`UNION ${sourcesOfFigures(ids)}` : empty}`,
    language,
    max,
  );
}

/** Query for the ids of the sources of figures; `ids` is a query for the ids of the figures. */
export const sourcesOfFigures = (
  ids: Sql,
): Sql => sql`SELECT observation.source_id FROM observation WHERE observation.id IN ${ids}
  UNION SELECT observation_source.source_id FROM observation_source WHERE observation_source.observation_id IN ${ids}`;

/** The sources with these ids as a JSON list of Source; `ids` is a query. */
export function sourceList(ids: Sql, language: Language, max: number): Sql {
  const inLanguage = (name: string) => raw(`source.${name}_${language}`);
  return sql`(SELECT coalesce(json_agg(cited), '[]'::json) FROM (
    SELECT source.id AS slug, ${inLanguage("publisher")} AS publisher, ${inLanguage("title")} AS title,
      source.published_on AS "publishedOn", source.url, source.access
    FROM source WHERE source.id IN (${ids}) ORDER BY source.id LIMIT ${max}) cited)`;
}

/** The slugs of a list of sources: "a; b". */
export const slugsIn = (sources: unknown): string[] => `${sources ?? ""}`.split("; ").filter(Boolean);

/** Returns a function that turns the source slugs of a row ("a; b") into citations with publisher, title and date. */
export function citationFormatter(sources: readonly Source[], language: Language): (slugs: unknown) => string {
  const texts = new Map(sources.map((source) => [source.slug, citation(source, language)]));
  return (slugs) =>
    slugsIn(slugs)
      .map((slug) => texts.get(slug) ?? slug)
      .join(language === "zh" ? "；" : "; ");
}

function citation({ publisher, title, publishedOn, access }: Source, language: Language): string {
  // Nothing was consulted, so there is no title to cite: only the document that is said to contain it.
  if (access === "BACKGROUND") return language === "zh" ? `${publisher}（${title}）` : `${publisher} (${title})`;
  // Inside the marks of a title, those of another title are single.
  if (language === "zh")
    return `${publisher}：《${title.replaceAll("《", "〈").replaceAll("》", "〉")}》${publishedOn ? `（${publishedOn}）` : ""}`;
  return `${publisher}: ${title}${publishedOn ? ` (${publishedOn})` : ""}`;
}
