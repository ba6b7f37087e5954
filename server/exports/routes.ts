// /download/sites.<format>, with the site filter in the query string and lang=zh|en. Status: 200 with the file,
// 304 by ETag, 400 for an invalid request, 404 for an unknown format, 503 while too many files are being made.

import { finished, Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { downloadFormats, type FormatName, formatNames } from "../contract/downloads.ts";
import { AtlasError } from "../core/errors.ts";
import { etagOf, isNotModified } from "../core/etag.ts";
import { languageFor, originOf, vary } from "../core/http.ts";
import { readQuery } from "../core/query.ts";
import type { Database } from "../database/pool.ts";
import { dataVersion } from "../provenance/version.ts";
import { filterFromAddress } from "../sites/filter-address.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { attachment, queryOf, readAsOf } from "./address.ts";
import { comparisonFiles, serveComparisons } from "./comparison-routes.ts";
import { DOWNLOAD_LIMITS, type DownloadRequest, openDownload } from "./download.ts";
import { exportErrors } from "./errors.ts";
import { formats } from "./formats.ts";

type FileRequest = FastifyRequest<{ Params: { file: string } }>;

/** `publicUrl` is the address at which users reach the atlas; files state it. `pageSize` is the number of rows per statement. */
export function serveExports(app: FastifyInstance, database: Database, publicUrl?: string, pageSize?: number): void {
  let running = 0;
  serveComparisons(app, database, publicUrl);

  app.route({
    method: ["GET", "HEAD"],
    url: "/download/:file",
    handler: async (request: FileRequest, reply) => {
      vary(reply, "accept-language");
      const extension = formatOf(request.params.file);
      const [format, { type }] = [formats[extension], downloadFormats[extension]];
      const abort = new AbortController();
      const download = await read(request, abort.signal);
      const { version, tiles, demo } = await dataVersion(database);
      // Weak: two files differ in the time at which they were made.
      const etag = etagOf([extension, tiles, download.query, download.address], "weak");
      const withHeaders = () => reply.header("cache-control", "no-cache").header("etag", etag);
      if (isNotModified(request, etag)) return withHeaders().code(304).send();
      const name = attachment("sites", version, extension, demo);
      if (request.method === "HEAD") return withHeaders().type(type).header("content-disposition", name).send();
      if (running >= DOWNLOAD_LIMITS.downloads) {
        reply.header("retry-after", "10");
        throw new AtlasError(exportErrors.DOWNLOADS_BUSY, { max: DOWNLOAD_LIMITS.downloads });
      }
      running++;
      try {
        const file = await openDownload(database, download, format.hasFigures, pageSize);
        if (file.version !== version) throw new AtlasError(exportErrors.DATA_CHANGED, { version });
        const stream = Readable.from(format.write(file));
        finished(stream, (error) => {
          running--;
          if (error instanceof AtlasError) request.log.warn({ code: error.code }, error.message);
        });
        stopWithClient(reply, stream, abort);
        return withHeaders().type(type).header("content-disposition", name).send(stream);
      } catch (error) {
        running--;
        throw error;
      }
    },
  });

  async function read(request: FileRequest, signal: AbortSignal): Promise<DownloadRequest> {
    const { lang: _lang, asof, ...parameters } = readQuery(request);
    const language = languageFor(request);
    const asOf = readAsOf(asof);
    const filter = filterFromAddress(parameters);
    const notices = await checkFilterLookups(database, filter, "address");
    const query = queryOf(asOf ? { ...parameters, asof: asOf } : parameters);
    const address = `${originOf(request, publicUrl)}/?${query && `${query}&`}lang=${language}`;
    return { filter, query, address, language, asOf, notices, signal };
  }
}

/** The format of a file name; throws FORMAT_UNKNOWN. */
function formatOf(file: string): FormatName {
  const format = formatNames.find((name) => file === `sites.${name}`);
  if (!format) {
    const allowed = [...formatNames.map((name) => `sites.${name}`), ...comparisonFiles].join(", ");
    throw new AtlasError(exportErrors.FORMAT_UNKNOWN, { format: file, allowed });
  }
  return format;
}

/** Stops reading rows when the client disconnects or stops reading. */
function stopWithClient(reply: FastifyReply, stream: Readable, abort: AbortController): void {
  const stop = () => {
    abort.abort();
    stream.destroy();
  };
  reply.raw.once("close", stop);
  reply.raw.setTimeout(DOWNLOAD_LIMITS.stalledSeconds * 1000, () => reply.raw.destroy());
  if (reply.raw.destroyed) stop();
}
