// A page of features and one feature, as GeoJSON and as a page.
import { distanceNotes, type ResultWithDistances } from "../contract/distance-notes.ts";
import type { NoticeSource } from "../graphql/statement.ts";
import type { Collection } from "./collections.ts";
import type { Document } from "./documents.ts";
import type { Cell } from "./html.ts";
import type { Feature } from "./items.ts";
import { cursorAfter, type ItemsQuery } from "./parameters.ts";
import type { Link, OgcRequest } from "./request.ts";
import { addressOf, GEOJSON_TYPE, HTML_TYPE, linkTo, ownLinks, sameAddress } from "./request.ts";
import { words } from "./words.ts";

export interface ItemsResult {
  features: readonly Feature[];
  hasMore: boolean;
  /** How many there are on all pages. */
  matchedCount: number;
  /** Inputs that were changed before use. */
  notices: readonly NoticeSource[];
  /** What a filter by distance leaves open; null for another. */
  distances: ResultWithDistances["distances"];
}

export function itemsDocument(request: OgcRequest, collection: Collection, query: ItemsQuery, result: ItemsResult): Document {
  const { features, hasMore, matchedCount } = result;
  const { language } = request;
  const links = [...ownLinks(request, GEOJSON_TYPE), collectionLink(request, collection)];
  const last = features.at(-1);
  if (hasMore && last) links.push(nextLink(request, cursorAfter(collection, last.id)));
  const notices = [
    ...distanceNotes({ totalCount: matchedCount, distances: result.distances }, language),
    ...result.notices.map(({ reason }) => reason.textIn(language)),
  ];
  const counts = { numberMatched: matchedCount, numberReturned: features.length };
  const json = {
    ...{ type: "FeatureCollection", ...(request.demo && { demo: true }), links, timeStamp: timestamp(), ...counts },
    ...(notices.length > 0 ? { notices } : {}),
    features,
  };
  const collectionProperties = Object.entries(collection.properties);
  const rows = features.map(({ id, geometry, properties }): Cell[] => [
    { text: id, href: addressOf(request, featurePath(collection, id), { f: "html", lang: language, crs: query.crs.uri }) },
    ...collectionProperties.map(([name]) => textOf(properties[name])),
    shortGeometry(geometry),
  ]);
  const head = [words.id[language], ...collectionProperties.map(([, { title }]) => title[language]), words.geometry[language]];
  const text = [
    `${words.matched[language]}: ${matchedCount}`,
    `${words.returned[language]}: ${features.length}`,
    timestamp(),
    ...notices,
  ].join(" · ");
  const page = { title: collection.title[language], text, breadcrumbs: parentLinks(request, collection) };
  return {
    ...{ json, type: GEOJSON_TYPE, links, headers: { "content-crs": `<${query.crs.uri}>` } },
    page: { ...page, tables: [{ title: words.items[language], head, rows }] },
  };
}

export function itemDocument(request: OgcRequest, collection: Collection, feature: Feature, crs: string): Document {
  const { language } = request;
  const links = [...ownLinks(request, GEOJSON_TYPE), collectionLink(request, collection)];
  const rows = Object.entries(collection.properties).map(([name, { title }]): Cell[] => [
    title[language],
    textOf(feature.properties[name]),
  ]);
  const page = {
    title: String(feature.properties[language === "zh" ? "nameZh" : "nameEn"] ?? feature.id),
    breadcrumbs: parentLinks(request, collection),
    tables: [
      {
        title: words.schema[language],
        rows: [[words.id[language], feature.id], ...rows, [words.geometry[language], JSON.stringify(feature.geometry)]],
      },
    ],
  };
  const { type, id, ...rest } = feature;
  const json = { type, id, links, ...rest };
  return { json, type: GEOJSON_TYPE, page, links, headers: { "content-crs": `<${crs}>` } };
}

const featurePath = ({ id }: Collection, feature: string): string => `/collections/${id}/items/${encodeURIComponent(feature)}`;

const collectionLink = (request: OgcRequest, { id, title }: Collection): Link =>
  linkTo(request, "collection", `/collections/${id}`, title);

const nextLink = (request: OgcRequest, cursor: string): Link => ({
  href: sameAddress(request, { f: request.format, cursor }),
  ...{ rel: "next", type: request.format === "json" ? GEOJSON_TYPE : HTML_TYPE, title: words.next[request.language] },
});

const parentLinks = ({ language }: OgcRequest, { id, title }: Collection): [string, string][] => [
  [words.collections[language], "/collections"],
  [title[language], `/collections/${id}`],
];

const timestamp = (): string => new Date().toISOString().replace(/\.\d+/, "");

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

// Geometries other than points are only shown in full on the page of the feature.
const shortGeometry = (geometry: Feature["geometry"]): string =>
  geometry?.type === "Point" ? JSON.stringify(geometry.coordinates) : (geometry?.type ?? "");
