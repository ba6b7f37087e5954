// Entity tags (RFC 9110), computed from everything that determines a response.
import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";

/** The tag of a response that `parts` determine; weak if two such responses may differ in a byte. */
export function etagOf(parts: readonly unknown[], strength: "strong" | "weak"): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
  return `${strength === "weak" ? "W/" : ""}"${digest}"`;
}

/** Whether the client already has the response with this tag (If-None-Match). */
export function isNotModified(request: FastifyRequest, etag: string): boolean {
  const withoutWeakPrefix = (tag: string) => tag.trim().replace(/^W\//, "");
  const clientTags = request.headers["if-none-match"]?.split(",").map(withoutWeakPrefix) ?? [];
  return clientTags.includes(withoutWeakPrefix(etag)) || clientTags.includes("*");
}
