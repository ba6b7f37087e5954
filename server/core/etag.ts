// Tags by which a reader says what it holds already (RFC 9110), made of everything that settles an answer.
import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";

/** The tag of an answer that `parts` settle; weak where two such answers may differ in a byte. */
export function etagOf(parts: readonly unknown[], strength: "strong" | "weak"): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22);
  return `${strength === "weak" ? "W/" : ""}"${digest}"`;
}

/** Whether the reader holds the answer with this tag (If-None-Match). */
export function isHeld(request: FastifyRequest, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  const held = request.headers["if-none-match"]?.split(",").map(bare) ?? [];
  return held.includes(bare(etag)) || held.includes("*");
}
