// The rows of a download, read page by page in the order of a key. No transaction, cursor or connection stays open between two pages, so
// a slow client does not block others, not even on the embedded database with its single connection.

import type { Language } from "../contract/language.ts";
import { AtlasError } from "../core/errors.ts";
import { propertyColumns, propertyLookups } from "../cql2/properties.ts";
import { type Sql, sql } from "../database/sql.ts";
import { hasConflict } from "../indicators/conflict.ts";
import { figureSources } from "../indicators/figure-columns.ts";
import { siteConditions } from "../sites/filter-sql.ts";
import type { siteProperties } from "../sites/properties.ts";
import { latestOfSites } from "./citations.ts";
import type { Download } from "./download.ts";
import { exportErrors } from "./errors.ts";

export type Value = string | number | boolean | null;
/** A site under the names of its properties and those of the chosen figures, with what it is sorted by. */
export type SiteRow = Record<keyof typeof siteProperties | "id" | "sortKey", Value> & { [column: string]: Value };

/** A site's name in the file's language. */
export const siteName = (site: SiteRow, language: Language): string => String(language === "zh" ? site.nameZh : site.nameEn);

/** A latest figure; names in the download's language. */
export type FigureRow = Record<(typeof FIGURE_COLUMNS)[number], Value> & {
  siteId: number;
  indicatorSlug: string;
  /** The kinds of subject that can have such a figure. */
  appliesTo: readonly string[];
};

/** The columns of figures, in order. */
export const FIGURE_COLUMNS = [
  ...(["site", "name", "indicatorSlug", "indicator", "periodKind", "periodStart", "periodEnd", "periodNote"] as const),
  ...(["qualifier", "value", "valueMax", "unit", "published", "status", "confidence"] as const),
  ...(["sourcesDisagree", "note", "synthetic", "sources"] as const),
] as const;

// Each statement also reads the data version. A file must not mix two versions, so a change aborts the stream: the client sees a failed
// transfer and can retry. The next page is read while the caller writes this one.
async function* pages<Row>(download: Download, select: (last: Row | undefined) => Sql): AsyncGenerator<Row[]> {
  let reading: Promise<Row[]> | undefined = readPage(download, select(undefined));
  while (reading) {
    const rows: Row[] = await reading;
    reading = rows.length === download.pageSize ? readPage(download, select(rows.at(-1))) : undefined;
    // A caller that stops early is not told that the next page failed; any other gets the error above.
    reading?.catch(() => undefined);
    if (rows.length > 0) yield rows;
  }
}

async function readPage<Row>({ database, pageSize, version, signal }: Download, select: Sql): Promise<Row[]> {
  signal.throwIfAborted();
  const [page] = await database.rows<{ version: number; rows: Row[] }>(
    sql`SELECT (SELECT coalesce(max(change_set.id), 0) FROM change_set) AS version,
      (SELECT coalesce(json_agg(page), '[]'::json) FROM (${select} LIMIT ${pageSize}) page) AS rows`,
  );
  if (page?.version !== version) throw new AtlasError(exportErrors.DATA_CHANGED, { version });
  return page.rows;
}

/** The sites of the download in the order of the list, by pinyin, in every language; throws DATA_CHANGED if data is published meanwhile. */
export const sitePages = (download: Download): AsyncGenerator<SiteRow[]> =>
  pages<SiteRow>(
    download,
    // The page is cut first, so that figures are looked up for its rows only.
    (
      last,
    ) => sql`SELECT row0.id, row0.sort_zh AS "sortKey", ${propertyColumns(download.properties, sql`row0`)} FROM (SELECT row0.* FROM site row0
        WHERE ${siteConditions(download.filter, sql`row0`)}
          AND (row0.sort_zh, row0.id) > (${last?.sortKey ?? ""}::text, ${last?.id ?? 0}::int)
        ORDER BY row0.sort_zh, row0.id LIMIT ${download.pageSize}) row0
      ${propertyLookups(download.properties, sql`row0`)} ORDER BY row0.sort_zh, row0.id`,
  );

/** The latest figures of these sites, site by site; throws DATA_CHANGED. */
export function figurePages(download: Download): AsyncGenerator<FigureRow[]> {
  const inLanguage = (zh: Sql, en: Sql) => (download.language === "zh" ? zh : en);
  return pages<FigureRow>(
    download,
    (
      last,
    ) => sql`SELECT latest_figure.site_id AS "siteId", row0.slug AS site, ${inLanguage(sql`row0.name_zh`, sql`row0.name_en`)} AS name,
      indicator.id AS "indicatorSlug", indicator.applies_to AS "appliesTo", ${inLanguage(sql`indicator.name_zh`, sql`indicator.name_en`)} AS indicator,
      observation.period_kind AS "periodKind", observation.period_start AS "periodStart", observation.period_end AS "periodEnd",
      ${inLanguage(sql`observation.period_note_zh`, sql`observation.period_note_en`)} AS "periodNote",
      ${inLanguage(sql`observation.note_zh`, sql`observation.note_en`)} AS note, observation.qualifier,
      observation.value, observation.value_max AS "valueMax", ${inLanguage(sql`unit.name_zh`, sql`unit.name_en`)} AS unit,
        observation.published, observation.status, observation.confidence, ${hasConflict(sql`observation`, download.asOf)} AS "sourcesDisagree", observation.synthetic,
      ${figureSources(sql`observation`)} AS sources
      FROM ${latestOfSites(download.asOf)} JOIN observation ON observation.id = latest_figure.observation_id
      JOIN indicator ON indicator.id = latest_figure.indicator_id JOIN unit ON unit.id = indicator.unit_id
      WHERE (latest_figure.site_id, latest_figure.indicator_id) > (${last?.siteId ?? 0}::int, ${last?.indicatorSlug ?? ""}::text)
        -- Implied by the line above; repeated so that the join does not start at the first site for every page.
        AND row0.id >= ${last?.siteId ?? 0} AND ${siteConditions(download.filter, sql`row0`)}
          ORDER BY latest_figure.site_id, latest_figure.indicator_id`,
  );
}
