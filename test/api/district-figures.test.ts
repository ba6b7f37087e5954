// The figures of districts and functional areas from their own reports, plans, yearbooks and censuses: how many of each source, a sample
// checked by hand, and that expectations, other scopes and doubtful values are never taken for outcomes.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, readAtlas, type TestAtlas } from "../atlas.ts";

/** Figures by source, as counted in the sources. */
const counts = {
  ...{ area_web23: 5, cd_chinacom23: 2, cd_netease26: 1, cd_report17: 12, census6_county: 78, census7_county: 70 },
  ...{ districts_hbrb22: 10, dxh_ifeng22: 2, dxh_report14: 10, dxh_target17: 3, gg_forum21: 4, gg_trade22: 1, hp_fyp14: 2 },
  ...{ hp_plan22: 6, hp_report17: 12, hp_report19: 7, hs_ccid22: 7, hs_fyp13: 4, hs_plan23: 9, hs_report14: 8, hs_report17: 11 },
  ...{ hs_report18: 9, hs_report21: 1, hy_fyp14: 6, hy_h1_19: 9, hy_report16: 3, hy_report17: 8, ja_fyp14: 3, ja_h1_22: 2 },
  ...{
    ja_plan24: 3,
    ja_report21: 9,
    ja_wiki: 1,
    jh_cnhubei25b: 3,
    jh_congress16: 3,
    jh_exchange17: 1,
    jh_fyp14: 3,
    jh_hbrb21: 4,
  },
  ...{ jx_cri22: 3, jx_enc21: 2, jx_fyp13: 7, jx_fyp14: 7, jx_report17: 15, pop14: 8, pop21b: 2, qk_fyp14: 4, qs_area21: 2 },
  ...{ qs_enc17: 1, qs_hbrb23: 4, qs_report17: 9, qs_zgbk: 2, wc_h1_19: 6, wc_plan19: 6, wc_plan20: 6, wc_plan21: 10 },
  ...{
    wc_plan22: 8,
    wc_plan23b: 3,
    wedz22ger: 7,
    wedz_pop21: 2,
    xz_cjrb18: 4,
    xz_enc22: 1,
    xz_fyp14: 2,
    xz_report24: 3,
    xz_web17: 2,
  },
};

interface Figure {
  periodEnd: string;
  qualifier: string;
  value: number;
  published: string;
  status: string;
  confidence: string;
  sources: { slug: string; access: string; url: string | null }[];
  noteEn: string | null;
}
const FIGURE = "periodEnd periodKind qualifier value published status confidence noteEn sources { slug access url }";

describe.each(databases)("figures of districts on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await readAtlas(kind);
  });
  afterAll(() => atlas.close());

  const figures = async (indicator: string, placeFilter: object, end: string): Promise<Figure[]> => {
    const filter = { indicators: [indicator], from: end, to: end, ...placeFilter };
    const answer = await atlas.query(`query ($f: ObservationFilter) { observations(filter: $f) { nodes { ${FIGURE} } } }`, {
      f: filter,
    });
    return (answer.observations as { nodes: Figure[] }).nodes;
  };

  test("each source has as many figures as were read in it", async () => {
    const { rows } = await atlas.database.pool.query<{ id: string; count: number }>(
      `SELECT source_id AS id, count(*)::int AS count FROM observation WHERE source_id = ANY($1) GROUP BY 1 ORDER BY 1`,
      [Object.keys(counts)],
    );
    expect(Object.fromEntries(rows.map(({ id, count }) => [id, count]))).toEqual(counts);
  });

  test.each<[string, object, string, Partial<Figure>, string]>([
    [
      "gdp",
      { districts: ["420116"] },
      "2019-12-31",
      { qualifier: "MORE_THAN", value: 9e10, published: "突破900亿元", status: "EXPECTED" },
      "hp_report19",
    ],
    [
      "gdp",
      { districts: ["420105"] },
      "2020-12-31",
      { qualifier: "EXACT", value: 6.99e10, status: "OFFICIAL", confidence: "HIGH" },
      "hy_fyp14",
    ],
    [
      "gdp",
      { districts: ["420104"] },
      "2020-12-31",
      { qualifier: "ABOUT", value: 8.6e10, published: "≈860 亿元", status: "EXPECTED" },
      "qk_fyp14",
    ],
    [
      "gdp",
      { functionalAreas: ["wedz"] },
      "2022-12-31",
      { qualifier: "EXACT", value: 2.0088e11, status: "PROVISIONAL" },
      "wedz22ger",
    ],
    ["gdp-growth", { districts: ["420106"] }, "2020-12-31", { value: -2, published: "-2 %", status: "OFFICIAL" }, "wc_plan20"],
    ["retail-sales", { districts: ["420112"] }, "2017-12-31", { value: 1.407e10, status: "TARGET" }, "dxh_target17"],
    [
      "foreign-direct-investment",
      { districts: ["420111"] },
      "2023-12-31",
      { value: 43_470_000, published: "4347 万美元", status: "EXPECTED" },
      "hs_plan23",
    ],
    [
      "above-scale-firms",
      { districts: ["420114"] },
      "2023-12-31",
      { qualifier: "NEARLY", value: 1000, published: "近1000 家" },
      "cd_chinacom23",
    ],
    [
      "population-census-administrative",
      { districts: ["420111"] },
      "2020-11-01",
      { value: 2_554_403, published: "2554403 人", status: "OFFICIAL" },
      "census7_county",
    ],
    ["sex-ratio-census", { regions: ["420100"] }, "2010-11-01", { value: 105.91, published: "105.91" }, "census6_county"],
  ])("checked by hand: %s of %j at %s", async (indicator, placeFilter, end, expected, source) => {
    expect(await figures(indicator, placeFilter, end)).toContainEqual(
      expect.objectContaining({ ...expected, sources: expect.arrayContaining([expect.objectContaining({ slug: source })]) }),
    );
  });

  test("a figure of two sources stands once, with the better one first", async () => {
    expect(await figures("gdp", { districts: ["420106"] }, "2020-12-31")).toMatchObject([
      { value: 1.49293e11, status: "OFFICIAL", confidence: "HIGH", sources: [{ slug: "wc_plan20" }, { slug: "gdp20_page" }] },
    ]);
  });

  test("what contradicts other figures of the same district is of low confidence, with the reason", async () => {
    const [revenue] = await figures("local-budget-revenue", { districts: ["420105"] }, "2020-12-31");
    expect(revenue).toMatchObject({
      value: 1.3162e10,
      confidence: "LOW",
      noteEn: expect.stringContaining("may be total revenue"),
    });
  });

  test("a whole year is no outcome in a report that was written before the year closed", async () => {
    for (const [indicator, district, end] of [
      ["fixed-investment", "420117", "2024-12-31"],
      ["gdp", "420103", "2021-12-31"],
      ["new-market-entities", "420111", "2024-12-31"],
    ] as const) {
      const exactFigures = (await figures(indicator, { districts: [district] }, end)).filter(
        ({ qualifier }) => qualifier === "EXACT",
      );
      expect([indicator, district, exactFigures.map(({ status }) => status)]).toEqual([indicator, district, ["EXPECTED"]]);
    }
  });

  test("both censuses add up to the city, and urban and rural people to all", async () => {
    for (const year of [2010, 2020]) {
      const { rows } = await atlas.database.pool.query<{ id: string; districts: number; city: number }>(
        `SELECT indicator_id AS id, sum(value) FILTER (WHERE district_code IS NOT NULL)::int AS districts,
           sum(value) FILTER (WHERE region_code = '420100')::int AS city
         FROM observation WHERE source_id IN ('census6_county', 'census7_county') AND indicator_id <> 'sex-ratio-census'
           AND extract(year FROM period_end) = $1 GROUP BY 1`,
        [year],
      );
      expect(rows.length).toBeGreaterThan(3);
      for (const { id, districts, city } of rows) expect([year, id, districts]).toEqual([year, id, city]);
      const city = Object.fromEntries(rows.map((row) => [row.id, row.city]));
      expect((city["population-urban-census"] ?? 0) + (city["population-rural-census"] ?? 0)).toBe(
        city["population-census-administrative"],
      );
    }
  });

  test("a repost is cited without a link", async () => {
    const { rows } = await atlas.database.pool.query(
      "SELECT id FROM source WHERE id = ANY($1) AND (url IS NULL) <> (access <> 'PUBLISHER')",
      [Object.keys(counts)],
    );
    expect(rows).toEqual([]);
  });
});
