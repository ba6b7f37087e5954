// Compression of whole bodies, in the thread pool: other requests are not blocked.
import { promisify } from "node:util";
import { brotliCompress, constants, gunzip, gzip } from "node:zlib";

/** Shorter bodies, in bytes, do not benefit: they fit into one packet as they are. */
export const MIN_COMPRESSED_BYTES = 1024;

export const [compressGzip, decompressGzip] = [promisify(gzip), promisify(gunzip)];

const brotli = promisify(brotliCompress);

/** Quality 5 of 11: a few per cent larger than the best, in a fraction of the time. */
export const compressBrotli = (bytes: Uint8Array): Promise<Buffer> =>
  brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
