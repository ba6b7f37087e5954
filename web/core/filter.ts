import type { MultiPolygon, Polygon } from "geojson";
import { type Choices, choiceNames, choicesOf, noChoices } from "./choices.ts";
import type { SiteKind, SiteStatus } from "./graphql.ts";
import { siteKinds, siteStatuses } from "./kinds.ts";

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export interface Near {
  lon: number;
  lat: number;
  km: number;
}

/** Another site of the kind within so many km. */
export interface NearKind {
  kind: SiteKind;
  km: number;
}

/** A figure between two bounds in the indicator's unit: the latest one, or that of a year. */
export interface FigureRange {
  indicator: string;
  year: number | null;
  atLeast: number | null;
  atMost: number | null;
}

/** The one site filter as the address bar holds it. The parameter names are those of the tiles: one filter, every door. */
export interface Filter extends Choices {
  kinds: readonly SiteKind[];
  /** GB/T 2260 codes. */
  districts: readonly string[];
  /** Slugs of functional areas. */
  areas: readonly string[];
  industries: readonly string[];
  statuses: readonly SiteStatus[];
  q: string;
  bbox: Box | null;
  near: Near | null;
  /** An area in WGS-84, as a GeoJSON geometry. */
  within: Polygon | MultiPolygon | null;
  /** Whether a position has been published. */
  located: boolean | null;
  nearKind: NearKind | null;
  figures: readonly FigureRange[];
  /** What only a link can hold: CQL2 text, and filters within the filter as JSON text. The server says whether they are sound. */
  cql: string;
  and: string;
  or: string;
  not: string;
}

export const noFilter: Filter = {
  kinds: [],
  districts: [],
  areas: [],
  industries: [],
  statuses: [],
  q: "",
  bbox: null,
  near: null,
  within: null,
  located: null,
  nearKind: null,
  figures: [],
  cql: "",
  and: "",
  or: "",
  not: "",
  ...noChoices,
};

/** An address longer than this is cut off by servers and chat programs. */
const longest = 4000;

/** The longest `within`: what 200 corners of 6 decimals need, encoded less than the 8 KB that proxies take as an address. */
export const longestArea = 5000;

/** A name in an address: what the data uses as slug. */
const slug = /^[a-z0-9][a-z0-9_-]{0,79}$/;
const districtCode = /^42\d{4}$/;

/** Reads the filter out of a query; whatever is not understood is as if it were not there. */
export function readFilter(query: URLSearchParams): Filter {
  return {
    kinds: choices(query.get("kinds"), siteKinds),
    districts: names(query.get("districts"), districtCode),
    areas: names(query.get("areas"), slug),
    industries: names(query.get("industries"), slug),
    statuses: choices(query.get("statuses"), siteStatuses),
    q: (query.get("q") ?? "").trim().slice(0, 100),
    bbox: readBox(query.get("bbox")),
    near: readNear(query.get("near")),
    within: readArea(query.get("within")),
    located: ({ true: true, false: false } as const)[query.get("located") ?? ""] ?? null,
    nearKind: readNearKind(query.get("nearKind")),
    figures: (query.get("figures")?.split(",") ?? []).slice(0, 10).flatMap((text) => readFigure(text) ?? []),
    cql: (query.get("filter") ?? "").trim().slice(0, longest),
    and: readNested(query.get("and")),
    or: readNested(query.get("or")),
    not: readNested(query.get("not")),
    ...(Object.fromEntries(
      choiceNames.map((name) => [name, choices<string>(query.get(name), choicesOf(name))]),
    ) as unknown as Choices),
  };
}

/** The filter as query parameters, the empty ones left out. */
export function writeFilter(filter: Filter): [name: string, value: string][] {
  const near = filter.near && [filter.near.lon, filter.near.lat, filter.near.km].join(",");
  const all: [string, string | null | undefined][] = [
    ["kinds", filter.kinds.join(",")],
    ["districts", filter.districts.join(",")],
    ["areas", filter.areas.join(",")],
    ["industries", filter.industries.join(",")],
    ["statuses", filter.statuses.join(",")],
    ["q", filter.q],
    ["bbox", filter.bbox?.join(",")],
    ["near", near],
    ["within", filter.within && JSON.stringify(filter.within)],
    ["located", filter.located === null ? null : String(filter.located)],
    ["nearKind", filter.nearKind && `${filter.nearKind.kind},${filter.nearKind.km}`],
    ["figures", filter.figures.map(writeFigure).join(",")],
    ["filter", filter.cql],
    ["and", filter.and],
    ["or", filter.or],
    ["not", filter.not],
    ...choiceNames.map((name): [string, string] => [name, filter[name].join(",")]),
  ];
  return all.filter((pair): pair is [string, string] => Boolean(pair[1]));
}

export function isFiltered(filter: Filter): boolean {
  return writeFilter(filter).length > 0;
}

/** The list without the value if it is there, with it if it is not. */
export function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

function choices<Value extends string>(text: string | null, allowed: readonly Value[]): Value[] {
  const asked = new Set(text?.split(","));
  return allowed.filter((value) => asked.has(value));
}

function names(text: string | null, form: RegExp): string[] {
  return [...new Set(text?.split(",").filter((name) => form.test(name)))].slice(0, 50);
}

/** A decimal number as people write it in an address, between the two bounds, or null. */
export function readNumber(text: string | undefined, low: number, high: number): number | null {
  if (text === undefined || !/^-?\d{1,4}(\.\d{1,8})?$/.test(text)) return null;
  const number = Number(text);
  return number >= low && number <= high ? number : null;
}

function readBox(text: string | null): Box | null {
  const parts = text?.split(",") ?? [];
  if (parts.length !== 4) return null;
  const [west, south, east, north] = parts.map((part, index) => readNumber(part, index % 2 ? -90 : -180, index % 2 ? 90 : 180));
  if (west == null || south == null || east == null || north == null || west >= east || south >= north) return null;
  return [west, south, east, north];
}

function readNear(text: string | null): Near | null {
  const parts = text?.split(",") ?? [];
  if (parts.length !== 3) return null;
  const [lon, lat, km] = [readNumber(parts[0], -180, 180), readNumber(parts[1], -90, 90), readNumber(parts[2], 0.001, 500)];
  return lon === null || lat === null || km === null ? null : { lon, lat, km };
}

/** Only the form is looked at here; whether the rings are sound is for the server to say. */
function readArea(text: string | null): Polygon | MultiPolygon | null {
  if (!text?.startsWith("{") || text.length > longestArea) return null;
  try {
    const { type, coordinates } = JSON.parse(text);
    return (type === "Polygon" || type === "MultiPolygon") && Array.isArray(coordinates) ? { type, coordinates } : null;
  } catch {
    return null;
  }
}

function readNearKind(text: string | null): NearKind | null {
  const [name, far, ...rest] = text?.split(",") ?? [];
  const kind = siteKinds.find((known) => known === name);
  const km = readNumber(far, 0.001, 500);
  return kind && km !== null && rest.length === 0 ? { kind, km } : null;
}

/** indicator, indicator@year, indicator:least..most with either bound left out. */
function readFigure(text: string): FigureRange | null {
  const bound = String.raw`(-?\d{1,17}(?:\.\d{1,6})?)?`;
  const parts = new RegExp(String.raw`^([a-z0-9][a-z0-9-]{0,79})(?:@((?:19|20)\d{2}))?(?::${bound}\.\.${bound})?$`).exec(text);
  if (!parts) return null;
  const [atLeast, atMost] = [parts[3], parts[4]].map((number) => (number === undefined ? null : Number(number)));
  if (atLeast != null && atMost != null && atLeast > atMost) return null;
  return {
    indicator: parts[1] ?? "",
    year: parts[2] ? Number(parts[2]) : null,
    atLeast: atLeast ?? null,
    atMost: atMost ?? null,
  };
}

export function writeFigure({ indicator, year, atLeast, atMost }: FigureRange): string {
  const range = atLeast === null && atMost === null ? "" : `:${atLeast ?? ""}..${atMost ?? ""}`;
  return `${indicator}${year === null ? "" : `@${year}`}${range}`;
}

/** A filter within the filter is handed on as it stands; here only its being JSON is looked at. */
function readNested(text: string | null): string {
  if (!text || text.length > longest) return "";
  try {
    const given = JSON.parse(text);
    return typeof given === "object" && given !== null ? text : "";
  } catch {
    return "";
  }
}
