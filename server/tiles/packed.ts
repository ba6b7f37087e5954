// Tiles are compressed once, when they are made, and cached in that form.
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

/** Smaller tiles do not benefit from compression. */
const MIN_COMPRESSED_BYTES = 1024;

export interface StoredTile {
  bytes: Uint8Array;
  isGzipped: boolean;
}

// The asynchronous versions run in the thread pool and do not block other requests.
const [deflate, inflate] = [promisify(gzip), promisify(gunzip)];

export async function compressTile(bytes: Uint8Array): Promise<StoredTile> {
  if (bytes.length < MIN_COMPRESSED_BYTES) return { bytes, isGzipped: false };
  return { bytes: await deflate(bytes), isGzipped: true };
}

/** The tile in an encoding that the client accepts: decompressed for the few that do not accept gzip. */
export async function tileFor(tile: StoredTile, acceptsGzip: boolean): Promise<StoredTile> {
  if (!tile.isGzipped || acceptsGzip) return tile;
  return { bytes: await inflate(tile.bytes), isGzipped: false };
}
