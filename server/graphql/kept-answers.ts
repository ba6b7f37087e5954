// Answers without errors are kept as bytes, compressed once for each encoding, for as long as the data does not change. All data is
// public and no answer depends on the user. What accounts or drafts answer must never come here.
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { compressBrotli, compressGzip, MIN_COMPRESSED_BYTES } from "../core/compression.ts";
import { etagOf } from "../core/etag.ts";
import { SharedWork } from "../core/shared-work.ts";

/** All answers together, in bytes. */
const MAX_BYTES = 64_000_000;
/** A longer answer is not kept. */
const MAX_ANSWER_BYTES = 2_000_000;

export const encodings = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof encodings)[number];

export interface Answer {
  status: number;
  /** Those that GraphQL sets. */
  headers: readonly (readonly [string, string])[];
  json: Buffer;
  /** Whether it answers without errors. */
  isComplete: boolean;
}

/** An answer with the forms in which it has been sent. */
export class KeptAnswer {
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();
  /** Made for the first client that asks for it. */
  private digest: string | undefined;
  readonly answer: Answer;

  constructor(answer: Answer) {
    this.answer = answer;
  }

  get isCompressible(): boolean {
    return this.answer.json.byteLength >= MIN_COMPRESSED_BYTES;
  }

  etag(encoding: Encoding): string {
    this.digest ??= createHash("sha256").update(this.answer.json).digest("base64url");
    return etagOf([this.digest, encoding], "strong");
  }

  bytes(encoding: Encoding): Promise<Buffer> {
    const bytes = this.encoded.get(encoding) ?? compress(this.answer.json, encoding);
    this.encoded.set(encoding, bytes);
    return bytes;
  }
}

async function compress(json: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") return compressBrotli(json);
  return encoding === "gzip" ? compressGzip(json) : json;
}

/** A key of everything that determines an answer; undefined if `parts` are nested deeper than can be written. */
export function keyOf(parts: readonly unknown[]): string | undefined {
  try {
    return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
  } catch {
    return undefined;
  }
}

export class KeptAnswers {
  // Compressed forms together are at most as long again.
  private readonly kept = new LRUCache<string, KeptAnswer>({
    maxSize: MAX_BYTES,
    maxEntrySize: 2 * MAX_ANSWER_BYTES,
    sizeCalculation: ({ answer }) => 2 * answer.json.byteLength + 500,
  });
  private readonly making = new SharedWork<Answer>();

  get(key: string): KeptAnswer | undefined {
    return this.kept.get(key);
  }

  /**
   * Makes an answer; the same one is made once for all who ask for it meanwhile, and aborted when all of them have left (`client`). It is
   * kept if it has no errors and `isCurrent` still holds after it was made.
   */
  async make(
    key: string,
    client: AbortSignal,
    make: (signal: AbortSignal) => Promise<Answer>,
    isCurrent: () => Promise<boolean>,
  ): Promise<Answer | KeptAnswer> {
    const answer = await this.making.join(key, client, make);
    const kept = this.kept.get(key);
    if (kept) return kept;
    if (!answer.isComplete || !(await isCurrent())) return answer;
    this.kept.set(key, new KeptAnswer(answer));
    return this.kept.get(key) ?? answer;
  }
}
