// A download: the set of sites and the description of the file. It is read in one statement before the first byte is sent, so that
// problems are reported as errors and not as broken files.

import { demoWords, titleWithDemoMark } from "../contract/demo.ts";
import { distanceNotes, type ResultWithDistances, uncertainNote } from "../contract/distance-notes.ts";
import type { Language } from "../contract/language.ts";
import { AtlasError } from "../core/errors.ts";
import type { Properties } from "../cql2/properties.ts";
import { isDemo } from "../database/mode.ts";
import type { Reader } from "../database/pool.ts";
import { sql } from "../database/sql.ts";
import type { NoticeSource } from "../graphql/statement.ts";
import type { AsOf } from "../indicators/figure-precedence.ts";
import { siteDistances } from "../sites/distances.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { siteConditions } from "../sites/filter-sql.ts";
import type { Headers } from "./address.ts";
import { citedSources, figureCount, type Source } from "./citations.ts";
import { exportErrors } from "./errors.ts";
import { words } from "./words.ts";

/** Limits of downloads. `figures` stays below the 1,048,576 rows of a spreadsheet. */
export const DOWNLOAD_LIMITS = {
  sites: 500_000,
  figures: 1_000_000,
  sources: 5_000,
  /** Concurrent downloads. */
  downloads: 4,
  /** Rows per statement. Larger pages are not faster and need more memory. */
  pageSize: 250,
  /** A client that reads nothing for this long is disconnected, because others may be waiting. */
  stalledSeconds: 60,
};

/** The requested download. */
export interface DownloadRequest {
  filter: SiteFilter;
  /** The filter as a query string, unencoded where that is unambiguous. */
  query: string;
  /** The filter in words; empty where there is none. */
  filterText: string;
  /** Address of the page that shows the same sites. */
  address: string;
  language: Language;
  /** The column heads of CSV: words or field names. */
  headers: Headers;
  /** The moment as of which its figures are read; null for the current ones. */
  asOf: AsOf;
  /** The indicators whose latest figures are columns of the sites. */
  indicators: readonly string[];
  /** The sites that a workbook shows side by side, by slug, in this order. */
  comparedSites: readonly string[];
  /** The columns of the sites. */
  properties: Properties;
  /** Inputs that were changed before use, such as a repaired polygon. */
  notices: readonly NoticeSource[];
  /** Aborted when the client has disconnected. */
  signal: AbortSignal;
}

export interface Download extends DownloadRequest {
  database: Reader;
  pageSize: number;
  /** Data version of all pages. */
  version: number;
  /** Time of publication of that version (ISO 8601, UTC). */
  versionDate: string | null;
  /** Time at which the file was made (ISO 8601, UTC). */
  retrievedAt: string;
  /** Whether it comes from a demonstration. */
  demo: boolean;
  /** Number of sites. */
  sites: number;
  /** What a filter by distance leaves open; null for another. */
  distances: ResultWithDistances["distances"];
  sources: readonly Source[];
}

/** The columns of the data version and its time of publication; LAST_CHANGE_SQL is their FROM clause. */
export const VERSION_COLUMNS = sql`coalesce(last_change.id, 0) AS version,
  to_char(last_change.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "versionDate",
  ${isDemo} AS demo`;
export const LAST_CHANGE_SQL = sql`(SELECT 1) one
  LEFT JOIN (SELECT id, created_at FROM change_set ORDER BY id DESC LIMIT 1) last_change ON true`;

/** The current time as written in files (ISO 8601, UTC). */
export const currentTimestamp = (): string => new Date().toISOString().replace(/\.\d+/, "");

type DownloadRow = Pick<Download, "version" | "versionDate" | "demo" | "sites" | "distances" | "sources">;

/** Opens a download; `withFigures` for formats that contain figures. Throws DOWNLOAD_TOO_LARGE. */
export async function openDownload(
  database: Reader,
  request: DownloadRequest,
  withFigures: boolean,
  pageSize = DOWNLOAD_LIMITS.pageSize,
): Promise<Download> {
  const { indicators, asOf } = request;
  const conditions = siteConditions(request.filter, sql`row0`);
  const [row] = await database.rows<DownloadRow & { figures: number }>(
    sql`SELECT ${VERSION_COLUMNS},
      (SELECT count(*) FROM site row0 WHERE ${conditions}) AS sites,
      ${siteDistances(request.filter, new Set(["uncertain"]))} AS distances,
      ${withFigures ? figureCount(conditions, asOf) : sql`0`} AS figures,
      ${citedSources(conditions, withFigures || (indicators.length > 0 && indicators), request.language, DOWNLOAD_LIMITS.sources + 1, asOf)} AS sources
      FROM ${LAST_CHANGE_SQL}`,
  );
  if (!row) throw new Error("the statement returned no row");
  const { figures, ...details } = row;
  for (const [value, max] of [
    [details.sites, DOWNLOAD_LIMITS.sites],
    [figures, DOWNLOAD_LIMITS.figures],
    [details.sources.length, DOWNLOAD_LIMITS.sources],
  ] as const) {
    if (value > max) throw new AtlasError(exportErrors.DOWNLOAD_TOO_LARGE, { value, max });
  }
  return { ...request, ...details, database, pageSize, retrievedAt: currentTimestamp() };
}

/** Notes on the use of the data, as sentences in the download's language. */
export const caveats = ({ language, notices, demo, sites, distances }: Download): string[] => [
  ...(demo ? [demoWords.warning[language]] : []),
  words.coordinates[language],
  words.boundaries[language],
  ...(demo ? [] : [words.gaps[language]]),
  ...distanceNotes({ totalCount: sites, distances }, language),
  ...uncertainNote({ totalCount: sites, distances }, language),
  ...notices.map(({ reason }) => reason.textIn(language)),
];

/** The title of a file. */
export const titleOf = ({ language, demo }: Download): string => titleWithDemoMark(words.title[language], demo);

/** The description of a file, for formats that can contain an object. */
export const descriptionOf = (download: Download) => ({
  title: titleOf(download),
  ...(download.demo && { demo: true }),
  dataVersion: download.version,
  dataVersionPublishedAt: download.versionDate,
  filter: download.query,
  ...(download.asOf ? { asOf: download.asOf } : {}),
  ...(download.indicators.length > 0 ? { columns: download.indicators } : {}),
  address: download.address,
  retrievedAt: download.retrievedAt,
  sites: download.sites,
  licence: words.licence[download.language],
  notes: caveats(download),
  sources: download.sources,
});
