// A page of features and one feature, as GeoJSON and as a page.
import type { Told } from "../graphql/notice.ts";
import type { Collection } from "./collections.ts";
import type { Document } from "./documents.ts";
import type { Cell } from "./html.ts";
import type { Feature } from "./items.ts";
import { cursorAfter, type ItemsQuery } from "./parameters.ts";
import type { Asked, Link } from "./request.ts";
import { addressOf, GEOJSON_TYPE, HTML_TYPE, linkTo, ownLinks, sameAddress } from "./request.ts";
import { words } from "./words.ts";

export interface Found {
  features: readonly Feature[];
  hasMore: boolean;
  /** How many there are on all pages. */
  matched: number;
  /** What was taken otherwise than it was given. */
  notices: readonly Told[];
}

export function itemsDocument(asked: Asked, collection: Collection, query: ItemsQuery, found: Found): Document {
  const { features, hasMore, matched } = found;
  const { language } = asked;
  const links = [...ownLinks(asked, GEOJSON_TYPE), collectionLink(asked, collection)];
  const last = features.at(-1);
  if (hasMore && last) links.push(nextLink(asked, cursorAfter(collection, last.id)));
  const notices = found.notices.map(({ told }) => told.textIn(language));
  const counts = { numberMatched: matched, numberReturned: features.length };
  const json = {
    ...{ type: "FeatureCollection", ...(asked.demo && { demo: true }), links, timeStamp: now(), ...counts },
    ...(notices.length > 0 ? { notices } : {}),
    features,
  };
  const named = Object.entries(collection.properties);
  const rows = features.map(({ id, geometry, properties }): Cell[] => [
    { text: id, href: addressOf(asked, featurePath(collection, id), { f: "html", lang: language, crs: query.crs.uri }) },
    ...named.map(([name]) => textOf(properties[name])),
    shortGeometry(geometry),
  ]);
  const head = [words.id[language], ...named.map(([, { title }]) => title[language]), words.geometry[language]];
  const text = [
    `${words.matched[language]}: ${matched}`,
    `${words.returned[language]}: ${features.length}`,
    now(),
    ...notices,
  ].join(" · ");
  const page = { title: collection.title[language], text, above: above(asked, collection) };
  return {
    ...{ json, type: GEOJSON_TYPE, links, headers: { "content-crs": `<${query.crs.uri}>` } },
    page: { ...page, tables: [{ title: words.items[language], head, rows }] },
  };
}

export function itemDocument(asked: Asked, collection: Collection, feature: Feature, crs: string): Document {
  const { language } = asked;
  const links = [...ownLinks(asked, GEOJSON_TYPE), collectionLink(asked, collection)];
  const rows = Object.entries(collection.properties).map(([name, { title }]): Cell[] => [
    title[language],
    textOf(feature.properties[name]),
  ]);
  const page = {
    title: String(feature.properties[language === "zh" ? "nameZh" : "nameEn"] ?? feature.id),
    above: above(asked, collection),
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

const collectionLink = (asked: Asked, { id, title }: Collection): Link =>
  linkTo(asked, "collection", `/collections/${id}`, title);

const nextLink = (asked: Asked, cursor: string): Link => ({
  href: sameAddress(asked, { f: asked.format, cursor }),
  ...{ rel: "next", type: asked.format === "json" ? GEOJSON_TYPE : HTML_TYPE, title: words.next[asked.language] },
});

const above = ({ language }: Asked, { id, title }: Collection): [string, string][] => [
  [words.collections[language], "/collections"],
  [title[language], `/collections/${id}`],
];

const now = (): string => new Date().toISOString().replace(/\.\d+/, "");

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

// A shape of a thousand corners is for its own page.
const shortGeometry = (geometry: Feature["geometry"]): string =>
  geometry?.type === "Point" ? JSON.stringify(geometry.coordinates) : (geometry?.type ?? "");
