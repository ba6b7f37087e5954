// The sources behind a set of sites, and how they are cited.
import type { Language } from "../contract/language.ts";
import { empty, raw, type Sql, sql } from "../database/sql.ts";
import { type AsOf, currentAsOf } from "../indicators/figure-precedence.ts";

/** A source as files list it: names in the download's language. */
export interface Source {
  slug: string;
  publisher: string;
  title: string;
  publishedOn: string | null;
  url: string | null;
  access: string;
}

/**
 * Sites under `t0` with their latest figures under `f`: a FROM list. For an earlier day they are looked up site by site, so that a
 * page of them does not cost as much as all.
 */
export const latestOfSites = (asOf: AsOf): Sql =>
  asOf
    ? sql`site t0 JOIN LATERAL (SELECT DISTINCT ON (o.indicator_id) o.site_id, o.indicator_id, o.id AS observation_id FROM outcome o
        WHERE o.site_id = t0.id AND ${currentAsOf(sql`o`, asOf)} ORDER BY o.indicator_id, o.precedence) f ON true`
    : sql`latest_figure f JOIN site t0 ON t0.id = f.site_id`;

/** How many latest figures the sites under `t0` that meet the conditions have. */
export const figureCount = (conditions: Sql, asOf: AsOf): Sql =>
  sql`(SELECT count(*) FROM ${latestOfSites(asOf)} WHERE ${conditions})`;

/** The sources that these sites rest on (and their latest figures, where the file has them), as one JSON list. */
export function citedSources(conditions: Sql, withFigures: boolean, language: Language, max: number, asOf: AsOf): Sql {
  const figures = sql`(SELECT f.observation_id FROM ${latestOfSites(asOf)} WHERE ${conditions})`;
  return sourceList(
    sql`SELECT l.source_id FROM site_source l JOIN site t0 ON t0.id = l.site_id WHERE ${conditions}
      ${withFigures ? sql`UNION ${sourcesOfFigures(figures)}` : empty}`,
    language,
    max,
  );
}

/** Ids of the sources of figures, which are given as a query of their ids. */
export const sourcesOfFigures = (ids: Sql): Sql => sql`SELECT o.source_id FROM observation o WHERE o.id IN ${ids}
  UNION SELECT m.source_id FROM observation_source m WHERE m.observation_id IN ${ids}`;

/** The sources whose ids a query gives, as one JSON list of Source. */
export function sourceList(ids: Sql, language: Language, max: number): Sql {
  const inLanguage = (name: string) => raw(`x.${name}_${language}`);
  return sql`(SELECT coalesce(json_agg(c), '[]'::json) FROM (
    SELECT x.id AS slug, ${inLanguage("publisher")} AS publisher, ${inLanguage("title")} AS title,
      x.published_on AS "publishedOn", x.url, x.access
    FROM source x WHERE x.id IN (${ids}) ORDER BY x.id LIMIT ${max}) c)`;
}

/** From the slugs of a row ("a; b") to what a reader can look up: publisher, title and date of each. */
export function citer(sources: readonly Source[], language: Language): (slugs: unknown) => string {
  const texts = new Map(sources.map((source) => [source.slug, citation(source, language)]));
  return (slugs) =>
    typeof slugs === "string"
      ? slugs
          .split("; ")
          .map((slug) => texts.get(slug) ?? slug)
          .join(language === "zh" ? "；" : "; ")
      : "";
}

function citation({ publisher, title, publishedOn }: Source, language: Language): string {
  if (language === "zh") return `${publisher}：《${title}》${publishedOn ? `（${publishedOn}）` : ""}`;
  return `${publisher}: ${title}${publishedOn ? ` (${publishedOn})` : ""}`;
}
