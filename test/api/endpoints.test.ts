// One filter, every endpoint: for random filters GraphQL, tiles, files and OGC API give the same sites, and they are those that
// the filter means by a computation of its own (see filters.ts).
import { VectorTile } from "@mapbox/vector-tile";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import Pbf from "pbf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";
import { addressOf, drawnFilters, type Facts } from "../filters.ts";
import { runs } from "../runs.ts";

const FACTS = `{ sites(first: 200) { nodes {
  slug kind status confidence nameEn aliases operatorEn
  district { code nameEn aliases } functionalArea { slug nameEn aliases } industries { slug nameEn } location { point accuracyM }
  ... on ServiceTradePark { theme designation } ... on ExportBase { field holderKind holderEn } ... on LogisticsHub { level hubType facility }
} }
  observations(first: 200, filter: { indicators: ["planned-area", "resident-firms", "floor-area", "airport-passengers"] }) {
    pageInfo { hasNextPage } nodes { subject { ... on Site { slug } } periodKind periodStart periodEnd value valueMax qualifier status confidence
      indicator { slug nature } sources { publishedOn publisherKind } }
  } }`;
type ListField = "theme" | "designation" | "field" | "holderKind" | "level" | "hubType" | "facility";
const FIELD_OF_LIST: Record<string, ListField> = {
  ...{ themes: "theme", designations: "designation", fields: "field", designationHolderKinds: "holderKind" },
  ...{ hubLevels: "level", hubTypes: "hubType", facilities: "facility" },
};

interface NamedArea {
  nameEn: string;
  aliases: string[];
}

type Node = Pick<Facts, "slug" | "kind" | "status" | "confidence" | "nameEn"> & {
  [field in ListField]?: string;
} & {
  aliases: string[];
  operatorEn: string | null;
  holderEn?: string | null;
  district: ({ code: string } & NamedArea) | null;
  functionalArea: ({ slug: string } & NamedArea) | null;
  industries: { slug: string; nameEn: string }[];
  location: { point: { coordinates: [number, number] }; accuracyM: number } | null;
};

const COUNTS_QUERY = `query ($f: SiteFilter!) {
  sites(filter: $f, first: 200) { totalCount nodes { slug } facets { districts { count } } }
  catchment(filter: $f) { totalCount }
  siteGroups(filter: $f, by: KIND) { groups { count } }
}`;
interface Answers {
  sites: { totalCount: number; nodes: { slug: string }[]; facets: { districts: { count: number }[] } };
  catchment: { totalCount: number };
  siteGroups: { groups: { count: number }[] };
}

async function readFacts(atlas: TestAtlas): Promise<Facts[]> {
  const { sites, observations } = (await atlas.query(FACTS)) as {
    sites: { nodes: Node[] };
    observations: { pageInfo: { hasNextPage: boolean }; nodes: (Facts["figures"][number] & { subject: { slug?: string } })[] };
  };
  expect(observations.pageInfo.hasNextPage).toBe(false);
  return sites.nodes.map(({ district, functionalArea, industries, location, ...site }) => ({
    ...site,
    words: [
      ...[site.nameEn, ...site.aliases, site.operatorEn, site.holderEn, ...industries.map(({ nameEn }) => nameEn)],
      ...[district, functionalArea].flatMap((place) => (place ? [place.nameEn, ...place.aliases] : [])),
    ].flatMap((text) => text ?? []),
    figures: observations.nodes.filter(({ subject }) => subject.slug === site.slug),
    district: district?.code ?? null,
    area: functionalArea?.slug ?? null,
    industries: industries.map((industry) => industry.slug),
    accuracyM: location?.accuracyM ?? null,
    point: location?.point.coordinates ?? null,
    listValues: Object.fromEntries(Object.entries(FIELD_OF_LIST).map(([list, field]) => [list, site[field] ?? null])),
  }));
}

describe.each(databases)("every endpoint on %s", (kind) => {
  let atlas: TestAtlas;
  let facts: Facts[];
  let tiles: string[];
  beforeAll(async () => {
    atlas = await readAtlas(kind);
    facts = await readFacts(atlas);
    const tileIndexes = facts.flatMap(({ point }) => (point ? [tileOf(point)] : []));
    tiles = [...new Set(tileIndexes)];
  });
  afterAll(() => atlas.close());

  const get = async (url: string) => {
    const response = await atlas.app.inject({ method: "GET", url });
    if (response.statusCode >= 300) throw new Error(`${url} ${response.statusCode} ${response.body.slice(0, 300)}`);
    return response;
  };

  const endpoints: Record<string, (filter: Record<string, unknown>, address: string) => Promise<string[]>> = {
    GraphQL: async (filter) => {
      const { sites, catchment, siteGroups } = (await atlas.query(COUNTS_QUERY, { f: filter })) as unknown as Answers;
      const expected = sites.nodes.length;
      const sum = (list: { count: number }[]) => list.reduce((all, { count }) => all + count, 0);
      // A facet counts without its own part of the filter, so only where that is not set it counts the same.
      const inFacets = "districts" in filter ? expected : sum(sites.facets.districts);
      const counts = {
        total: sites.totalCount,
        catchment: catchment.totalCount,
        groups: sum(siteGroups.groups),
        facets: inFacets,
      };
      expect(counts).toEqual({ total: expected, catchment: expected, groups: expected, facets: expected });
      return sites.nodes.map(({ slug }) => slug);
    },
    CSV: async (_filter, address) => {
      const rows = parse((await get(`/download/sites.csv?${address}`)).body, { bom: true, columns: true }) as { slug: string }[];
      return rows.map(({ slug }) => slug);
    },
    GeoJSON: async (_filter, address) => featuresOf((await get(`/download/sites.geojson?${address}`)).json()),
    "OGC API Features": async (_filter, address) =>
      featuresOf((await get(`/ogc/collections/sites/items?limit=1000&${address}`)).json()),
  };

  test("random filters select the same sites at every endpoint, and the correct ones", async () => {
    // Each database tries filters of its own, together as many as CI tries; fewer than fifty may by chance be all too wide or too narrow.
    const runOptions = runs(200 / databases.length, 50);
    let matchingFilters = 0;
    await fc.assert(
      fc.asyncProperty(drawnFilters, async ({ filter, meaning }) => {
        const expectedFacts = facts.filter((site) => meaning(site, facts));
        const expected = expectedFacts.map(({ slug }) => slug).sort();
        if (expected.length > 0 && expected.length < facts.length) matchingFilters++;
        const address = addressOf(filter);
        for (const [endpoint, slugsFrom] of Object.entries(endpoints)) {
          expect([endpoint, (await slugsFrom(filter, address)).sort()]).toEqual([endpoint, expected]);
        }
        const slugsByTile = await Promise.all(
          tiles.map(async (tile) => inTile(await get(`/tiles/sites/${tile}.mvt?${address}`))),
        );
        const placed = expectedFacts.flatMap(({ slug, point }) => (point ? [slug] : [])).sort();
        expect(["tiles", [...new Set(slugsByTile.flat())].sort()]).toEqual(["tiles", placed]);
      }),
      runOptions,
    );
    // Filters that choose nothing or everything would prove little.
    expect(matchingFilters).toBeGreaterThan(runOptions.numRuns / 4);
  }, 600_000);
});

const featuresOf = (collection: { features: { properties: { slug: string } }[] }): string[] =>
  collection.features.map(({ properties }) => properties.slug);

const ZOOM = 9;
function tileOf([longitude, latitude]: readonly [number, number]): string {
  const size = 2 ** ZOOM;
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size;
  return `${ZOOM}/${Math.floor(((longitude + 180) / 360) * size)}/${Math.floor(y)}`;
}

function inTile({ rawPayload }: { rawPayload: Buffer }): string[] {
  if (rawPayload.length === 0) return [];
  const layer = new VectorTile(new Pbf(rawPayload)).layers.sites;
  return Array.from({ length: layer?.length ?? 0 }, (_, index) => String(layer?.feature(index).properties.slug));
}
