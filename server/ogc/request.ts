// The parts of a request that every resource needs: language, format and base address.

import type { FastifyRequest } from "fastify";
import type { BilingualText, Language } from "../contract/language.ts";
import { acceptedType } from "../core/accept.ts";
import { commonErrors } from "../core/common-errors.ts";
import { AtlasError } from "../core/errors.ts";
import { languageFor, originOf } from "../core/http.ts";
import { type Query, readQuery } from "../core/query.ts";
import { words } from "./words.ts";

export interface OgcRequest {
  /** Address of the landing page, without a trailing slash. */
  base: string;
  /** Origin of the atlas. */
  origin: string;
  /** The requested path below `base`. */
  path: string;
  query: Query;
  language: Language;
  format: "json" | "html";
  /** Whether this is a demonstration. */
  demo: boolean;
}

export interface Link {
  href: string;
  rel: string;
  type: string;
  title: string;
  hreflang?: string;
}

export const JSON_TYPE = "application/json";
export const GEOJSON_TYPE = "application/geo+json";
export const SCHEMA_TYPE = "application/schema+json";
export const OPENAPI_TYPE = "application/vnd.oai.openapi+json;version=3.0";
export const HTML_TYPE = "text/html";
const JSON_TYPES = [JSON_TYPE, GEOJSON_TYPE, SCHEMA_TYPE, OPENAPI_TYPE] as const;

/** `publicUrl` is the address at which users reach the atlas; by default that of the request. Throws VALUE_UNKNOWN and the errors of readQuery. */
export function readRequest(request: FastifyRequest, publicUrl: string | undefined, demo: boolean): OgcRequest {
  const query = readQuery(request);
  const origin = originOf(request, publicUrl);
  const path = (request.url.split("?")[0] ?? "").replace(/^\/ogc/, "").replace(/\/$/, "");
  return { base: `${origin}/ogc`, origin, path, query, language: languageFor(request), format: formatOf(query, request), demo };
}

// ?f= takes precedence over Accept; JSON by default.
function formatOf(query: Query, request: FastifyRequest): OgcRequest["format"] {
  const { f } = query;
  if (f === "json" || f === "html") return f;
  if (f !== undefined) throw new AtlasError(commonErrors.VALUE_UNKNOWN, { argument: "f", value: f, allowed: "json, html" });
  return acceptedType(request.headers.accept, [...JSON_TYPES, HTML_TYPE]) === HTML_TYPE ? "html" : "json";
}

/** An address below the landing page. */
export function addressOf({ base }: OgcRequest, path: string, parameters: Record<string, string> = {}): string {
  const query = new URLSearchParams(parameters).toString();
  return `${base}${path}${query && `?${query}`}`;
}

/** The address of this request with some parameters changed. */
export function sameAddress(ogc: OgcRequest, changed: Record<string, string>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(ogc.query)) if (!Object.hasOwn(changed, name)) parameters.append(name, value);
  for (const [name, value] of Object.entries(changed)) parameters.append(name, value);
  const query = parameters.toString();
  return `${ogc.base}${ogc.path}${query && `?${query}`}`;
}

/** The links from a document to itself and to its other representation; `type` is the media type of the JSON representation. */
export function ownLinks(ogc: OgcRequest, type: string): Link[] {
  const json = { href: sameAddress(ogc, { f: "json" }), type, title: words.asJson[ogc.language] };
  const html = { href: sameAddress(ogc, { f: "html" }), type: HTML_TYPE, title: words.asHtml[ogc.language] };
  const [self, other] = ogc.format === "json" ? [json, html] : [html, json];
  return [
    { ...self, rel: "self", title: words.self[ogc.language] },
    { ...other, rel: "alternate" },
  ];
}

/** A link to another resource. */
export const linkTo = (ogc: OgcRequest, rel: string, path: string, title: BilingualText, type: string = JSON_TYPE): Link => ({
  href: addressOf(ogc, path),
  ...{ rel, type, title: title[ogc.language] },
});
