import type { FastifyInstance } from "fastify";

/** The other hosts that pages may send requests to, and the origins that may frame /embed. */
interface PageRules {
  /** Origins of basemaps. */
  hosts: readonly string[];
  /** Origins that may frame /embed. */
  embedOrigins: readonly string[];
  /** The address at which users reach the atlas. */
  publicUrl: string | undefined;
}

/** What a browser must know once to use HTTPS for a year. */
const HTTPS_ONLY = "max-age=31536000";
/** What no page uses; the position of the reader among it. */
const PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/** The content security policy of the pages, or of /embed. */
function contentSecurityPolicy({ hosts, embedOrigins }: PageRules, isEmbed: boolean): string {
  const otherHosts = hosts.map((host) => ` ${host}`).join("");
  // In a sandboxed frame, whose origin is opaque, the map library has to start its worker from a data: address.
  // Without connect-src, default-src applies to requests; it is only needed to allow basemaps.
  const connect = otherHosts && ` connect-src 'self'${otherHosts};`;
  return (
    `default-src 'self';${connect} img-src 'self' data: blob:${otherHosts}; worker-src 'self' blob:${isEmbed ? " data:" : ""}; style-src 'self' 'unsafe-inline'; ` +
    "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; " +
    `frame-ancestors ${isEmbed ? embedOrigins.join(" ") : "'self'"}`
  );
}

/**
 * Sets the security headers. Pages may use their own origin and the configured hosts only, and no other window may reach into them; all
 * data may be read by any origin. Behind HTTPS, browsers are told to keep to it.
 */
export function setSecurityHeaders(app: FastifyInstance, rules: PageRules): void {
  const [pagePolicy, embedPolicy] = [contentSecurityPolicy(rules, false), contentSecurityPolicy(rules, true)];
  // Hosts of map tiles check by the origin whether a key may be used.
  const referrer = rules.hosts.length > 0 ? "strict-origin" : "no-referrer";
  app.addHook("onSend", async (request, reply) => {
    const isEmbed = request.routeOptions.url === "/embed";
    const isPage = String(reply.getHeader("content-type")).startsWith("text/html");
    reply.header("x-content-type-options", "nosniff").header("referrer-policy", referrer);
    reply.header("cross-origin-resource-policy", isPage && !isEmbed ? "same-origin" : "cross-origin");
    if (request.protocol === "https" || rules.publicUrl?.startsWith("https:"))
      reply.header("strict-transport-security", HTTPS_ONLY);
    if (!isPage) return;
    reply.header("content-security-policy", isEmbed ? embedPolicy : pagePolicy).header("permissions-policy", PERMISSIONS);
    if (!isEmbed) reply.header("cross-origin-opener-policy", "same-origin");
  });
}
