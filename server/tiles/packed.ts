// Tiles are compressed once, when they are made, and cached in that form.
import { compressGzip, decompressGzip, MIN_COMPRESSED_BYTES } from "../core/compression.ts";

export interface StoredTile {
  bytes: Uint8Array;
  isGzipped: boolean;
}

export async function compressTile(bytes: Uint8Array): Promise<StoredTile> {
  if (bytes.length < MIN_COMPRESSED_BYTES) return { bytes, isGzipped: false };
  return { bytes: await compressGzip(bytes), isGzipped: true };
}

/** The tile in an encoding that the client accepts: decompressed for the few that do not accept gzip. */
export async function tileFor(tile: StoredTile, acceptsGzip: boolean): Promise<StoredTile> {
  if (!tile.isGzipped || acceptsGzip) return tile;
  return { bytes: await decompressGzip(tile.bytes), isGzipped: false };
}
