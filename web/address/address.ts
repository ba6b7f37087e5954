import { type BasemapKind, basemapKinds } from "../../server/contract/basemaps.ts";
import { siteKinds } from "../../server/contract/kinds.ts";
import { type Language, languages } from "../../server/contract/language.ts";
import type { SiteKind } from "../core/graphql.ts";
import type { Theme } from "../core/kinds.ts";
import type { Filter } from "./filter.ts";
import { readNumber } from "./filter-parts.ts";
import { readFilter } from "./filter-read.ts";
import { writeFilter } from "./filter-write.ts";
import type { Classing, Measure } from "./measure.ts";
import { readAsOf, readClassing, readMeasure, readSlot, writeClassing, writeMeasure } from "./measure.ts";
import type { Cover, Groups, Spot } from "./spatial.ts";
import { readCover, readGroups, readSpot, writeCover, writeGroups, writeSpot } from "./spatial.ts";

export const places = ["explore", "districts", "plan", "data"] as const;
export type Place = (typeof places)[number];

/** Where the map looks: centre in degrees (WGS-84) and zoom level, as in the `map` parameter. */
export interface Camera {
  zoom: number;
  lat: number;
  lon: number;
}

/** How Explore shows the sites: on the map alone, or as a table beside it. */
export type View = "map" | "table";

/** What the table may show: a column by its name, or the figures of an indicator as figure.<slug>. */
const columnName = /^[a-zA-Z]{1,30}$|^figure\.[a-z0-9][a-z0-9-]{0,79}$/;

export const subjectSets = ["DISTRICT", "FUNCTIONAL_AREA"] as const;
export type SubjectSet = (typeof subjectSets)[number];

const mostMeasures = 8;
const mostPicks = 4;

/** All that is seen, as the address bar holds it: a link opened elsewhere shows the same. */
export interface Address {
  place: Place;
  filter: Filter;
  /** Slug of the site whose drawer is open. */
  site: string | null;
  /** Code of the district whose card is open; a site's drawer goes before it. */
  district: string | null;
  camera: Camera | null;
  view: View;
  /** The table's columns, where the reader has chosen some. */
  columns: readonly string[];
  /** The column or measure that a table is sorted by, with a minus sign before it for largest first. */
  sort: string | null;
  /** Sites counted together on the map; null draws them one by one. */
  groups: Groups | null;
  /** How much of the city lies near a kind of site. */
  cover: Cover | null;
  /** The spot whose nearest sites are listed. */
  from: Spot | null;
  /** What the districts are coloured by; null leaves them plain. */
  colour: Measure | null;
  /** The indicator that sites are sized by, by slug; null draws all alike. */
  size: string | null;
  /** The period that is shown (2024, 2024-H1, 2024-Q3, 2024-05); null takes the one that most have. */
  period: string | null;
  classing: Classing | null;
  /** Whether the map is shown once for each year, side by side. */
  multiples: boolean;
  /** The moment whose knowledge is shown (ISO 8601, UTC); null is now. */
  asOf: string | null;
  /** What is compared on the page Districts: districts, or functional areas, never both. */
  set: SubjectSet;
  /** What they are compared by; empty where the reader has not chosen. */
  measures: readonly Measure[];
  /** Two to four that are shown side by side: codes of districts, slugs of functional areas. */
  picks: readonly string[];
  /** On the page Plan: the targets of this task, kind of site, state, and the one that is open. */
  task: number | null;
  targetKind: SiteKind | null;
  targetState: string | null;
  target: string | null;
  /** Only when chosen; otherwise the one remembered or the browser's language holds. */
  lang: Language | null;
  /** Only when chosen; otherwise the one remembered or the system's scheme holds. */
  theme: Theme | null;
  /** Only when chosen; otherwise the operator's default holds. */
  basemap: BasemapKind | null;
}

/** Reads an address strictly: what is not understood is ignored, never guessed at. */
export function readAddress(url: Pick<URL, "pathname" | "search">): Address {
  const query = new URLSearchParams(url.search);
  const name = url.pathname.replace(/^\/|\/$/g, "");
  const site = query.get("site");
  const district = query.get("district");
  return {
    place: places.find((place) => place === name) ?? "explore",
    filter: readFilter(query),
    site: readSlug(site),
    district: district && /^42\d{4}$/.test(district) ? district : null,
    camera: readCamera(query.get("map")),
    view: query.get("view") === "table" ? "table" : "map",
    columns: [
      ...new Set(
        query
          .get("columns")
          ?.split(",")
          .filter((name) => columnName.test(name)),
      ),
    ].slice(0, 40),
    sort: readSort(query.get("sort")),
    groups: readGroups(query.get("groups")),
    cover: readCover(query.get("cover")),
    from: readSpot(query.get("from")),
    colour: readMeasure(query.get("colour")),
    size: readSlug(query.get("size")),
    period: readSlot(query.get("period")),
    classing: readClassing(query.get("classes")),
    multiples: query.get("multiples") === "1",
    asOf: readAsOf(query.get("asof")),
    set: query.get("set") === "areas" ? "FUNCTIONAL_AREA" : "DISTRICT",
    measures: readList(query.get("measures"))
      .filter((text, index, all) => all.indexOf(text) === index)
      .flatMap((text) => readMeasure(text) ?? [])
      .slice(0, mostMeasures),
    picks: [...new Set(readList(query.get("picks")).filter((key) => readSlug(key)))].slice(0, mostPicks),
    task: readNumber(query.get("task") ?? undefined, 1, 99),
    targetKind: siteKinds.find((kind) => kind === query.get("kind")) ?? null,
    targetState: /^[A-Z_]{1,30}$/.test(query.get("state") ?? "") ? query.get("state") : null,
    target: readSlug(query.get("target")),
    lang: languages.find((language) => language === query.get("lang")) ?? null,
    theme: (["light", "dark"] as const).find((theme) => theme === query.get("theme")) ?? null,
    basemap: basemapKinds.find((kind) => kind === query.get("basemap")) ?? null,
  };
}

/** The shortest address that reads back as the same; commas, slashes and colons stay readable. */
export function writeAddress(address: Address): string {
  const { camera } = address;
  const pairs: [string, string | null][] = [
    ...writeFilter(address.filter),
    ["site", address.site],
    ["district", address.district],
    ["map", camera && [camera.zoom, camera.lat, camera.lon].join("/")],
    ["view", address.view === "table" ? "table" : null],
    ["columns", address.columns.join(",")],
    ["sort", address.sort],
    ["groups", writeGroups(address.groups)],
    ["cover", writeCover(address.cover)],
    ["from", writeSpot(address.from)],
    ["colour", address.colour && writeMeasure(address.colour)],
    ["size", address.size],
    ["period", address.period],
    ["classes", writeClassing(address.classing)],
    ["multiples", address.multiples ? "1" : null],
    ["asof", address.asOf],
    ["set", address.set === "FUNCTIONAL_AREA" ? "areas" : null],
    ["measures", address.measures.map(writeMeasure).join(",")],
    ["picks", address.picks.join(",")],
    ["task", address.task === null ? null : String(address.task)],
    ["kind", address.targetKind],
    ["state", address.targetState],
    ["target", address.target],
    ["lang", address.lang],
    ["theme", address.theme],
    ["basemap", address.basemap],
  ];
  const query = pairs
    .filter((pair): pair is [string, string] => Boolean(pair[1]))
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C|%2F|%3A/g, decodeURIComponent)}`)
    .join("&");
  const path = address.place === "explore" ? "/" : `/${address.place}`;
  return query ? `${path}?${query}` : path;
}

/** Parameters of this page that say the same as no parameter would. */
const plainWords: Partial<Record<string, string>> = { view: "map", set: "districts", multiples: "0" };
const viewParameters: readonly string[] = [
  ...["site", "district", "map", "view", "columns", "sort", "groups", "cover", "from", "colour", "size", "period", "classes"],
  ...["multiples", "asof", "set", "measures", "picks", "task", "kind", "state", "target", "lang", "theme", "basemap"],
];

/** What an address asks to be shown and readAddress does not take, or not wholly, by parameter; see notUnderstood for the filter. */
export function unreadOf(url: Pick<URL, "pathname" | "search">): readonly string[] {
  const given = new URLSearchParams(url.search);
  const taken = new URL(writeAddress(readAddress(url)), "http://atlas").searchParams;
  const entries = (text: string | null) => new Set(text?.split(",").filter(Boolean));
  return viewParameters.filter((name) => {
    const text = given.get(name)?.trim();
    return text && text !== plainWords[name] && entries(taken.get(name)).size < entries(text).size;
  });
}

function readSlug(text: string | null): string | null {
  return text && /^[a-z0-9][a-z0-9_-]{0,79}$/.test(text) ? text : null;
}

function readSort(text: string | null): string | null {
  const name = text?.replace(/^-/, "") ?? "";
  return columnName.test(name) || readMeasure(name) ? text : null;
}

const readList = (text: string | null): string[] => text?.split(",").filter(Boolean) ?? [];

function readCamera(text: string | null): Camera | null {
  const parts = text?.split("/") ?? [];
  if (parts.length !== 3) return null;
  const [zoom, lat, lon] = [readNumber(parts[0], 0, 22), readNumber(parts[1], -85, 85), readNumber(parts[2], -180, 180)];
  return zoom === null || lat === null || lon === null ? null : { zoom, lat, lon };
}

/** As exact as the eye needs (about 10 m), so that a camera read back and written again does not change. */
export function roundCamera({ zoom, lat, lon }: Camera): Camera {
  return { zoom: round(zoom, 2), lat: round(lat, 4), lon: round(lon, 4) };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
