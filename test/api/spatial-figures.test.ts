// Which figures of many sites are added up, and which queries are refused.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

interface Summary {
  indicator: { slug: string };
  count: number;
  partsLeftOut: number;
  sum: number | null;
  sumMax: number | null;
  sumQualifier: string | null;
  sumNotComputable: string | null;
  median: number | null;
  medianMax: number | null;
  medianQualifier: string | null;
  least: number | null;
  leastQualifier: string | null;
  greatest: number | null;
  greatestQualifier: string | null;
  from: number | null;
  to: number | null;
}

const FIGURES =
  "figures { indicator { slug } count partsLeftOut sum sumMax sumQualifier sumNotComputable median medianMax medianQualifier least leastQualifier greatest greatestQualifier from to }";

/** Figures of test indicators, each named after what it shows: site, value, qualifier, year, upper end. */
const testFigures: Record<string, [site: string, value: number, qualifier: string, year: number, valueMax?: number][]> = {
  exact: [
    ["cbz-donghu", 10, "EXACT", 2024],
    ["cbz-jingkai", 5, "EXACT", 2024],
    ["port-yangluo", 1, "EXACT", 2024],
  ],
  "one-approximate": [
    ["cbz-donghu", 10, "EXACT", 2024],
    ["cbz-jingkai", 5, "ABOUT", 2024],
    ["port-yangluo", 1, "NEARLY", 2024],
  ],
  "one-nearly": [
    ["cbz-donghu", 10, "EXACT", 2024],
    ["cbz-jingkai", 5, "NEARLY", 2024],
  ],
  "one-lower": [
    ["cbz-donghu", 10, "MORE_THAN", 2024],
    ["cbz-jingkai", 5, "RANGE", 2024, 8],
    ["port-yangluo", 1, "ABOUT", 2024],
  ],
  "lower-and-nearly": [
    ["cbz-donghu", 10, "MORE_THAN", 2024],
    ["cbz-jingkai", 5, "NEARLY", 2024],
  ],
  "range-and-nearly": [
    ["cbz-donghu", 10, "NEARLY", 2024],
    ["cbz-jingkai", 5, "RANGE", 2024, 8],
  ],
  "one-upper": [
    ["cbz-donghu", 10, "LESS_THAN", 2024],
    ["cbz-jingkai", 5, "RANGE", 2024, 8],
  ],
  "one-range": [
    ["cbz-donghu", 10, "ABOUT", 2024],
    ["cbz-jingkai", 5, "RANGE", 2024, 8],
  ],
  "two-bounds": [
    ["cbz-donghu", 10, "AT_LEAST", 2024],
    ["cbz-jingkai", 5, "AT_MOST", 2024],
  ],
  "two-years": [
    ["cbz-donghu", 10, "EXACT", 2023],
    ["cbz-jingkai", 5, "EXACT", 2024],
  ],
  "whole-and-parts": [
    ["cbz-xingang-konggang", 100, "EXACT", 2024],
    ["cbz-xg-yangluo", 60, "EXACT", 2024],
    ["cbz-xg-dongxihu", 40, "EXACT", 2024],
    ["cbz-donghu", 10, "EXACT", 2024],
  ],
};

describe.each(databases)("figures of many sites on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    const { pool } = atlas.database;
    await pool.query(
      `INSERT INTO indicator (id, name_zh, name_en, definition_zh, definition_en, unit_id, aggregation, nature, direction, frequency, applies_to, standard)
       SELECT 'made-' || id, id, id, '-', '-', (SELECT min(id) FROM unit), 'SUM', 'FLOW', 'HIGHER', 'YEARLY', '{}', 'NONE' FROM unnest($1::text[]) id`,
      [Object.keys(testFigures)],
    );
    for (const [indicator, figures] of Object.entries(testFigures)) {
      for (const [site, value, qualifier, year, valueMax] of figures) {
        await pool.query(
          `INSERT INTO observation (indicator_id, site_id, period_kind, period_start, period_end, value, value_max, qualifier, status, confidence, published, source_id, change_set_id)
           SELECT 'made-' || $1::text, s.id, 'YEAR', make_date($2, 1, 1), make_date($2, 12, 31), $3, $4, $5::qualifier, 'REPORTED', 'LOW', '-',
             (SELECT min(id) FROM source), (SELECT min(id) FROM change_set) FROM site s WHERE s.slug = $6`,
          [indicator, year, value, valueMax ?? null, qualifier, site],
        );
      }
    }
    await pool.query("SELECT refresh_totals()");
  });
  afterAll(() => atlas.close());

  const summary = async (indicator: string, filter = "{}"): Promise<Summary | undefined> => {
    const { catchment } = await atlas.query(`{ catchment(filter: ${filter}, indicators: ["${indicator}"]) { ${FIGURES} } }`);
    return (catchment as { figures: Summary[] }).figures[0];
  };

  const slugs = (...names: string[]) => `{ cql: "slug IN (${names.map((name) => `'${name}'`).join(", ")})" }`;

  test.each([
    [
      "exact",
      {
        count: 3,
        sum: 16,
        sumQualifier: "EXACT",
        sumMax: null,
        median: 5,
        medianQualifier: "EXACT",
        least: 1,
        greatest: 10,
        from: 2024,
        to: 2024,
      },
    ],
    [
      "one-approximate",
      { sum: 16, sumQualifier: "ABOUT", median: 5, medianQualifier: "ABOUT", least: 1, greatestQualifier: "EXACT" },
    ],
    ["one-nearly", { sum: 15, sumQualifier: "NEARLY", median: 7.5, medianQualifier: "ABOUT" }],
    // About 1, 5 to 8, more than 10.
    [
      "one-lower",
      {
        sum: 16,
        sumQualifier: "AT_LEAST",
        median: 5,
        medianMax: 8,
        medianQualifier: "RANGE",
        greatest: 10,
        greatestQualifier: "MORE_THAN",
      },
    ],
    // 5 to 8 and less than 10: less than 9.
    [
      "one-upper",
      { sum: 18, sumQualifier: "AT_MOST", median: 9, medianQualifier: "LESS_THAN", least: 8, leastQualifier: "AT_MOST" },
    ],
    ["one-range", { sum: 15, sumMax: 18, sumQualifier: "RANGE", least: 5, greatest: 10 }],
    ["lower-and-nearly", { sum: null, sumQualifier: null, sumNotComputable: "MIXED_BOUNDS" }],
    ["range-and-nearly", { sum: 18, sumQualifier: "AT_MOST", sumMax: null }],
    [
      "two-bounds",
      {
        sum: null,
        sumQualifier: null,
        sumNotComputable: "MIXED_BOUNDS",
        median: null,
        medianQualifier: null,
        least: 5,
        leastQualifier: "AT_MOST",
        greatest: 10,
      },
    ],
    ["two-years", { sum: null, sumQualifier: null, sumNotComputable: "MIXED_PERIODS", from: 2023, to: 2024 }],
    ["whole-and-parts", { count: 2, partsLeftOut: 2, sum: 110, median: 55, least: 10 }],
  ])("%s", async (indicator, expected) => {
    expect(await summary(`made-${indicator}`)).toMatchObject({ sumNotComputable: null, ...expected });
  });

  test("parts stand for themselves where the whole is not among the sites", async () => {
    const parts = await summary("made-whole-and-parts", '{ text: "xingang", bbox: [113, 29, 116, 32] }');
    expect(parts).toMatchObject({ count: 2, partsLeftOut: 0, sum: 100, greatest: 60 });
    const { siteGroups } = await atlas.query(
      `{ siteGroups(by: KIND, filter: { kinds: [BONDED_ZONE] }, indicators: ["made-whole-and-parts"]) { groups { key ${FIGURES} } } }`,
    );
    expect(siteGroups).toMatchObject({ groups: [{ key: "BONDED_ZONE", figures: [{ count: 2, partsLeftOut: 2, sum: 110 }] }] });
  });

  // By hand from prisma/data/observations.csv.
  test("the real figures: areas of sites of several kinds, cargo of different years and output of different periods are not added", async () => {
    expect(await summary("planned-area")).toMatchObject({
      count: 14,
      partsLeftOut: 2,
      sum: null,
      sumNotComputable: "MIXED_KINDS",
      greatest: 66.8,
    });
    // Two bonded zones: 5.41 and 4.05, the latter with both of its parts.
    expect(await summary("planned-area", "{ kinds: [BONDED_ZONE] }")).toMatchObject({
      count: 2,
      partsLeftOut: 2,
      sum: 9.46,
      sumQualifier: "EXACT",
    });
    expect(await summary("floor-area", '{ kinds: [SERVICE_TRADE_PARK], text: "zhigu" }')).toMatchObject({
      count: 1,
      sum: 350_000,
    });
    expect(await summary("cities-reached")).toMatchObject({ sum: null, sumNotComputable: "NOT_ADDITIVE" });
    expect(await summary("airport-cargo")).toMatchObject({
      count: 2,
      sum: null,
      sumNotComputable: "MIXED_PERIODS",
      least: 316_000,
      greatest: 1_145_700,
      median: 730_850,
      from: 2021,
      to: 2025,
    });
    // 30 km2 and less than 0.67: the middle is less than 15.335 and not 15.334999999999999; 78 firms and about 400: about 239.
    expect(await summary("planned-area", slugs("park-biolake", "base-geo"))).toMatchObject({
      count: 2,
      median: 15.335,
      medianQualifier: "LESS_THAN",
    });
    expect(await summary("resident-firms", slugs("park-software", "base-geo"))).toMatchObject({
      count: 2,
      median: 239,
      medianQualifier: "ABOUT",
    });
    expect(await summary("park-output")).toMatchObject({ sum: null, sumNotComputable: "MIXED_PERIODS", to: 2021 });
    expect(await summary("park-output", '{ text: "zhigu" }')).toMatchObject({ count: 1, sum: 12e9, sumQualifier: "AT_LEAST" });
    expect(await summary("airport-cargo", '{ text: "huahu" }')).toMatchObject({
      count: 1,
      sum: 1_145_700,
      sumQualifier: "EXACT",
    });
  });

  test("figures are ordered by the number of sites that have them, then by name, up to the requested number", async () => {
    const figures = async (moreArguments: string): Promise<Summary[]> =>
      ((await atlas.query(`{ catchment(filter: {}${moreArguments}) { ${FIGURES} } }`)).catchment as { figures: Summary[] })
        .figures;
    const all = await figures(", first: 200");
    const order = [...all].sort((a, b) => b.count - a.count || (a.indicator.slug < b.indicator.slug ? -1 : 1));
    expect(all).toEqual(order);
    expect(all.length).toBeGreaterThan(60);
    expect(await figures(", first: 3")).toEqual(all.slice(0, 3));
    expect(await figures(", first: 0")).toEqual([]);
    expect(await figures(", indicators: []")).toEqual([]);
  });

  test("figures of groups add up to those of all that are in one", async () => {
    const sums = async (by: string): Promise<number> => {
      const { siteGroups } = await atlas.query(
        `{ siteGroups(by: ${by}, indicators: ["made-exact", "planned-area"]) { groups { count ${FIGURES} } } }`,
      );
      const figures = (siteGroups as { groups: { figures: Summary[] }[] }).groups.flatMap((group) => group.figures);
      return figures.filter(({ indicator }) => indicator.slug === "made-exact").reduce((sum, each) => sum + (each.sum ?? 0), 0);
    };
    expect(await sums("DISTRICT")).toBe(16);
    // One of the three has no point.
    expect(await sums("HEX, sizeKm: 3")).toBe(11);
    const { none } = await atlas.query(`{ none: siteGroups(by: KIND) { groups { ${FIGURES} } } }`);
    expect((none as { groups: { figures: Summary[] }[] }).groups.every((group) => group.figures.length === 0)).toBe(true);
  });

  test.each([
    ["ARGUMENT_NEEDED", "siteGroups(by: HEX) { totalGroups }"],
    ["ARGUMENT_NEEDED", "siteGroups(by: CLUSTER, radiusKm: null) { totalGroups }"],
    ["ARGUMENT_UNUSED", "siteGroups(by: HEX, sizeKm: 1, radiusKm: 1) { totalGroups }"],
    ["ARGUMENT_UNUSED", "siteGroups(by: KIND, sizeKm: 1) { totalGroups }"],
    ["NUMBER_OUT_OF_RANGE", "siteGroups(by: HEX, sizeKm: 0) { totalGroups }"],
    ["NUMBER_OUT_OF_RANGE", "siteGroups(by: HEX, sizeKm: 1e9) { totalGroups }"],
    ["NUMBER_OUT_OF_RANGE", "siteGroups(by: HEX, sizeKm: -5) { totalGroups }"],
    ["NUMBER_OUT_OF_RANGE", "siteGroups(by: CLUSTER, radiusKm: 500) { totalGroups }"],
    ["NUMBER_OUT_OF_RANGE", "siteGroups(by: KIND, first: 1001) { totalGroups }"],
    ["NUMBER_OUT_OF_RANGE", "siteGroups(by: KIND, first: -1) { totalGroups }"],
    ["VALUE_UNKNOWN", 'siteGroups(by: KIND, indicators: ["nothing"]) { totalGroups }'],
    ["LIST_TOO_LONG", `siteGroups(by: KIND, indicators: ${JSON.stringify(Array(11).fill("planned-area"))}) { totalGroups }`],
    ["VALUE_UNKNOWN", 'catchment(filter: {}, indicators: ["planned-area", "nothing"]) { totalCount }'],
    ["VALUE_UNKNOWN", 'catchment(filter: { districts: ["1"] }) { totalCount }'],
    ["NUMBER_OUT_OF_RANGE", "catchment(filter: {}, first: 201) { totalCount }"],
    ["NUMBER_OUT_OF_RANGE", "catchment(filter: { near: { point: [114, 30], withinKm: 501 } }) { totalCount }"],
    ["NUMBER_OUT_OF_RANGE", "coverage(filter: {}, withinKm: 0) { share }"],
    ["NUMBER_OUT_OF_RANGE", "coverage(filter: {}, withinKm: 500) { share }"],
    ["VALUE_UNKNOWN", 'coverage(filter: {}, withinKm: 5, districts: ["420102", "420199"]) { share }'],
  ])("%s for %s", async (code, queryText) => {
    expect(await atlas.queryError(`{ ${queryText} }`)).toMatchObject({ code });
  });

  test.each([
    "catchment(filter: {}) { areaKm2 totalCount withoutPoint kinds { count } districts { count } figures { sum indicator { slug unit { nameEn } } } }",
    'siteGroups(by: DISTRICT_KIND, indicators: ["planned-area"]) { totalGroups groups { key district { nameEn areaKm2 } kinds { count } center figures { median indicator { slug } } } }',
    "siteGroups(by: HEX, sizeKm: 2) { totalGroups withoutPoint groups { key geometry } }",
    "siteGroups(by: CLUSTER, radiusKm: 2) { totalGroups withoutPoint groups { key geometry radiusKm } }",
    "coverage(filter: {}, withinKm: 5) { share districts { district { nameEn } share coveredSites } covered uncovered }",
    `sites(first: 3, filter: { within: { type: "Polygon", coordinates: [[[114, 30], [115, 30], [115, 31], [114, 30]]] } }) { totalCount nodes { slug district { code } } }`,
    "sites(first: 50) { nodes { slug nearest(first: 2) { bearingDegrees } nearestGateways { gateway distanceKm site { slug district { code } } } } }",
  ])("one statement for %s", async (queryText) => {
    const before = atlas.database.statements;
    await atlas.query(`{ ${queryText} }`);
    expect(atlas.database.statements - before).toBe(1);
  });

  test("too many points are refused with an error", async () => {
    const { pool } = atlas.database;
    await pool.query(
      `INSERT INTO site (slug, kind, name_zh, name_en, aliases, confidence, point, point_accuracy_m, point_confidence, search_text, sort_zh)
       SELECT 'made-' || n, 'EXPORT_BASE', '-', '-', '{}', 'LOW', ST_SetSRID(ST_MakePoint(114 + n * 0.0001, 30.5), 4326), 5, 'LOW', '', '-'
       FROM generate_series(1, 5001) n`,
    );
    expect(
      await atlas.queryError("{ coverage(filter: { kinds: [EXPORT_BASE] }, withinKm: 5) { share } }", {}, "zh"),
    ).toMatchObject({
      code: "POINTS_TOO_MANY",
      message: expect.stringMatching(/^filter .*500 个/),
    });
    expect(await atlas.queryError("{ siteGroups(by: CLUSTER, radiusKm: 5) { totalGroups } }")).toMatchObject({
      code: "POINTS_TOO_MANY",
    });
    const { siteGroups } = await atlas.query("{ siteGroups(by: HEX, sizeKm: 100) { totalGroups groups { count } } }");
    expect((siteGroups as { groups: { count: number }[] }).groups.reduce((sum, { count }) => sum + count, 0)).toBe(5035);
  });
});
