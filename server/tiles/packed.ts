// Tiles are kept compressed: once when they are made, not for every request.
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

/** Smaller tiles gain nothing. */
const WORTH_PACKING = 1024;

export interface Packed {
  bytes: Uint8Array;
  isGzipped: boolean;
}

// Both run outside of the thread that answers requests.
const [deflate, inflate] = [promisify(gzip), promisify(gunzip)];

export async function pack(bytes: Uint8Array): Promise<Packed> {
  if (bytes.length < WORTH_PACKING) return { bytes, isGzipped: false };
  return { bytes: await deflate(bytes), isGzipped: true };
}

/** In a form that the client accepts: compressed, or decompressed for the few that do not accept gzip. */
export async function packedFor(packed: Packed, takesGzip: boolean): Promise<Packed> {
  if (!packed.isGzipped || takesGzip) return packed;
  return { bytes: await inflate(packed.bytes), isGzipped: false };
}
