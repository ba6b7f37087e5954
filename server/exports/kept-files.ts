// Small files of a data version and request, kept until newer ones need their room: a program that opens a file by its address requests
// many parts of it, which must all come from the same bytes.
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { etagOf } from "../core/etag.ts";

/** Limits of kept files. */
export const KEPT_LIMITS = {
  /** Sites of a file; a larger one is not held in memory, not even while it is made. */
  sites: 4000,
  /** Bytes of a file. */
  fileBytes: 8_000_000,
  /** Bytes of all files. */
  bytes: 32_000_000,
};

export interface KeptFile {
  bytes: Uint8Array;
  /** A digest of the bytes. */
  etag: string;
}

export class KeptFiles {
  private readonly files = new LRUCache<string, KeptFile>({
    maxSize: KEPT_LIMITS.bytes,
    maxEntrySize: KEPT_LIMITS.fileBytes,
    sizeCalculation: ({ bytes }, key) => bytes.byteLength + 2 * key.length,
  });

  get(key: string): KeptFile | undefined {
    return this.files.get(key);
  }

  /** Keeps a file unless it is too large. Of two that were made at the same time, all clients get the first. */
  store(key: string, bytes: Uint8Array): KeptFile | undefined {
    const file = this.files.get(key) ?? {
      bytes,
      etag: etagOf([createHash("sha256").update(bytes).digest("base64url")], "strong"),
    };
    this.files.set(key, file);
    return this.files.get(key);
  }
}
