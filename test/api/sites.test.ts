import type { Point } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";
import { kmBetween } from "../geodesic.ts";

describe.each(databases)("sites on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const slugs = async (filter: Record<string, unknown>, order?: Record<string, unknown>): Promise<string[]> => {
    const { sites } = await atlas.query(
      "query ($f: SiteFilter, $o: SiteOrder) { sites(first: 200, filter: $f, orderBy: $o) { nodes { slug } } }",
      { f: filter, o: order },
    );
    return (sites as { nodes: { slug: string }[] }).nodes.map((node) => node.slug);
  };

  test("there are 47, with counts by kind and district, and 13 without a point", async () => {
    const { sites } = await atlas.query(
      "{ sites { totalCount bounds facets { kinds { kind count } parts { kind count } nationalHubs districts { code count } withoutPoint } } }",
    );
    expect(sites).toMatchObject({
      totalCount: 47,
      bounds: [expect.closeTo(114.08, 5), expect.closeTo(30.34118, 5), expect.closeTo(115.03926, 5), expect.closeTo(30.7748, 5)],
      facets: {
        kinds: [
          { kind: "SERVICE_TRADE_PARK", count: 22 },
          { kind: "EXPORT_BASE", count: 5 },
          { kind: "BONDED_ZONE", count: 5 },
          { kind: "LOGISTICS_HUB", count: 15 },
        ],
        parts: [{ kind: "BONDED_ZONE", count: 2 }],
        nationalHubs: 5,
        withoutPoint: 13,
      },
    });
  });

  test("districts and functional areas are found by the same words", async () => {
    const searchSites = async (text: string | null) => {
      const { districts, functionalAreas } = await atlas.query(
        "query ($text: String) { districts(text: $text) { code } functionalAreas(text: $text) { slug } }",
        { text },
      );
      return [...(districts as { code: string }[]), ...(functionalAreas as { slug: string }[])].map(
        (each) => Object.values(each)[0],
      );
    };
    for (const text of ["漢陽", "hanyang", "hànyáng", "ＨＡＮＹＡＮＧ", "hy", "汉阳"])
      expect([text, await searchSites(text)]).toEqual([text, ["420105"]]);
    for (const text of ["huangpi", "huangbei", "黃陂"]) expect([text, await searchSites(text)]).toEqual([text, ["420116"]]);
    for (const text of ["東湖新技術", "donghu xinjishu", "East Lake High-tech"])
      expect([text, await searchSites(text)]).toEqual([text, ["ehdz"]]);
    expect(await searchSites("jiang'an")).toContain("420102");
    expect(await searchSites("%")).toEqual([]);
    expect(await searchSites(null)).toHaveLength(20);
    await expect(searchSites("a\u0000b")).rejects.toThrow(/text/);
  });

  test("text is found in three scripts", async () => {
    const chinese = await slugs({ text: "光谷" });
    expect(chinese).toContain("park-biolake");
    expect(await slugs({ text: "guanggu" })).toEqual(chinese);
    expect(await slugs({ text: "gg" })).toContain("park-biolake");
    expect(await slugs({ text: "GuangGu sheng" })).toEqual(["park-biolake"]);
    expect(await slugs({ text: "optics valley bio" })).toEqual(["park-biolake"]);
    expect(await slugs({ text: "biolake 光谷" })).toEqual(["park-biolake"]);
    expect(await slugs({ text: "ＯＰＴＩＣＳ　Valley bio" })).toEqual(["park-biolake"]);
    const design = await slugs({ text: "设计之都" });
    expect(design.length).toBeGreaterThan(0);
    for (const text of ["shejizhidu", "shejizhidou", "shèjìzhīdū", "SHEJIZHIDU", "sjzd", "設計之都", "设计之都\ud800"])
      expect([text, await slugs({ text })]).toEqual([text, design]);
    for (const text of ["chutian181", "ct181", "181wenhua", "楚天181", "181", "１８１", "181文化"])
      expect([text, await slugs({ text })]).toEqual([text, [expect.stringMatching(/181/)]]);
    expect(await slugs({ text: "wǔhàn" })).toEqual(await slugs({ text: "wuhan" }));
    expect(await slugs({ text: "武漢經開" })).toEqual(await slugs({ text: "武汉经开" }));
    expect(await slugs({ text: "武漢經開" })).not.toEqual([]);
    expect(await slugs({ text: "nothing%" })).toEqual([]);
    expect(await slugs({ text: "_" })).toEqual([]);
    expect(await slugs({ text: "  " })).toHaveLength(47);
    expect(await slugs({ text: "'; DROP TABLE site; --" })).toEqual([]);
  });

  // A word and the filter that means the same, where there is one; otherwise a site that must be among those found.
  test.each([
    ["biotech", { themes: ["BIOTECH"] }],
    ["生物医药", { industries: ["biopharmaceuticals"] }],
    ["shengwu yiyao", { industries: ["biopharmaceuticals"] }],
    ["東湖高新", { functionalAreas: ["ehdz"] }],
    ["东湖高新", { functionalAreas: ["ehdz"] }],
    ["donghugaoxin", { functionalAreas: ["ehdz"] }],
    ["Optics Valley", { functionalAreas: ["ehdz"] }],
    ["guanggu", { functionalAreas: ["ehdz"] }],
    ["Hongshan District", { districts: ["420111"] }],
    ["洪山区", { districts: ["420111"] }],
    ["地理信息", { fields: ["GEOGRAPHIC_INFORMATION"] }],
    ["language services", { fields: ["LANGUAGE"] }],
    ["software outsourcing", { themes: ["SOFTWARE"] }],
  ])("%s finds the sites that people mean by it", async (text, filter) => {
    const expectedSlugs = await slugs(filter);
    expect(expectedSlugs.length).toBeGreaterThan(0);
    expect(await slugs({ text })).toEqual(expect.arrayContaining(expectedSlugs));
  });

  test("operators and holders are found in both languages", async () => {
    for (const text of ["中电光谷", "zhongdian guanggu", "China Electronics Optics Valley Union"])
      expect(await slugs({ text })).toEqual(expect.arrayContaining(["park-finance-harbour", "park-software"]));
    expect(await slugs({ text: "传神语联" })).toHaveLength(1);
  });

  test("every endpoint finds the same by such words", async () => {
    for (const text of ["biotech", "东湖高新", "Optics Valley"]) {
      const foundSlugs = await slugs({ text });
      const q = encodeURIComponent(text);
      const features = async (url: string) =>
        (await atlas.app.inject(url)).json().features.map(({ properties }: { properties: { slug: string } }) => properties.slug);
      expect((await features(`/download/sites.geojson?q=${q}`)).sort()).toEqual([...foundSlugs].sort());
      expect((await features(`/ogc/collections/sites/items?limit=200&q=${q}`)).sort()).toEqual([...foundSlugs].sort());
    }
  });

  test("every site is found by each of its own names", async () => {
    const { sites } = await atlas.query("{ sites(first: 200) { nodes { slug nameZh nameEn aliases } } }");
    for (const { slug, nameZh, nameEn, aliases } of (
      sites as { nodes: { slug: string; nameZh: string; nameEn: string; aliases: string[] }[] }
    ).nodes) {
      for (const text of [nameZh, nameEn, ...aliases])
        expect([text, await slugs({ text })]).toEqual([text, expect.arrayContaining([slug])]);
    }
  });

  test("a facet counts without its own part of the filter", async () => {
    const { sites } = await atlas.query(
      `{ sites(filter: { kinds: [BONDED_ZONE], districts: ["420112"] }) { totalCount facets { kinds { kind count } districts { code count } } } }`,
    );
    expect(sites).toMatchObject({ totalCount: 1, facets: { kinds: [{ count: 1 }, { count: 0 }, { count: 1 }, { count: 2 }] } });
    const { districts } = (sites as { facets: { districts: { code: string | null; count: number }[] } }).facets;
    expect(districts.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  test("bbox, polygon and circle agree with the points themselves", async () => {
    const { sites } = await atlas.query("{ sites(first: 200) { nodes { slug location { point } } } }");
    const points = (sites as { nodes: { slug: string; location: { point: { coordinates: [number, number] } } | null }[] }).nodes;
    const inside = (test: (longitude: number, latitude: number) => boolean) =>
      points.filter(({ location }) => location && test(...location.point.coordinates)).map(({ slug }) => slug);
    expect((await slugs({ bbox: [114.3, 30.4, 114.6, 30.6] })).sort()).toEqual(
      inside((x, y) => x >= 114.3 && x <= 114.6 && y >= 30.4 && y <= 30.6).sort(),
    );
    const square = {
      type: "Polygon",
      coordinates: [
        [
          [114.3, 30.4],
          [114.6, 30.4],
          [114.6, 30.6],
          [114.3, 30.6],
          [114.3, 30.4],
        ],
      ],
    };
    expect((await slugs({ within: square })).sort()).toEqual((await slugs({ bbox: [114.3, 30.4, 114.6, 30.6] })).sort());
    const near = await slugs({ near: { point: [114.3055, 30.5928], withinKm: 8 } }, { field: "DISTANCE" });
    expect(near.length).toBeGreaterThan(4);
    expect(near).toEqual(expect.arrayContaining(["park-duoniu", "park-tanhualin"]));
  });

  test("distance is geodesic: Tianhe to Huahu is 92.3 km", async () => {
    const { site } = await atlas.query(
      `{ site(slug: "air-tianhe") { nearest(kinds: [LOGISTICS_HUB], first: 50) { distanceKm site { slug } } } }`,
    );
    const list = (site as { nearest: { distanceKm: number; site: { slug: string } }[] }).nearest;
    const huahu = list.find((entry) => entry.site.slug === "air-huahu");
    expect(huahu?.distanceKm).toBeCloseTo(92.3, 0);
    expect(list.map((entry) => entry.distanceKm)).toEqual(list.map((entry) => entry.distanceKm).sort((a, b) => a - b));
    expect(list.map((entry) => entry.site.slug)).not.toContain("air-tianhe");
  });

  test("the distances between some sites: of each to the others alone, the same both ways", async () => {
    const someSlugs = ["air-tianhe", "park-duoniu", "air-huahu"];
    const { sites } = await atlas.query(
      `query ($among: [String!]) { sites(filter: { cql: "slug IN ('air-tianhe', 'park-duoniu', 'air-huahu')" }) {
        nodes { slug location { point } nearest(among: $among) { distanceKm site { slug } } } } }`,
      { among: [...someSlugs, "nowhere"] },
    );
    const { nodes } = sites as {
      nodes: { slug: string; location: { point: Point }; nearest: { distanceKm: number; site: { slug: string } }[] }[];
    };
    expect(nodes.map(({ slug }) => slug).sort()).toEqual([...someSlugs].sort());
    for (const { slug, location, nearest } of nodes) {
      expect(nearest.map((entry) => entry.site.slug).sort()).toEqual(someSlugs.filter((other) => other !== slug).sort());
      for (const { site, distanceKm } of nearest) {
        const other = nodes.find((each) => each.slug === site.slug);
        expect(distanceKm).toBeCloseTo(kmBetween(location.point.coordinates, other?.location.point.coordinates ?? []), 3);
        expect(other?.nearest.find((entry) => entry.site.slug === slug)?.distanceKm).toBe(distanceKm);
      }
    }
  });

  test("a site without a point has no location and no neighbours; parts and parent lead to each other", async () => {
    const { site } = await atlas.query(
      `{ site(slug: "cbz-xingang-konggang") { __typename location { point } nearest { distanceKm } parts { slug parent { slug } } ... on BondedZone { sealedOn } } }`,
    );
    expect(site).toEqual({
      __typename: "BondedZone",
      location: null,
      nearest: [],
      sealedOn: null,
      parts: expect.arrayContaining([
        { slug: "cbz-xg-yangluo", parent: { slug: "cbz-xingang-konggang" } },
        { slug: "cbz-xg-dongxihu", parent: { slug: "cbz-xingang-konggang" } },
      ]),
    });
  });

  test("pages forward and backward meet every site once, in every order", async () => {
    for (const field of ["NAME", "NAME_EN", "AREA"]) {
      for (const direction of ["ASC", "DESC"]) {
        const all = await slugs({}, { field, direction });
        expect(new Set(all).size).toBe(47);
        expect(await walk(field, direction, "first", "after", "endCursor")).toEqual(all);
        expect(await walk(field, direction, "last", "before", "startCursor")).toEqual(all);
      }
    }
  });

  async function walk(
    field: string,
    direction: string,
    size: string,
    from: string,
    edge: "endCursor" | "startCursor",
  ): Promise<string[]> {
    const pagedSlugs: string[] = [];
    let cursor: string | null = null;
    do {
      const { sites } = await atlas.query(
        `query ($c: String) { sites(${size}: 9, ${from}: $c, orderBy: { field: ${field}, direction: ${direction} }) { nodes { slug } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
        { c: cursor },
      );
      const { nodes, pageInfo } = sites as { nodes: { slug: string }[]; pageInfo: Record<string, string | boolean | null> };
      const names = nodes.map((node) => node.slug);
      pagedSlugs.splice(size === "first" ? pagedSlugs.length : 0, 0, ...names);
      cursor = pageInfo[size === "first" ? "hasNextPage" : "hasPreviousPage"] ? (pageInfo[edge] as string) : null;
    } while (cursor);
    return pagedSlugs;
  }

  test("a page between two cursors", async () => {
    const { sites } = await atlas.query("{ sites(first: 20) { edges { cursor node { slug } } } }");
    const edges = (sites as { edges: { cursor: string; node: { slug: string } }[] }).edges;
    const between = async (size: string) => {
      const answer = await atlas.query(
        `{ sites(${size}, after: "${edges[4]?.cursor}", before: "${edges[9]?.cursor}") { nodes { slug } } }`,
      );
      return (answer.sites as { nodes: { slug: string }[] }).nodes.map((node) => node.slug);
    };
    const all = edges.slice(5, 9).map((edge) => edge.node.slug);
    expect(await between("first: 50")).toEqual(all);
    expect(await between("first: 2")).toEqual(all.slice(0, 2));
    expect(await between("last: 2")).toEqual(all.slice(2));
  });

  test("anything with an id is found by it again", async () => {
    const { sites, districts, sources, observations } = await atlas.query(
      "{ sites(first: 3) { nodes { id slug } } districts { id code } sources(first: 2) { nodes { id slug } } observations(first: 2) { nodes { id published } } }",
    );
    const all = [
      ...(sites as { nodes: { id: string }[] }).nodes,
      ...(districts as { id: string }[]),
      ...(sources as { nodes: { id: string }[] }).nodes,
    ];
    for (const { id } of [...all, ...(observations as { nodes: { id: string }[] }).nodes]) {
      expect(await atlas.query("query ($id: ID!) { node(id: $id) { id __typename } }", { id })).toMatchObject({ node: { id } });
    }
    expect(
      await atlas.query("query ($id: ID!) { node(id: $id) { id } }", {
        id: Buffer.from("District:000000").toString("base64url"),
      }),
    ).toEqual({ node: null });
  });
});
