// The parts of the site filter that are not lists of values: the type of each, its form in an address, and its bounds.
import { choiceFault, Fault, numberFault, positionFault, readBounded, textFault } from "./faults.ts";
import { filterLists, type ListEntry } from "./filter-lists.ts";
import { type SiteKind, siteKinds } from "./kinds.ts";
import { readNumber } from "./numbers.ts";
import { YEAR_BOUNDS } from "./period.ts";
import { type FilterPart, type FlagPart, flagPart, type NumberPart, numberPart, textPart } from "./scalar-parts.ts";

/** West, south, east, north in degrees (WGS-84); where the west is greater than the east it crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** A circle on the ground: its centre (longitude, latitude) and its radius. */
export interface Near {
  point: readonly [longitude: number, latitude: number, ...height: number[]];
  withinKm: number;
}

type HubLevel = ListEntry<"hubLevels">;

/** Another site of a kind, or another hub of a level, within a distance in km; `where` is a filter that it meets, as JSON. */
export interface NearKind {
  kind: SiteKind;
  level: HubLevel | null;
  withinKm: number;
  where: string | null;
}

/** A figure between two inclusive bounds in the indicator's unit: the latest one, or that of a year. */
export interface FigureRange {
  indicator: string;
  year: number | null;
  atLeast: number | null;
  atMost: number | null;
}

/** A GeoJSON geometry in WGS-84. */
export type Area = { type: "Polygon"; coordinates: number[][][] } | { type: "MultiPolygon"; coordinates: number[][][][] };

/** How far it may be to a point or to another site. */
export const KM_BOUNDS = { min: 0.001, max: 500 };
const VALUE_BOUNDS = { min: -1e17, max: 1e17 };
const MAX_DEPTH = 40;

const bbox: FilterPart<Box | null> = {
  parameter: "bbox",
  emptyValue: null,
  read: (text) => {
    const numbers = text.split(",").map(readNumber);
    // A height after each corner means nothing on a map.
    const isFlat = numbers.length !== 6 || !numbers.every(Number.isFinite);
    return (isFlat ? numbers : numbers.filter((_, index) => index % 3 !== 2)) as unknown as Box;
  },
  write: (box) => box?.join(",") ?? "",
  check: (box) => {
    const [west, south, east, north] = box;
    const fits = box.length === 4 && !positionFault([west, south]) && !positionFault([east, north]);
    return fits && south <= north ? null : new Fault("FILTER_MALFORMED", { place: box.join(",") });
  },
};

const near: FilterPart<Near | null> = {
  parameter: "near",
  emptyValue: null,
  read: (text) => {
    const numbers = text.split(",").map(readNumber);
    const point = numbers.slice(0, -1) as unknown as Near["point"];
    const withinKm = readBounded(text.split(",").at(-1) ?? "", KM_BOUNDS, ".withinKm");
    return withinKm instanceof Fault ? (positionFault(point, ".point") ?? withinKm) : { point, withinKm };
  },
  write: (circle) => (circle ? [...circle.point, circle.withinKm].join(",") : ""),
  check: ({ point, withinKm }) => positionFault(point, ".point") ?? numberFault(withinKm, KM_BOUNDS, ".withinKm"),
};

const within: FilterPart<Area | null> = {
  parameter: "within",
  emptyValue: null,
  read: (text) => {
    const area = readJson(text, "GEOJSON_MALFORMED");
    if (area instanceof Fault) return area;
    // Only the geometry, without other members of the input.
    const { type, coordinates } = area as Area;
    return { type, coordinates } as Area;
  },
  write: (area) => (area ? JSON.stringify(area) : ""),
  check: ({ type, coordinates }) => {
    if (type !== "Polygon" && type !== "MultiPolygon")
      return new Fault("GEOJSON_NOT_AN_AREA", { value: String(type ?? typeof type) });
    return Array.isArray(coordinates) ? null : new Fault("GEOJSON_MALFORMED");
  },
};

const nearKind: FilterPart<NearKind | null> = {
  parameter: "nearKind",
  emptyValue: null,
  read: (text) => {
    const [neighbour = "", distance = "", ...conditions] = text.split(",");
    const [kind = "", level = null, ...extraLevels] = neighbour.split(":");
    if (extraLevels.length > 0) return new Fault("FILTER_MALFORMED", { place: extraLevels.join(":") });
    const where = conditions.length > 0 ? readNestedFilter(conditions.join(",")) : null;
    if (where instanceof Fault) return where;
    const site = { kind: kind as SiteKind, level: level as HubLevel | null };
    const withinKm = readBounded(distance, KM_BOUNDS, ".withinKm");
    return withinKm instanceof Fault ? (neighbourFault(site) ?? withinKm) : { ...site, withinKm, where };
  },
  write: (neighbour) => {
    if (!neighbour) return "";
    const { kind, level, withinKm, where } = neighbour;
    return [level === null ? kind : `${kind}:${level}`, withinKm, ...(where === null ? [] : [where])].join(",");
  },
  check: ({ kind, level, withinKm }) => neighbourFault({ kind, level }) ?? numberFault(withinKm, KM_BOUNDS, ".withinKm"),
};

const neighbourFault = ({ kind, level }: Pick<NearKind, "kind" | "level">): Fault | null =>
  choiceFault(kind, siteKinds, ".kind") ?? levelFault(kind, level ?? null);

// Sites of other kinds have no level, so the condition would never hold.
function levelFault(kind: SiteKind, level: string | null): Fault | null {
  if (level === null) return null;
  return kind === "LOGISTICS_HUB"
    ? choiceFault(level, filterLists.hubLevels.values, ".level")
    : new Fault("HUB_LEVEL_WITHOUT_HUB", { kind }, ".level");
}

const nestedFilterPart = (parameter: string): FilterPart<string> => ({
  ...{ parameter, emptyValue: "", write: (text) => text, check: () => null, read: readNestedFilter },
});

// The value is the JSON text of the parameter, which the server parses. The depth is checked first, because a hostile text could be
// nested deeper than the stack allows.
function readNestedFilter(text: string): string | Fault {
  let depth = 0;
  for (const character of text) {
    depth += "[{".includes(character) ? 1 : "]}".includes(character) ? -1 : 0;
    if (depth > MAX_DEPTH) return new Fault("FILTER_TOO_DEEP", { max: MAX_DEPTH });
  }
  const filter = readJson(text, "FILTER_MALFORMED");
  return filter instanceof Fault ? filter : text;
}

/** The parts that are neither lists (filter-lists.ts) nor ranges of figures, by their names in GraphQL. */
export const filterParts = {
  text: textPart(
    "q",
    "Words in Chinese, English or pinyin; all, except generic ones (park, company, …) beside others, must occur in its names, industries, theme or field, operator, designated holder, or the names of the district and functional area that it lies in. Its own names are also found by their pinyin initials.",
    textFault,
  ),
  hasLocation: flagPart("located", "Whether its location has been published.", {
    name: { zh: "位置", en: "Location" },
    yes: { zh: "位置已公布", en: "Location published" },
    no: { zh: "位置未公布", en: "No published location" },
  }),
  maxAccuracyM: numberPart(
    "accuracy",
    "Maximum error of its location in metres; sites without a published location are excluded.",
    { min: 1, max: 100_000 },
    {
      name: { zh: "位置误差不超过（米）", en: "Location accurate to (m)" },
      conditionText: { zh: "位置误差不超过 # 米", en: "Location accurate to # m" },
    },
  ),
  bbox,
  near,
  within,
  nearKind,
  cql: textPart(
    "filter",
    "A condition in CQL2 text (OGC 21-065) over the properties that /ogc/collections/sites/queryables names: nameEn LIKE 'Wuhan%' AND accuracyM < 500.",
    () => null,
  ),
  and: nestedFilterPart("and"),
  or: nestedFilterPart("or"),
  not: nestedFilterPart("not"),
};

export type PartName = keyof typeof filterParts;
export const partNames = Object.keys(filterParts) as PartName[];

type NamesOf<Kind> = { [Name in PartName]: (typeof filterParts)[Name] extends Kind ? Name : never }[PartName];

/** The parts that are yes or no, and those that are a number. */
export type FlagName = NamesOf<FlagPart>;
export type NumberName = NamesOf<NumberPart>;
/** The parts of which the page makes a control and a condition by their words. */
export type WordedName = FlagName | NumberName;

export const wordedNames = partNames.filter((name): name is WordedName => "conditionText" in filterParts[name]);
export const numberNames = wordedNames.filter((name): name is NumberName => "bounds" in filterParts[name]);
export const flagNames = wordedNames.filter((name): name is FlagName => !("bounds" in filterParts[name]));

/** The figures that a site must have: a list of entries with bounds. */
export const figureRangesPart = {
  parameter: "figures",
  max: 10,
  /** indicator, indicator@year, indicator:min..max with either bound left out. */
  read: (text: string): FigureRange | Fault => {
    // With the flag s, the first two dots decide. Otherwise a line break would make the expression try all others as well.
    const [, indicator, year, min, max] = /^([a-z0-9-]+)(?:@(\d{4}))?(?::(.*?)\.\.(.*))?$/s.exec(text) ?? [];
    if (indicator === undefined) return new Fault("FILTER_MALFORMED", { place: text });
    const [atLeast, atMost] = [min, max].map((limit) => (limit ? readBounded(limit, VALUE_BOUNDS) : null));
    if (atLeast instanceof Fault) return atLeast;
    if (atMost instanceof Fault) return atMost;
    return { indicator, year: year ? Number(year) : null, atLeast: atLeast ?? null, atMost: atMost ?? null };
  },
  write: ({ indicator, year, atLeast, atMost }: FigureRange): string => {
    const range = atLeast === null && atMost === null ? "" : `:${atLeast ?? ""}..${atMost ?? ""}`;
    return `${indicator}${year === null ? "" : `@${year}`}${range}`;
  },
  check: ({
    indicator,
    year,
    atLeast,
    atMost,
  }: { [Name in keyof FigureRange]?: FigureRange[Name] | undefined }): Fault | null => {
    const bounds = [atLeast, atMost].filter((bound) => typeof bound === "number");
    return (
      textFault(indicator ?? "") ??
      (typeof year === "number" ? numberFault(year, YEAR_BOUNDS) : null) ??
      bounds.map((bound) => numberFault(bound, VALUE_BOUNDS)).find(Boolean) ??
      (typeof atLeast === "number" && typeof atMost === "number" && atLeast > atMost
        ? new Fault("RANGE_REVERSED", { min: atLeast, max: atMost })
        : null)
    );
  },
};

/** Reads an object or a list from JSON. */
function readJson(text: string, code: "GEOJSON_MALFORMED" | "FILTER_MALFORMED"): object | Fault {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Not JSON: reported below.
  }
  return new Fault(code, { place: "JSON" });
}
