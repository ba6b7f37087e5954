// The sources behind a set of sites, and how they are cited.
import type { Language } from "../core/errors.ts";
import { empty, raw, type Sql, sql } from "../core/sql.ts";

/** A source as files list it: names in the download's language. */
export interface Source {
  slug: string;
  publisher: string;
  title: string;
  publishedOn: string | null;
  url: string | null;
  access: string;
}

const figuresOf = (conditions: Sql): Sql => sql`FROM latest_figure f JOIN site t0 ON t0.id = f.site_id WHERE ${conditions}`;

/** How many latest figures the sites under `t0` that meet the conditions have. */
export const figureCount = (conditions: Sql): Sql => sql`(SELECT count(*) ${figuresOf(conditions)})`;

/** The sources that these sites rest on (and their latest figures, where the file has them), as one JSON list. */
export function citedSources(conditions: Sql, withFigures: boolean, language: Language, most: number): Sql {
  const inLanguage = (name: string) => raw(`x.${name}_${language}`);
  const ofFigures = sql`UNION SELECT o.source_id FROM observation o WHERE o.id IN (SELECT f.observation_id ${figuresOf(conditions)})
    UNION SELECT m.source_id FROM observation_source m WHERE m.observation_id IN (SELECT f.observation_id ${figuresOf(conditions)})`;
  return sql`(SELECT coalesce(json_agg(c), '[]'::json) FROM (
    SELECT x.id AS slug, ${inLanguage("publisher")} AS publisher, ${inLanguage("title")} AS title,
      x.published_on AS "publishedOn", x.url, x.access
    FROM source x WHERE x.id IN (
      SELECT l.source_id FROM site_source l JOIN site t0 ON t0.id = l.site_id WHERE ${conditions} ${withFigures ? ofFigures : empty})
    ORDER BY x.id LIMIT ${most}) c)`;
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
