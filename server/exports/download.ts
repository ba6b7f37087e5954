// One download: the set of sites, and everything that its file says of itself. Read in one statement before the first byte,
// so that problems are reported as errors and not as broken files.

import { demoWords, titled } from "../contract/demo.ts";
import type { Language } from "../contract/language.ts";
import { AtlasError } from "../core/errors.ts";
import { isDemo } from "../database/mode.ts";
import type { Reader } from "../database/pool.ts";
import { sql } from "../database/sql.ts";
import type { NoticeSource } from "../graphql/notice.ts";
import type { AsOf } from "../indicators/figure-precedence.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { siteConditions } from "../sites/filter-sql.ts";
import { citedSources, figureCount, type Source } from "./citations.ts";
import { exportErrors } from "./errors.ts";
import { words } from "./words.ts";

/** Bounds of downloads. `figures` stays under the 1 048 576 rows of a spreadsheet. */
export const DOWNLOAD_LIMITS = {
  sites: 500_000,
  figures: 1_000_000,
  sources: 5_000,
  /** At the same time. */
  downloads: 4,
  /** Rows that are read, and held, at a time: more are no faster, and take memory that comes back late. */
  pageSize: 250,
  /** Whose reading stands still for so long is cut off: others wait for the place. */
  stalledSeconds: 60,
};

/** The requested download. */
export interface Request {
  filter: SiteFilter;
  /** The filter as a query string, unencoded where that is unambiguous. */
  query: string;
  /** Where the page shows the same set. */
  address: string;
  language: Language;
  /** The moment whose knowledge its figures are of; now where there is none. */
  asOf: AsOf;
  /** Inputs that were changed before use, such as a repaired polygon. */
  notices: readonly NoticeSource[];
  /** Aborted when nobody waits for the file any more. */
  signal: AbortSignal;
}

export interface Download extends Request {
  database: Reader;
  pageSize: number;
  /** Data version: every page is of this one. */
  version: number;
  /** When that version was published (ISO 8601, UTC). */
  versionDate: string | null;
  /** When the file was made (ISO 8601, UTC). */
  retrievedAt: string;
  /** Whether it is of a demonstration. */
  demo: boolean;
  /** How many sites there are in it. */
  sites: number;
  sources: readonly Source[];
}

/** The data version and when it was published, over LAST_CHANGE. */
export const VERSION = sql`coalesce(v.id, 0) AS version, to_char(v.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "versionDate",
  ${isDemo} AS demo`;
export const LAST_CHANGE = sql`(SELECT 1) one LEFT JOIN (SELECT id, created_at FROM change_set ORDER BY id DESC LIMIT 1) v ON true`;

/** The present moment, as files write it (ISO 8601, UTC). */
export const now = (): string => new Date().toISOString().replace(/\.\d+/, "");

type Opened = Pick<Download, "version" | "versionDate" | "demo" | "sites" | "sources">;

/** Opens a download; `withFigures` where its file holds figures too. Throws DOWNLOAD_TOO_LARGE. */
export async function openDownload(
  database: Reader,
  request: Request,
  withFigures: boolean,
  pageSize = DOWNLOAD_LIMITS.pageSize,
): Promise<Download> {
  const conditions = siteConditions(request.filter, sql`t0`);
  const [row] = await database.rows<Opened & { figures: number }>(
    sql`SELECT ${VERSION},
      (SELECT count(*) FROM site t0 WHERE ${conditions}) AS sites,
      ${withFigures ? figureCount(conditions, request.asOf) : sql`0`} AS figures,
      ${citedSources(conditions, withFigures, request.language, DOWNLOAD_LIMITS.sources + 1, request.asOf)} AS sources
      FROM ${LAST_CHANGE}`,
  );
  if (!row) throw new Error("a statement that always gives one row gave none");
  const { figures, ...opened } = row;
  for (const [value, max] of [
    [opened.sites, DOWNLOAD_LIMITS.sites],
    [figures, DOWNLOAD_LIMITS.figures],
    [opened.sources.length, DOWNLOAD_LIMITS.sources],
  ] as const) {
    if (value > max) throw new AtlasError(exportErrors.DOWNLOAD_TOO_LARGE, { value, max });
  }
  return { ...request, ...opened, database, pageSize, retrievedAt: now() };
}

/** What to note before using the data, as sentences in the download's language. */
export const caveats = ({ language, notices, demo }: Download): string[] => [
  ...(demo ? [demoWords.warning[language]] : []),
  words.coordinates[language],
  words.boundaries[language],
  ...(demo ? [] : [words.gaps[language]]),
  ...notices.map(({ reason }) => reason.textIn(language)),
];

/** The title of a file. */
export const titleOf = ({ language, demo }: Download): string => titled(words.title[language], demo);

/** What a file says of itself, for formats that carry an object. */
export const about = (download: Download) => ({
  title: titleOf(download),
  ...(download.demo && { demo: true }),
  dataVersion: download.version,
  dataVersionPublishedAt: download.versionDate,
  filter: download.query,
  ...(download.asOf ? { asOf: download.asOf } : {}),
  address: download.address,
  retrievedAt: download.retrievedAt,
  sites: download.sites,
  licence: words.licence[download.language],
  notes: caveats(download),
  sources: download.sources,
});
