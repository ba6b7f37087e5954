// The documents that describe the data: landing page, conformance, collections, queryables. Each is available as JSON and as HTML.

import { demoWords, titleWithDemoMark } from "../contract/demo.ts";
import type { Property } from "../cql2/properties.ts";
import { GEOMETRY_PROPERTY } from "../cql2/sql.ts";
import { CRS84, OUTPUT_CRSS } from "../geometry/crs.ts";
import { type Collection, collections } from "./collections.ts";
import { conformsTo } from "./conformance.ts";
import type { Page } from "./html.ts";
import type { Link, OgcRequest } from "./request.ts";
import { addressOf, GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, linkTo, OPENAPI_TYPE, ownLinks, SCHEMA_TYPE } from "./request.ts";
import { words } from "./words.ts";

/** A resource as JSON and as HTML. */
export interface Document {
  json: object;
  /** Media type of the JSON representation. */
  type: string;
  page: Page;
  links: readonly Link[];
  headers?: Record<string, string>;
}

const QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

export function landingPage(request: OgcRequest): Document {
  const { language, demo } = request;
  const links = [
    ...ownLinks(request, JSON_TYPE),
    linkTo(request, "service-desc", "/api", words.api, OPENAPI_TYPE),
    { ...linkTo(request, "service-doc", "/api", words.apiPage, HTML_TYPE), href: addressOf(request, "/api", { f: "html" }) },
    linkTo(request, "conformance", "/conformance", words.conformance),
    linkTo(request, "data", "/collections", words.collections),
  ];
  const title = titleWithDemoMark(words.title[language], demo);
  const description = [...(demo ? [demoWords.warning[language]] : []), words.description[language]].join(" ");
  const json = { title, description, ...(demo && { demo }), attribution: words.attribution[language], links };
  return { json, type: JSON_TYPE, links, page: { title, text: description, breadcrumbs: [], tables: [] } };
}

export function conformance(request: OgcRequest): Document {
  const links = ownLinks(request, JSON_TYPE);
  const title = words.conformance[request.language];
  const rows = conformsTo.map((uri) => [{ text: uri, href: uri }]);
  return { json: { conformsTo, links }, type: JSON_TYPE, links, page: { title, breadcrumbs: [], tables: [{ title, rows }] } };
}

/** `extents` has the order of the collections; each is west, south, east, north in degrees. */
export function collectionList(request: OgcRequest, extents: readonly (number[] | null)[]): Document {
  const { language } = request;
  const links = ownLinks(request, JSON_TYPE);
  const descriptions = collections.map((collection, index) => description(request, collection, extents[index] ?? null, false));
  const title = words.collections[language];
  const rows = collections.map(({ id, title, description }) => [
    { text: title[language], href: addressOf(request, `/collections/${id}`, { f: "html", lang: language }) },
    description[language],
  ]);
  const json = { links, crs: OUTPUT_CRSS.map(({ uri }) => uri), collections: descriptions };
  return { json, type: JSON_TYPE, links, page: { title, breadcrumbs: [], tables: [{ title, rows }] } };
}

export function collectionDocument(request: OgcRequest, collection: Collection, extent: number[] | null): Document {
  const { language } = request;
  const json = description(request, collection, extent, true);
  const systems = OUTPUT_CRSS.map(({ uri }) => [{ text: uri, href: uri }]);
  const tables = [
    ...(extent ? [{ title: words.extent[language], rows: [extent.map(String)] }] : []),
    { title: words.systems[language], rows: systems },
  ];
  const breadcrumbs = [[words.collections[language], "/collections"] as const];
  const page = { title: json.title, text: json.description, breadcrumbs, tables };
  return { json, type: JSON_TYPE, links: json.links, page };
}

// In the list of collections, the link `self` of a collection points to its own document.
function description(request: OgcRequest, collection: Collection, extent: number[] | null, isOwn: boolean) {
  const { id, title, description, tiles } = collection;
  const path = `/collections/${id}`;
  const items = { ...linkTo(request, "items", `${path}/items`, words.items, GEOJSON_TYPE) };
  const links: Link[] = [
    ...(isOwn ? ownLinks(request, JSON_TYPE) : [linkTo(request, "self", path, title)]),
    { ...items, href: addressOf(request, `${path}/items`, { f: "json" }) },
    { ...items, href: addressOf(request, `${path}/items`, { f: "html" }), type: HTML_TYPE },
    linkTo(request, QUERYABLES, `${path}/queryables`, words.queryables, SCHEMA_TYPE),
  ];
  if (tiles)
    links.push({
      ...{ href: `${request.origin}/tiles/${tiles}.json`, rel: "tiles", type: JSON_TYPE },
      title: words.tiles[request.language],
    });
  return {
    id,
    title: titleWithDemoMark(title[request.language], request.demo),
    description: description[request.language],
    ...(request.demo && { demo: true }),
    links,
    ...(extent ? { extent: { spatial: { bbox: [extent], crs: CRS84.uri } } } : {}),
    itemType: "feature",
    crs: OUTPUT_CRSS.map(({ uri }) => uri),
    storageCrs: CRS84.uri,
  };
}

/** The properties that filters may use, as JSON Schema (Part 3, /req/queryables). */
export function queryables(request: OgcRequest, collection: Collection): Document {
  const { language } = request;
  const links = ownLinks(request, SCHEMA_TYPE);
  const title = collection.title[language];
  const properties = Object.entries(collection.properties);
  const rows = properties.map(([name, { title, type, values }]) => [name, title[language], type, (values ?? []).join(", ")]);
  const geometry = {
    title: words.geometry[language],
    "x-ogc-role": "primary-geometry",
    format: `geometry-${collection.geometryType}`,
    $ref: `https://geojson.org/schema/${collection.geometryType === "point" ? "Point" : "MultiPolygon"}.json`,
  };
  const json = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: addressOf(request, request.path),
    type: "object",
    title,
    description: collection.description[language],
    properties: {
      ...Object.fromEntries(properties.map(([name, property]) => [name, propertySchema(property, request)])),
      [GEOMETRY_PROPERTY]: geometry,
    },
    additionalProperties: false,
  };
  const head = [words.name[language], words.schema[language], words.type[language], words.values[language]];
  const page: Page = {
    title: `${title}: ${words.queryables[language]}`,
    breadcrumbs: [
      [words.collections[language], "/collections"],
      [title, `/collections/${collection.id}`],
    ],
    tables: [{ title: words.schema[language], head, rows: [...rows, [GEOMETRY_PROPERTY, geometry.title, geometry.format, ""]] }],
  };
  return { json, type: SCHEMA_TYPE, links, page };
}

/** A property as JSON Schema. */
export const propertySchema = ({ title, type, values }: Property, { language }: OgcRequest) => ({
  title: title[language],
  type,
  ...(values ? { enum: values } : {}),
});
