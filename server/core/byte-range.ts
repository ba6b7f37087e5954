// Parts of a file in memory (RFC 9110, 14): programs that open a file by its address read the parts that they need.
import type { FastifyReply, FastifyRequest } from "fastify";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

/** The first and the last byte of a part. */
type ByteRange = [first: number, last: number];

/** Sends a file, the requested part of it, or with HEAD its length. `etag` is strong. Throws RANGE_UNSATISFIABLE. */
export function sendBytes(request: FastifyRequest, reply: FastifyReply, bytes: Uint8Array, etag: string): FastifyReply {
  const size = bytes.byteLength;
  reply.header("accept-ranges", "bytes");
  if (request.method === "HEAD") return reply.header("content-length", size).send();
  const range = requestedRange(request, etag, size);
  if (!range) return reply.send(bytes);
  const [first, last] = range;
  if (first > last) {
    reply.header("content-range", `bytes */${size}`);
    throw new AtlasError(commonErrors.RANGE_UNSATISFIABLE, { value: String(request.headers.range), size });
  }
  reply.code(206).header("content-range", `bytes ${first}-${last}/${size}`);
  return reply.send(bytes.subarray(first, last + 1));
}

/**
 * The requested part; empty (`first` after `last`) if it starts beyond the end. Undefined means the whole file: if no part or several are
 * requested, if the unit is not bytes, or if the client holds parts of another file (If-Range).
 */
function requestedRange({ headers }: FastifyRequest, etag: string, size: number): ByteRange | undefined {
  const ifRange = headers["if-range"];
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? "") ?? [];
  if ((ifRange !== undefined && ifRange !== etag) || from === undefined || to === undefined) return undefined;
  if (from === "") return to === "" ? undefined : [Math.max(0, size - Number(to)), size - 1];
  const [first, last] = [Number(from), to === "" ? size - 1 : Number(to)];
  if (to !== "" && last < first) return undefined;
  return [first, Math.min(last, size - 1)];
}
