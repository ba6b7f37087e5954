import { createHash, randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";

/** The other hosts that pages may send requests to, the origins that may frame /embed, and the styles that the server writes. */
interface PageRules {
  /** Origins of basemaps. */
  hosts: readonly string[];
  /** Origins that may frame /embed. */
  embedOrigins: readonly string[];
  /** The address at which users reach the atlas. */
  publicUrl: string | undefined;
  /** The content of each style element that the server writes into documents. */
  styles: readonly string[];
}

/** What a browser must know once to use HTTPS for a year. */
const HTTPS_ONLY = "max-age=31536000";
/** What no page uses; the position of the reader among it. */
const PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/** The code editor of this page writes style elements that it cannot sign. */
const EDITOR = /^\/graphiql\//;

/** The content security policy of the pages, or of /embed; style elements need this source. */
function contentSecurityPolicy({ hosts, embedOrigins }: PageRules, isEmbed: boolean, styleSource: string): string {
  const otherHosts = hosts.map((host) => ` ${host}`).join("");
  // In a sandboxed frame, whose origin is opaque, the map library has to start its worker from a data: address.
  // Without connect-src, default-src applies to requests; it is only needed to allow basemaps.
  const connect = otherHosts && ` connect-src 'self'${otherHosts};`;
  return (
    `default-src 'self';${connect} img-src 'self' data: blob:${otherHosts}; worker-src 'self' blob:${isEmbed ? " data:" : ""}; style-src 'self' ${styleSource}; ` +
    "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; " +
    `frame-ancestors ${isEmbed ? embedOrigins.join(" ") : "'self'"}`
  );
}

/**
 * Sets the security headers. Pages may use their own origin and the configured hosts only, and no other window may reach into them; all
 * data may be read by any origin. Behind HTTPS, browsers are told to keep to it.
 */
export function setSecurityHeaders(app: FastifyInstance, rules: PageRules): void {
  const ownStyles = rules.styles.map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`).join(" ");
  // Hosts of map tiles check by the origin whether a key may be used.
  const referrer = rules.hosts.length > 0 ? "strict-origin" : "no-referrer";
  app.addHook("onSend", async (request, reply, payload) => {
    const { url, config } = request.routeOptions;
    const isEmbed = url === "/embed";
    const isPage = String(reply.getHeader("content-type")).startsWith("text/html");
    reply.header("x-content-type-options", "nosniff").header("referrer-policy", referrer);
    reply.header("cross-origin-resource-policy", isPage && !isEmbed ? "same-origin" : "cross-origin");
    if (request.protocol === "https" || rules.publicUrl?.startsWith("https:"))
      reply.header("strict-transport-security", HTTPS_ONLY);
    if (!isPage) return payload;
    const isEditor = EDITOR.test(url ?? "");
    const nonce = config.isPage && !isEditor ? randomBytes(16).toString("base64") : undefined;
    const styleSource = isEditor ? "'unsafe-inline'" : nonce ? `'nonce-${nonce}' ${ownStyles}` : ownStyles;
    reply.header("content-security-policy", contentSecurityPolicy(rules, isEmbed, styleSource));
    reply.header("permissions-policy", PERMISSIONS);
    if (!isEmbed) reply.header("cross-origin-opener-policy", "same-origin");
    return nonce && typeof payload === "string" ? withStyleNonce(payload, nonce) : payload;
  });
}

/** Writes the nonce into a document, where the page's scripts read it (web/core/style-nonce.ts). */
const withStyleNonce = (document: string, nonce: string): string =>
  document.replace("</head>", () => `<meta name="style-nonce" nonce="${nonce}" /></head>`);
