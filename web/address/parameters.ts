import { basemapKinds } from "../../server/contract/basemaps.ts";
import { DISTRICT_CODE } from "../../server/contract/city.ts";
import { readAsOf } from "../../server/contract/days.ts";
import { SLUG_PATTERN } from "../../server/contract/filter-lists.ts";
import { siteKinds } from "../../server/contract/kinds.ts";
import { languages } from "../../server/contract/language.ts";
import { MAX_MEASURES, readSubjectSet, type SetName, subjectSets, writeMeasure } from "../../server/contract/measures.ts";
import { readWithin } from "../../server/contract/numbers.ts";
import { readClassification, readMeasure, readPeriod, writeClassification } from "./measure.ts";
import { readCoverage, readGeoPoint, readGroups, writeCoverage, writeGeoPoint, writeGroups } from "./spatial.ts";

/** Where the map looks: centre in degrees (WGS-84) and zoom level. */
export interface Camera {
  zoom: number;
  lat: number;
  lon: number;
}

/** The page Districts compares all districts, or all functional areas: two of the API's sets of subjects. */
export const areaSets = ["DISTRICT", "FUNCTIONAL_AREA"] as const satisfies readonly SetName[];
export type AreaSet = (typeof areaSets)[number];

export const MAX_PICKS = 4;

/** How many sites are compared side by side. */
export const COMPARED_SITES = { min: 2, max: 6 };

/** A parameter of the address: read strictly, so that what is not understood is as if it were not there. */
interface Parameter<Value> {
  name: string;
  read: (text: string | null) => Value;
  /** Null or "" leaves it out. */
  write: (value: Value) => string | null;
  /** A value that means the same as no parameter. */
  defaultText?: string;
}

const parameter = <Value>(
  name: string,
  read: Parameter<Value>["read"],
  write: Parameter<Value>["write"],
  defaultText?: string,
): Parameter<Value> => ({ name, read, write, ...(defaultText !== undefined && { defaultText }) });

const matching = (name: string, pattern: RegExp) =>
  parameter<string | null>(
    name,
    (text) => (text && pattern.test(text) ? text : null),
    (text) => text,
  );

const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
  parameter<Value | null>(
    name,
    (text) => values.find((value) => value === text) ?? null,
    (value) => value,
  );

/** Distinct entries between commas, and at most `maxEntries` of them. */
const list = <Value>(name: string, read: (text: string) => Value | null, write: (value: Value) => string, maxEntries: number) =>
  parameter<readonly Value[]>(
    name,
    (text) => [...new Set(text?.split(",").filter(Boolean))].flatMap((entry) => read(entry) ?? []).slice(0, maxEntries),
    (values) => values.map(write).join(","),
  );

/** What the table may show: a column by its name, or the figures of an indicator as figure.<slug>. */
const columnName = /^[a-zA-Z]{1,30}$|^figure\.[a-z0-9][a-z0-9-]{0,79}$/;
const identity = (text: string): string => text;
const matchingText = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : null);

/** All parameters of an address besides the page and the filter, in writing order. */
export const parameters = {
  /** Slug of the site whose drawer is open. */
  site: matching("site", SLUG_PATTERN),
  /** Code of the district whose card is open; a site's drawer goes before it. */
  district: matching("district", DISTRICT_CODE),
  camera: parameter("map", readCamera, (camera) => camera && [camera.zoom, camera.lat, camera.lon].join("/")),
  /** How Explore shows the sites: on the map alone, as a table beside it, or the picked ones side by side. */
  view: parameter<"map" | "table" | "compare">(
    "view",
    (text) => (text === "table" || text === "compare" ? text : "map"),
    (view) => (view === "map" ? null : view),
    "map",
  ),
  /** Slugs of the sites that are picked to be compared, in the order of picking. */
  comparedSites: list("compare", matchingText(SLUG_PATTERN), identity, COMPARED_SITES.max),
  /** The table's columns, where the reader has chosen some. */
  columns: list("columns", matchingText(columnName), identity, 40),
  /** The column or measure that a table is sorted by, with a minus sign before it for largest first. */
  sort: parameter<string | null>("sort", readSort, (sort) => sort),
  /** Sites counted together on the map; null draws them one by one. */
  groups: parameter("groups", readGroups, writeGroups),
  /** The share of the city near a kind of site. */
  coverage: parameter("cover", readCoverage, writeCoverage),
  /** The spot whose nearest sites are listed. */
  nearestTo: parameter("from", readGeoPoint, writeGeoPoint),
  /** What the districts are coloured by; null leaves them plain. */
  colourMeasure: parameter("colour", readMeasure, (measure) => measure && writeMeasure(measure)),
  /** The indicator that sites are sized by, by slug; null draws all alike. */
  sizeIndicator: matching("size", SLUG_PATTERN),
  /** The period that is shown (2024, 2024-H1, 2024-Q3, 2024-05); null takes the one that most have. */
  period: parameter<string | null>("period", readPeriod, (period) => period),
  classification: parameter("classes", readClassification, writeClassification),
  /** Whether the map is shown once for each year, side by side. */
  smallMultiples: parameter(
    "multiples",
    (text) => text === "1",
    (isShown) => (isShown ? "1" : null),
    "0",
  ),
  /** The as-of moment (ISO 8601, UTC); null is now. */
  asOf: parameter<string | null>(
    "asof",
    (text) => readAsOf(text ?? "") ?? null,
    (moment) => moment,
  ),
  /** What is compared on the page Districts: districts, or functional areas, never both. */
  areaSet: parameter<AreaSet>(
    "set",
    (text) => areaSets.find((set) => set === readSubjectSet(text)) ?? "DISTRICT",
    (set) => (set === "DISTRICT" ? null : subjectSets[set]),
    subjectSets.DISTRICT,
  ),
  /** What they are compared by; empty where the reader has not chosen. */
  measures: list("measures", readMeasure, writeMeasure, MAX_MEASURES),
  /** Two to four that are shown side by side: codes of districts, slugs of functional areas. */
  picks: list("picks", matchingText(SLUG_PATTERN), identity, MAX_PICKS),
  /** Whose most similar ones are listed, where the reader has chosen one; otherwise the first picked. */
  similarTo: matching("similar", SLUG_PATTERN),
  /** On the page Plan: the targets of this task, kind of site, state, and the one that is open. */
  task: parameter(
    "task",
    (text) => readWithin(text ?? undefined, 1, 99),
    (task) => (task === null ? null : String(task)),
  ),
  targetKind: oneOf("kind", siteKinds),
  targetState: matching("state", /^[A-Z_]{1,30}$/),
  target: matching("target", SLUG_PATTERN),
  /** Only when chosen; otherwise the one remembered or the browser's language holds. */
  lang: oneOf("lang", languages),
  /** Only when chosen; otherwise the one remembered or the system's scheme holds. */
  theme: oneOf("theme", ["light", "dark"]),
  /** Only when chosen; otherwise the operator's default holds. */
  basemap: oneOf("basemap", basemapKinds),
};

function readSort(text: string | null): string | null {
  const name = text?.replace(/^-/, "") ?? "";
  return columnName.test(name) || readMeasure(name) ? text : null;
}

function readCamera(text: string | null): Camera | null {
  const parts = text?.split("/") ?? [];
  if (parts.length !== 3) return null;
  const [zoom, lat, lon] = [readWithin(parts[0], 0, 22), readWithin(parts[1], -85, 85), readWithin(parts[2], -180, 180)];
  return zoom === null || lat === null || lon === null ? null : { zoom, lat, lon };
}

/** As exact as the eye needs (about 10 m), so that a camera read back and written again does not change. */
export function roundCamera({ zoom, lat, lon }: Camera): Camera {
  return { zoom: Number(zoom.toFixed(2)), lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) };
}
