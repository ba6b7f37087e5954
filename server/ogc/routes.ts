// OGC API - Features under /ogc: Part 1 (Core, GeoJSON, HTML, OpenAPI 3.0), Part 2 (CRS), Part 3 (Filtering, CQL2 text).
// Status: 200, 304 by ETag, 400 for an invalid request, 404 for an unknown collection or feature, 405 for methods other than GET.

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AtlasError } from "../core/errors.ts";
import { etagOf, isNotModified } from "../core/etag.ts";
import { addVaryHeader, disconnection } from "../core/http.ts";
import type { Database, Reader } from "../database/pool.ts";
import { figureColumns, indicatorsOf } from "../indicators/figure-columns.ts";
import { dataVersion } from "../provenance/version.ts";
import { distanceColumns } from "../sites/distance-columns.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { type Collection, collections } from "./collections.ts";
import { collectionDocument, collectionList, conformance, type Document, landingPage, queryables } from "./documents.ts";
import { ogcErrors } from "./errors.ts";
import { itemDocument, itemsDocument } from "./feature-documents.ts";
import { htmlOf } from "./html.ts";
import { readItem, readItems, Totals } from "./items.ts";
import { openApi } from "./openapi.ts";
import { checkNames, crsOf, readItemsQuery } from "./parameters.ts";
import { HTML_TYPE, type OgcRequest, readRequest } from "./request.ts";

/** Makes the document of a resource for a request and data version; `reader` stops reading when the client disconnects. */
type DocumentMaker = (ogc: OgcRequest, version: string, reader: Reader) => Document | Promise<Document>;
type CollectionRequest = FastifyRequest<{ Params: { collection: string; feature: string } }>;

/** `publicUrl` is the address at which users reach the atlas; by default that of the request. */
export function serveOgc(app: FastifyInstance, database: Database, publicUrl?: string): void {
  const totals = new Totals();

  /** The collection with the requested figures, or its own, among its properties. */
  async function withFigures(reader: Reader, collection: Collection, { query }: OgcRequest): Promise<Collection> {
    const { properties, subject, columns = [] } = collection;
    const indicators = query.columns === undefined ? columns : indicatorsOf(query.columns);
    return { ...collection, properties: { ...properties, ...(await figureColumns(reader, indicators, subject)) } };
  }

  // Handler of a resource without parameters of its own.
  const plainResource = (makeDocument: DocumentMaker) => (request: CollectionRequest, reply: FastifyReply) =>
    answer(request, reply, (ogc, version, reader) => {
      checkNames(ogc.query, []);
      return makeDocument(ogc, version, reader);
    });

  async function answer(request: FastifyRequest, reply: FastifyReply, makeDocument: DocumentMaker): Promise<FastifyReply> {
    const { tiles: version, demo } = await dataVersion(database);
    const ogc = readRequest(request, publicUrl, demo);
    const { base, path, query, language, format } = ogc;
    const etag = etagOf([base, path, query, language, format, version], "weak");
    // Made before the ETag is compared: an invalid request is refused even if its ETag matches.
    const document = await makeDocument(ogc, version, database.with({ signal: disconnection(reply) }));
    reply.header("etag", etag).header("cache-control", "no-cache");
    addVaryHeader(reply, "accept", "accept-language");
    return isNotModified(request, etag) ? reply.code(304).send() : send(reply, document, ogc);
  }

  app.register(
    async (scope) => {
      scope.get("/", plainResource(landingPage));
      scope.get("/conformance", plainResource(conformance));
      scope.get("/api", plainResource(openApi));
      scope.get(
        "/collections",
        plainResource(async (ogc, version, reader) =>
          collectionList(ogc, await Promise.all(collections.map((collection) => totals.extent(reader, collection, version)))),
        ),
      );
      scope.get("/collections/:collection", (request: CollectionRequest, reply) =>
        plainResource(async (ogc, version, reader) => {
          const collection = collectionOf(request);
          return collectionDocument(ogc, collection, await totals.extent(reader, collection, version));
        })(request, reply),
      );
      scope.get("/collections/:collection/queryables", (request: CollectionRequest, reply) =>
        plainResource((ogc) => queryables(ogc, collectionOf(request)))(request, reply),
      );
      scope.get("/collections/:collection/items", (request: CollectionRequest, reply) =>
        answer(request, reply, async (ogc, version, reader) => {
          const collection = collectionOf(request);
          const query = readItemsQuery(ogc.query, collection);
          const notices = query.siteFilter ? await checkFilterLookups(reader, query.siteFilter, "address") : [];
          const siteFilter = query.siteFilter ?? {};
          const { properties, ...rest } = await withFigures(reader, collection, ogc);
          const withColumns = { ...rest, properties: { ...properties, ...distanceColumns(siteFilter) } };
          const [page, matchedCount, distances] = await Promise.all([
            readItems(reader, withColumns, query),
            totals.count(reader, collection, query.conditions, version),
            totals.distances(reader, query.measured, version),
          ]);
          return itemsDocument(ogc, withColumns, query, { ...page, matchedCount, distances, notices });
        }),
      );
      scope.get("/collections/:collection/items/:feature", (request: CollectionRequest, reply) =>
        answer(request, reply, async (ogc, _version, reader) => {
          const collection = collectionOf(request);
          checkNames(ogc.query, ["crs", "columns"]);
          const crs = crsOf(ogc.query, "crs");
          const withColumns = await withFigures(reader, collection, ogc);
          const feature = await readItem(reader, withColumns, request.params.feature, crs);
          return itemDocument(ogc, withColumns, feature, crs.uri);
        }),
      );
    },
    { prefix: "/ogc" },
  );
}

function collectionOf(request: CollectionRequest): Collection {
  const { collection } = request.params;
  const match = collections.find(({ id }) => id === collection);
  if (match) return match;
  throw new AtlasError(ogcErrors.COLLECTION_UNKNOWN, { collection, allowed: collections.map(({ id }) => id).join(", ") });
}

function send(reply: FastifyReply, { json, type, page, links, headers }: Document, ogc: OgcRequest): FastifyReply {
  reply.headers({ ...headers, "content-language": ogc.language === "zh" ? "zh-CN" : "en" });
  if (ogc.format === "html") return reply.type(`${HTML_TYPE}; charset=utf-8`).send(htmlOf(page, links, ogc));
  // The header must be exactly as registered: GDAL compares the type of an OpenAPI definition as text.
  return reply.header("content-type", type).send(Buffer.from(JSON.stringify(json)));
}
