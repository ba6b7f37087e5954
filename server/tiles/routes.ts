// /tiles/{layer}/{version}/{z}/{x}/{y}.mvt and /tiles/{layer}.json (TileJSON 3.0), with the site filter in the query string.
// Status: 200 with a tile, 204 for an empty tile, 304 by ETag, 400 for an invalid filter, 404 for an unknown layer or tile.

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { demoWords, titleWithDemoMark } from "../contract/demo.ts";
import { acceptsGzip } from "../core/accept.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { etagOf, isNotModified } from "../core/etag.ts";
import { disconnection, originOf } from "../core/http.ts";
import { type Query, readQuery } from "../core/query.ts";
import { SharedWork } from "../core/shared-work.ts";
import type { Database } from "../database/pool.ts";
import { dataVersion } from "../provenance/version.ts";
import type { SiteFilter } from "../sites/filter.ts";
import { filterFromAddress } from "../sites/filter-address.ts";
import { checkFilterLookups } from "../sites/filter-lookups.ts";
import { tileErrors } from "./errors.ts";
import type { Tile } from "./grid.ts";
import { type Layer, layers } from "./layers.ts";
import { boundsOf, makeTile } from "./make.ts";
import { compressTile, type StoredTile, tileFor } from "./packed.ts";

const MAX_ZOOM = 22;
const CACHE_BYTES = 64_000_000;

/** `publicUrl` is the address at which users reach the atlas; by default that of the request. */
export function serveTiles(app: FastifyInstance, database: Database, publicUrl?: string): void {
  // Data version, position and filter determine a tile, so it is made only once. Further requests for a tile that is being made wait
  // for it.
  const cache = new LRUCache<string, StoredTile>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ bytes }, key) => bytes.length + key.length + 1,
  });
  const making = new SharedWork<StoredTile>();

  app.get("/tiles/:layer", async (request: FastifyRequest<{ Params: { layer: string } }>, reply) => {
    const name = request.params.layer.replace(/\.json$/, "");
    const layer = layerOf(name);
    const filter = filterFor(layer, request);
    const reader = database.with({ signal: disconnection(reply) });
    await checkFilterLookups(reader, filter, "address");
    const { version, tiles, demo } = await dataVersion(database);
    const query = new URLSearchParams(parameters(request)).toString();
    const origin = originOf(request, publicUrl);
    return reply
      .type("application/json; charset=utf-8")
      .header("cache-control", "no-cache")
      .send({
        tilejson: "3.0.0",
        name,
        description: titleWithDemoMark(layer.description, demo),
        ...(demo && { attribution: `${demoWords.banner.zh} · ${demoWords.banner.en}` }),
        version: `${version}.0.0`,
        tiles: [`${origin}/tiles/${name}/${tiles}/{z}/{x}/{y}.mvt${query && `?${query}`}`],
        minzoom: 0,
        maxzoom: 16,
        ...(await boundsOf(reader, layer, filter)),
        vector_layers: [{ id: name, description: layer.description, fields: layer.fields }],
      });
  });

  app.get("/tiles/:layer/*", async (request: FastifyRequest<{ Params: { layer: string; "*": string } }>, reply) => {
    const { layer } = request.params;
    const { tile, requestedVersion } = parseTilePath(request.params["*"]);
    const filter = filterFor(layerOf(layer), request);
    const { tiles } = await dataVersion(database);
    const key = `${layer}/${tiles}/${tile.z}/${tile.x}/${tile.y}?${JSON.stringify(filter)}`;
    // The filter of a cached tile has been checked already. Checking comes before the ETag: a refused filter never gets one.
    const client = cache.has(key) ? undefined : disconnection(reply);
    if (client) await checkFilterLookups(database.with({ signal: client }), filter, "address");
    const gzip = acceptsGzip(request.headers["accept-encoding"]);
    const etag = etagOf([key, gzip], "strong");
    // Only addresses of the current version may be cached forever; others get the current data and are revalidated.
    reply.header("cache-control", requestedVersion === tiles ? "public, max-age=31536000, immutable" : "no-cache");
    reply.header("etag", etag);
    if (isNotModified(request, etag)) return reply.code(304).send();
    const cachedTile = cache.get(key);
    if (cachedTile) return send(reply, await tileFor(cachedTile, gzip));
    const storedTile = await making.join(key, client ?? disconnection(reply), async (signal) =>
      compressTile(await makeTile(database.with({ signal, lane: "tiles" }), layer, tile, filter)),
    );
    // If data was published meanwhile, the tile may be of either version: it is neither cached nor tagged.
    if ((await dataVersion(database)).tiles === tiles) cache.set(key, storedTile);
    else reply.removeHeader("etag").header("cache-control", "no-store");
    return send(reply, await tileFor(storedTile, gzip));
  });
}

function send(reply: FastifyReply, { bytes, isGzipped }: StoredTile): FastifyReply {
  if (bytes.length === 0) return reply.code(204).send();
  if (isGzipped) reply.header("content-encoding", "gzip");
  return reply.type("application/vnd.mapbox-vector-tile").send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

function layerOf(name: string): Layer {
  const layer = Object.hasOwn(layers, name) ? layers[name] : undefined;
  if (!layer) throw new AtlasError(tileErrors.LAYER_UNKNOWN, { layer: name, allowed: Object.keys(layers).join(", ") });
  return layer;
}

function filterFor(layer: Layer, request: FastifyRequest): SiteFilter {
  const values = parameters(request);
  const [unexpected] = layer.isFiltered ? [] : Object.keys(values);
  if (unexpected) throw new AtlasError(commonErrors.PARAMETER_UNKNOWN, { argument: unexpected, allowed: "lang" });
  return filterFromAddress(values);
}

const parameters = (request: FastifyRequest): Query => {
  const { lang: _lang, ...rest } = readQuery(request);
  return rest;
};

function parseTilePath(path: string): { tile: Tile; requestedVersion: string | undefined } {
  const match = /^(?:([\w-]{1,40})\/)?(0|[1-9]\d?)\/(0|[1-9]\d{0,9})\/(0|[1-9]\d{0,9})\.mvt$/.exec(path);
  const [requestedVersion, ...position] = match?.slice(1) ?? [];
  const [z = -1, x = -1, y = -1] = position.map(Number);
  const size = 2 ** z;
  if (!match || z > MAX_ZOOM || x >= size || y >= size) throw new AtlasError(tileErrors.TILE_OUT_OF_RANGE, { tile: path });
  return { tile: { z, x, y }, requestedVersion };
}
