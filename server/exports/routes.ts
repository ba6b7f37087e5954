// /download/sites.<format>, with the site filter, columns=planned-area,resident-firms, headers=names|words (of CSV),
// compare=park-software,cbz-donghu (of XLSX) and lang=zh|en in the query string. Status: 200 with the file,
// 206 with a part of it, 304 by ETag, 400 for an invalid request, 404 for an unknown format, 416 for a part that it does not have,
// 503 while too many files are being made.

import { finished, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { downloadFormats, type FormatExtension, formatExtensions } from "../contract/downloads.ts";
import { sendBytes } from "../core/byte-range.ts";
import { AtlasError } from "../core/errors.ts";
import { etagOf, isNotModified } from "../core/etag.ts";
import { addVaryHeader, disconnection, languageFor, originOf } from "../core/http.ts";
import { readQuery } from "../core/query.ts";
import type { Database } from "../database/pool.ts";
import { figureColumns, indicatorsOf } from "../indicators/figure-columns.ts";
import { dataVersion } from "../provenance/version.ts";
import { distanceColumns } from "../sites/distance-columns.ts";
import { filterFromAddress } from "../sites/filter-address.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { siteProperties } from "../sites/properties.ts";
import { attachmentHeader, queryOf, readAsOf, readComparedSites, readHeaders } from "./address.ts";
import { comparisonFiles, serveComparisons } from "./comparison-routes.ts";
import { DOWNLOAD_LIMITS, type DownloadRequest, openDownload } from "./download.ts";
import { exportErrors } from "./errors.ts";
import { readFilterText } from "./filter-text.ts";
import { formats } from "./formats.ts";
import { KEPT_LIMITS, type KeptFile, KeptFiles } from "./kept-files.ts";

type FileRequest = FastifyRequest<{ Params: { file: string } }>;

/** `publicUrl` is the address at which users reach the atlas; files state it. `pageSize` is the number of rows per statement. */
export function serveExports(app: FastifyInstance, database: Database, publicUrl?: string, pageSize?: number): void {
  let running = 0;
  const keptFiles = new KeptFiles();
  serveComparisons(app, database, publicUrl);

  app.route({
    method: ["GET", "HEAD"],
    url: "/download/:file",
    handler: async (request: FileRequest, reply) => {
      addVaryHeader(reply, "accept-language");
      const extension = formatOf(request.params.file);
      const [format, { mediaType }] = [formats[extension], downloadFormats[extension]];
      const download = await read(request);
      const { version, tiles, demo } = await dataVersion(database);
      const parts = [
        extension,
        tiles,
        download.query,
        download.address,
        download.indicators,
        download.headers,
        download.comparedSites,
      ];
      const key = JSON.stringify(parts);
      const chosen = [download.query, ...download.indicators, ...download.comparedSites].filter(Boolean).join("&");
      const content = extension === "xlsx" && download.comparedSites.length > 0 ? "site-comparison" : "sites";
      const name = attachmentHeader(content, chosen, version, extension, demo);
      const withHeaders = (etag: string) =>
        reply.headers({ "cache-control": "no-cache", etag, "content-type": mediaType, "content-disposition": name });
      const sendKept = ({ bytes, etag }: KeptFile) =>
        isNotModified(request, etag) ? withHeaders(etag).code(304).send() : sendBytes(request, withHeaders(etag), bytes, etag);
      const ready = keptFiles.get(key);
      if (ready) return sendKept(ready);
      // Weak: two files differ in the time at which they were made.
      const etag = etagOf(parts, "weak");
      if (isNotModified(request, etag)) return withHeaders(etag).code(304).send();
      if (request.method === "HEAD" && !format.isReadInParts) return withHeaders(etag).send();
      const { sites, stream } = await open(request, reply, { extension, version, download });
      if (!format.isReadInParts || sites > KEPT_LIMITS.sites) {
        if (request.method === "GET") return withHeaders(etag).send(stream);
        stream.destroy();
        return withHeaders(etag).send();
      }
      const bytes = await buffer(stream);
      const file = keptFiles.store(key, bytes);
      return file ? sendKept(file) : withHeaders(etag).send(bytes);
    },
  });

  /** Starts to make a file. It stops when the client disconnects, and counts as running until its stream ends. */
  async function open(
    request: FastifyRequest,
    reply: FastifyReply,
    { extension, version, download }: { extension: FormatExtension; version: number; download: Omit<DownloadRequest, "signal"> },
  ): Promise<{ sites: number; stream: Readable }> {
    if (running >= DOWNLOAD_LIMITS.downloads)
      throw new AtlasError(exportErrors.DOWNLOADS_BUSY, { max: DOWNLOAD_LIMITS.downloads });
    running++;
    try {
      const { hasFigures, write } = formats[extension];
      const signal = disconnection(reply);
      const file = await openDownload(database.with({ signal }), { ...download, signal }, hasFigures, pageSize);
      if (file.version !== version) throw new AtlasError(exportErrors.DATA_CHANGED, { version });
      const stream = Readable.from(write(file));
      finished(stream, (error) => {
        running--;
        if (error instanceof AtlasError && !signal.aborted) request.log.warn({ code: error.code }, error.message);
      });
      stopWithClient(reply, stream);
      return { sites: file.sites, stream };
    } catch (error) {
      running--;
      throw error;
    }
  }

  async function read(request: FileRequest): Promise<Omit<DownloadRequest, "signal">> {
    const { lang: _lang, asof, columns, headers: headersParameter, compare, ...parameters } = readQuery(request);
    const headers = readHeaders(headersParameter);
    const comparedSites = readComparedSites(compare);
    const language = languageFor(request);
    const asOf = readAsOf(asof);
    const filter = filterFromAddress(parameters);
    const indicators = indicatorsOf(columns);
    const figures = await figureColumns(database, indicators, "SITE", asOf);
    const properties = { ...siteProperties, ...distanceColumns(filter), ...figures };
    const notices = await checkFilterLookups(database, filter, "address");
    const query = queryOf(asOf ? { ...parameters, asof: asOf } : parameters);
    const address = `${originOf(request, publicUrl)}/?${query && `${query}&`}lang=${language}`;
    const filterText = await readFilterText(database, parameters, language);
    return { filter, query, filterText, address, language, headers, asOf, indicators, comparedSites, properties, notices };
  }
}

/** The format of a file name; throws FORMAT_UNKNOWN. */
function formatOf(file: string): FormatExtension {
  const format = formatExtensions.find((name) => file === `sites.${name}`);
  if (!format) {
    const allowed = [...formatExtensions.map((name) => `sites.${name}`), ...comparisonFiles].join(", ");
    throw new AtlasError(exportErrors.FORMAT_UNKNOWN, { format: file, allowed });
  }
  return format;
}

/** Stops making the file when the client disconnects or stops reading. */
function stopWithClient(reply: FastifyReply, stream: Readable): void {
  const stop = () => void stream.destroy();
  reply.raw.once("close", stop);
  reply.raw.setTimeout(DOWNLOAD_LIMITS.stalledSeconds * 1000, () => reply.raw.destroy());
  if (reply.raw.destroyed) stop();
}
