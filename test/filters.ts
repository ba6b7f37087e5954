// Random site filters for the test that all endpoints agree, each with what it means, computed here from the plain facts of the
// sites: Turf for polygons, Karney's geodesics for distances. Of the server's code only the names of parts and
// the values of lists are used.
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { polygon as turfPolygon } from "@turf/helpers";
import fc from "fast-check";
import { type ClosedListName, filterLists, type ListName, listNames } from "../server/contract/filter-lists.ts";
import {
  type FlagName,
  filterParts,
  flagNames,
  type NumberName,
  numberNames,
  type PartName,
  type WordedName,
} from "../server/contract/filter-parts.ts";
import { siteKinds } from "../server/contract/kinds.ts";
import { parameterByPart } from "../server/contract/site-filter.ts";
import { kmBetween } from "./geodesic.ts";

export interface Figure {
  indicator: { slug: string; nature: string };
  periodKind: string;
  periodStart: string | null;
  periodEnd: string | null;
  value: number;
  valueMax: number | null;
  qualifier: string;
  status: string;
  confidence: string;
  sources: { publishedOn: string | null; publisherKind: string }[];
}

/** What is known of a site, read once through GraphQL. */
export interface Facts {
  slug: string;
  kind: string;
  status: string | null;
  confidence: string;
  district: string | null;
  area: string | null;
  industries: string[];
  nameEn: string;
  /** What it is found by, in English: names, industries, operator, holder, district and functional area. */
  words: string[];
  accuracyM: number | null;
  point: [number, number] | null;
  /** Kind attributes by the filter's list: themes, designations, fields, … */
  listValues: Record<string, string | null>;
  /** All figures that are not superseded. */
  figures: Figure[];
}

export type Meaning = (site: Facts, allSites: readonly Facts[]) => boolean;
/** A filter in GraphQL's form and what it means. */
export interface Drawn {
  filter: Record<string, unknown>;
  meaning: Meaning;
}

type OpenListName = Exclude<ListName, ClosedListName>;

// All values of closed lists, some of open ones.
const openValues: Record<OpenListName, readonly string[]> = {
  districts: ["420102", "420103", "420106", "420111", "420112", "420113", "420114", "420115", "420116", "420117"],
  functionalAreas: ["ehdz", "wedz", "elsa"],
  industries: ["software", "service-outsourcing", "port-logistics", "cloud-computing"],
};
const valuesIn = (name: ListName): readonly string[] => {
  const list = filterLists[name];
  return "values" in list ? list.values : openValues[name as OpenListName];
};

const valuesOfList = (list: string) => (site: Facts) => [site.listValues[list] ?? null];
const valuesOf: Record<ListName, (site: Facts) => readonly (string | null)[]> = {
  kinds: (site) => [site.kind],
  statuses: (site) => [site.status],
  confidences: (site) => [site.confidence],
  districts: (site) => [site.district],
  functionalAreas: (site) => [site.area],
  industries: (site) => site.industries,
  themes: valuesOfList("themes"),
  designations: valuesOfList("designations"),
  fields: valuesOfList("fields"),
  designationHolderKinds: valuesOfList("designationHolderKinds"),
  hubLevels: valuesOfList("hubLevels"),
  hubTypes: valuesOfList("hubTypes"),
  facilities: valuesOfList("facilities"),
};

const lists = fc
  .constantFrom(...listNames)
  .chain((list) => fc.tuple(fc.constant(list), fc.subarray([...valuesIn(list)], { minLength: 1 })))
  .map(
    ([list, values]): Drawn => ({
      filter: { [list]: values },
      meaning: (site) => valuesOf[list](site).some((value) => value !== null && values.includes(value)),
    }),
  );

// Six decimals, as a page writes them; nothing is decided by a metre's hair then.
const degrees = (minDegrees: number, maxDegrees: number) =>
  fc.integer({ min: minDegrees * 1e6, max: maxDegrees * 1e6 }).map((value) => value / 1e6);
const longitude = degrees(113.8, 114.9);
const latitude = degrees(30.2, 31.1);
const km = fc.integer({ min: 1, max: 400 }).map((value) => value / 10);

const near = fc.tuple(longitude, latitude, km).map(
  ([lon, lat, withinKm]): Drawn => ({
    filter: { near: { point: [lon, lat], withinKm } },
    meaning: ({ point }) => point !== null && kmBetween(point, [lon, lat]) <= withinKm,
  }),
);

const bbox = fc
  .tuple(longitude, latitude, degrees(0.05, 0.9), degrees(0.05, 0.7))
  .map(([west, south, width, height]) => [west, south, west + width, south + height].map((value) => Number(value.toFixed(6))))
  .map((box): Drawn => {
    const [west = 0, south = 0, east = 0, north = 0] = box;
    return {
      filter: { bbox: box },
      meaning: ({ point }) => point !== null && point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north,
    };
  });

// A star round a centre: its corners in the order of their bearings, so its edges do not cross; some with a hole.
const within = fc
  .tuple(longitude, latitude, fc.array(degrees(0.05, 0.5), { minLength: 3, maxLength: 9 }), fc.boolean())
  .map(([lon, lat, reaches, hole]): Drawn => {
    const ring = (scale: number) => {
      const corners = reaches.map((radiusKm, index) => {
        const angle = (2 * Math.PI * index) / reaches.length;
        return [lon + scale * radiusKm * Math.cos(angle), lat + scale * radiusKm * Math.sin(angle)].map((value) =>
          Number(value.toFixed(6)),
        );
      });
      return [...corners, corners[0] as number[]];
    };
    const coordinates = hole ? [ring(1), ring(0.4)] : [ring(1)];
    const shape = turfPolygon(coordinates);
    return {
      filter: { within: { type: "Polygon", coordinates } },
      meaning: ({ point }) => point !== null && booleanPointInPolygon(point, shape),
    };
  });

const neighbour = fc.oneof(
  fc.record({ kind: fc.constantFrom(...siteKinds), level: fc.constant(null) }),
  fc.record({ kind: fc.constant("LOGISTICS_HUB"), level: fc.constantFrom(...filterLists.hubLevels.values) }),
);
const nearOther = (condition: fc.Arbitrary<Drawn | null>) =>
  fc.tuple(neighbour, km, condition).map(
    ([{ kind, level }, withinKm, where]): Drawn => ({
      filter: { nearKind: { kind, level, withinKm, ...(where && { where: where.filter }) } },
      meaning: (site, allSites) =>
        site.point !== null &&
        allSites.some(
          (other) =>
            other.kind === kind &&
            (level === null || other.listValues.hubLevels === level) &&
            other.slug !== site.slug &&
            (where === null || where.meaning(other, allSites)) &&
            other.point !== null &&
            kmBetween(other.point, site.point as [number, number]) <= withinKm,
        ),
    }),
  );
const nearKind = nearOther(fc.option(fc.oneof(lists, near)));

const flags: Record<FlagName, (site: Facts) => boolean> = { hasLocation: ({ point }) => point !== null };
const flag = fc
  .tuple(fc.constantFrom(...flagNames), fc.boolean())
  .map(([name, value]): Drawn => ({ filter: { [name]: value }, meaning: (site) => flags[name](site) === value }));

const numbers: Record<NumberName, (site: Facts, value: number) => boolean> = {
  maxAccuracyM: ({ accuracyM }, metres) => accuracyM !== null && accuracyM <= metres,
};
// Powers of ten, as near to its bounds as a number may be.
const number = fc.tuple(fc.constantFrom(...numberNames), fc.integer({ min: 0, max: 6 })).map(([name, powerOfTen]): Drawn => {
  const { min, max } = filterParts[name].bounds;
  const value = Math.min(max, Math.max(min, 10 ** powerOfTen));
  return { filter: { [name]: value }, meaning: (site) => numbers[name](site, value) };
});

// The rule that chooses the latest figure of a site: see the migration that makes latest_figure.
const STATUSES = ["OFFICIAL", "REPORTED", "PROVISIONAL", "ESTIMATE"];
const PUBLISHERS = ["STATISTICS", "GOVERNMENT", "OPERATOR", "PRESS", "REFERENCE"];
const CONFIDENCES = ["HIGH", "MEDIUM", "LOW"];
const isPart = ({ indicator, periodKind }: Figure) => Number(indicator.nature === "FLOW" && periodKind !== "YEAR");

function currentFigure(site: Facts, indicator: string, year: number | null): Figure | undefined {
  const inYear = ({ periodStart, periodEnd }: Figure) =>
    year === null ||
    (periodStart !== null && periodEnd !== null && periodStart >= `${year}-01-01` && periodEnd <= `${year}-12-31`);
  return site.figures
    .filter((figure) => figure.indicator.slug === indicator && STATUSES.includes(figure.status) && inYear(figure))
    .sort(
      (a, b) =>
        isPart(a) - isPart(b) ||
        (b.periodEnd ?? "").localeCompare(a.periodEnd ?? "") ||
        STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
        PUBLISHERS.indexOf(a.sources[0]?.publisherKind ?? "") - PUBLISHERS.indexOf(b.sources[0]?.publisherKind ?? "") ||
        CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
        (b.sources[0]?.publishedOn ?? "").localeCompare(a.sources[0]?.publishedOn ?? ""),
    )[0];
}

const isAtLeast = ({ qualifier, value }: Figure, bound: number) =>
  qualifier === "NEARLY" ? value > bound : value >= bound && qualifier !== "AT_MOST" && qualifier !== "LESS_THAN";
const isAtMost = ({ qualifier, value, valueMax }: Figure, bound: number) =>
  (valueMax ?? value) <= bound && qualifier !== "AT_LEAST" && qualifier !== "MORE_THAN";

const powerOfTen = fc.option(fc.integer({ min: 0, max: 8 }));
const figures = fc
  .tuple(
    fc.constantFrom("planned-area", "resident-firms", "floor-area", "airport-passengers"),
    fc.option(fc.integer({ min: 2012, max: 2026 })),
    powerOfTen,
    powerOfTen,
  )
  .map(([indicator, year, least, most]): Drawn => {
    const atLeast = least === null ? null : 10 ** least;
    const atMost = most === null || (least !== null && most < least) ? null : 5 * 10 ** most;
    return {
      filter: { figures: [{ indicator, year, atLeast, atMost }] },
      meaning: (site) => {
        const figure = currentFigure(site, indicator, year);
        if (!figure) return false;
        return (atLeast === null || isAtLeast(figure, atLeast)) && (atMost === null || isAtMost(figure, atMost));
      },
    };
  });

const cql = fc.oneof(
  fc.constantFrom("W", "O", "Wuhan", "East").map(
    (start): Drawn => ({
      filter: { cql: `nameEn LIKE '${start}%'` },
      meaning: ({ nameEn }) => nameEn.startsWith(start),
    }),
  ),
  fc.constantFrom(100, 500, 1000, 3000).map(
    (metres): Drawn => ({
      filter: { cql: `accuracyM <= ${metres} OR status IS NULL` },
      meaning: ({ accuracyM, status }) => (accuracyM !== null && accuracyM <= metres) || status === null,
    }),
  ),
  fc.tuple(longitude, latitude, km).map(
    ([lon, lat, distance]): Drawn => ({
      filter: { cql: `NOT kind IN ('EXPORT_BASE') AND S_DWITHIN(geometry, POINT(${lon} ${lat}), ${distance}, kilometers)` },
      meaning: ({ kind, point }) => kind !== "EXPORT_BASE" && point !== null && kmBetween(point, [lon, lat]) <= distance,
    }),
  ),
  bbox.map(({ filter, meaning }): Drawn => {
    const [w, s, e, n] = filter.bbox as number[];
    return {
      filter: { cql: `S_INTERSECTS(geometry, POLYGON((${w} ${s}, ${e} ${s}, ${e} ${n}, ${w} ${n}, ${w} ${s})))` },
      meaning,
    };
  }),
);

// Words that come up in English texts only, and in no theme or field: the server looks into those, Chinese texts and pinyin too.
const WORDS = ["Valley", "Airport", "Optics", "bonded", "LOGIST", "Animation", "Hongshan", "East", "Group"];
const startsAWord = (name: string, start: string) =>
  name.split(/[^\p{L}\p{N}]+/u).some((word) => word.toLowerCase().startsWith(start.toLowerCase()));

const text = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }).map(
  (words): Drawn => ({
    filter: { text: words.join(" ") },
    meaning: (site) => words.every((word) => site.words.some((text) => startsAWord(text, word))),
  }),
);

const both = (one: Drawn, other: Drawn): Drawn => ({
  filter: { ...one.filter, ...other.filter },
  meaning: (site, allSites) => one.meaning(site, allSites) && other.meaning(site, allSites),
});

// A part of the filter without a meaning here does not compile.
const parts: Record<Exclude<PartName, WordedName | "and" | "or" | "not">, fc.Arbitrary<Drawn>> = {
  ...{ near, bbox, within, nearKind, text, cql },
};
const leaf = fc.oneof(lists, lists, figures, flag, number, ...Object.values(parts));
const pair = fc
  .tuple(leaf, leaf)
  .map(([one, other]) => (Object.keys(one.filter).some((part) => part in other.filter) ? one : both(one, other)));

const allOf = (filters: Drawn[]): Drawn => ({
  filter: { and: filters.map(({ filter }) => filter) },
  meaning: (site, sites) => filters.every(({ meaning }) => meaning(site, sites)),
});
const anyOf = (filters: Drawn[]): Drawn => ({
  filter: { or: filters.map(({ filter }) => filter) },
  meaning: (site, sites) => filters.some(({ meaning }) => meaning(site, sites)),
});
const not = ({ filter, meaning }: Drawn): Drawn => ({
  filter: { not: filter },
  meaning: (site, sites) => !meaning(site, sites),
});

/** How many times sites are near sites that are near others. */
function nearDepth(filter: unknown): number {
  const { nearKind, and, or, not } = filter as { nearKind?: { where?: object }; and?: object[]; or?: object[]; not?: object };
  const depths = [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])].map(nearDepth);
  return Math.max(0, ...depths, ...(nearKind ? [1 + nearDepth(nearKind.where ?? {})] : []));
}

const drawnOfAnyDepth = fc.letrec<{ drawn: Drawn }>((tie) => {
  const fewFilters = fc.array(tie("drawn"), { minLength: 1, maxLength: 3 });
  return {
    drawn: fc.oneof(
      { depthSize: "small", maxDepth: 3 },
      { weight: 4, arbitrary: leaf },
      { weight: 2, arbitrary: pair },
      { weight: 1, arbitrary: fewFilters.map(allOf) },
      { weight: 1, arbitrary: fewFilters.map(anyOf) },
      { weight: 1, arbitrary: tie("drawn").map(not) },
      { weight: 1, arbitrary: nearOther(tie("drawn")) },
    ),
  };
}).drawn;

/** Filters of every part, alone, together and nested; `nearKind` no deeper than the server allows. */
export const drawnFilters: fc.Arbitrary<Drawn> = drawnOfAnyDepth.filter(({ filter }) => nearDepth(filter) <= 2);

/** The filter as address parameters. */
export function addressOf(filter: Record<string, unknown>): string {
  const writePart = (part: string, value: unknown): string => {
    if (part === "near") {
      const { point, withinKm } = value as { point: number[]; withinKm: number };
      return [...point, withinKm].join(",");
    }
    if (part === "nearKind") {
      const { kind, level, withinKm, where } = value as Record<"kind" | "level" | "withinKm" | "where", unknown>;
      return `${kind}${level === null ? "" : `:${level}`},${withinKm}${where ? `,${JSON.stringify(where)}` : ""}`;
    }
    if (part === "figures") return (value as Range[]).map(range).join(",");
    if (["within", "and", "or", "not"].includes(part)) return JSON.stringify(value);
    return String(value);
  };
  const pairs = Object.entries(filter).map(([part, value]) => [
    parameterByPart[part as keyof typeof parameterByPart],
    writePart(part, value),
  ]);
  return new URLSearchParams(pairs as [string, string][]).toString();
}

type Range = { indicator: string; year: number | null; atLeast: number | null; atMost: number | null };
const range = ({ indicator, year, atLeast, atMost }: Range) =>
  `${indicator}${year === null ? "" : `@${year}`}:${atLeast ?? ""}..${atMost ?? ""}`;
