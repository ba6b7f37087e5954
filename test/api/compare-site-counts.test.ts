// Counts of sites by district and functional area where not every site has a recorded one, and figures of different years.
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";
import { addFigures, addIndicators, figureOfYear } from "../figures.ts";

interface Cell {
  value: number | null;
  valueMax: number | null;
  qualifier: string | null;
  year: number | null;
  rank: number | null;
  rankFrom: number | null;
  rankTo: number | null;
  rankOf: number | null;
  gapToBest: number | null;
}
interface Column {
  siteCount: number | null;
  sitesWithoutDistrict: number | null;
  sitesWithoutFunctionalArea: number | null;
  year: number | null;
  firstYear: number | null;
  lastYear: number | null;
  count: number;
  median: number | null;
  best: number | null;
  cityValue: number | null;
}

const [JIANGHAN, QIAOKOU, HANYANG, QINGSHAN, HONGSHAN, DONGXIHU, JIANGXIA, XINZHOU] = [
  ...(["420103", "420104", "420105", "420107", "420111", "420112", "420115", "420117"] as const),
];

describe.each(databases)("counts and years on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    await addIndicators(atlas, { "made-years": {}, "made-bound": {}, "made-low": { direction: "LOWER" } });
    await addFigures(atlas, [
      figureOfYear("made-years", JIANGHAN, 2041, 10),
      figureOfYear("made-years", JIANGHAN, 2043, 40),
      figureOfYear("made-years", QIAOKOU, 2041, 20),
      figureOfYear("made-years", HANYANG, 2041, 30),
      figureOfYear("made-bound", JIANGHAN, 2041, 1000, "MORE_THAN"),
      figureOfYear("made-bound", QIAOKOU, 2041, 5),
      { ...figureOfYear("made-bound", HANYANG, 2041, 5000), status: "EXPECTED" },
    ]);
  });
  afterAll(() => atlas.close());

  const compare = async (measure: string, moreArguments = "", set = "DISTRICT") => {
    const { compare: answer } = await atlas.query(`{ compare(set: ${set}, measures: [{ ${measure} }] ${moreArguments}) {
      columns { siteCount sitesWithoutDistrict sitesWithoutFunctionalArea year firstYear lastYear count median best cityValue }
      rows { key cells { value valueMax qualifier year rank rankFrom rankTo rankOf gapToBest } } } }`);
    const { columns, rows } = answer as { columns: Column[]; rows: { key: string; cells: Cell[] }[] };
    return { column: columns[0] as Column, cells: new Map(rows.map(({ key, cells }) => [key, cells[0] as Cell])) };
  };

  test("a district has from the bases that lie there to all that may; it has none only where none can lie", async () => {
    const { column, cells } = await compare("kind: EXPORT_BASE");
    // Three of five are recorded for East Lake High-tech Zone only, which lies in Hongshan and Jiangxia.
    expect(column).toMatchObject({ siteCount: 5, sitesWithoutDistrict: 3, cityValue: 5, best: null });
    for (const [code, cell] of cells)
      expect([code, cell]).toMatchObject([
        code,
        code === HONGSHAN || code === JIANGXIA
          ? { value: 1, valueMax: 4, qualifier: "RANGE", rank: null, rankFrom: 1, rankTo: 2 }
          : { value: 0, valueMax: null, qualifier: "EXACT", rank: 3 },
      ]);
    // The lower ends and the sites without a district are all there are.
    const total = [...cells.values()].reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(total + 3).toBe(5);
  });

  test("a zone in two parts lies in the districts of its parts", async () => {
    const { column, cells } = await compare("kind: BONDED_ZONE");
    expect(column).toMatchObject({ siteCount: 5, sitesWithoutDistrict: 2 });
    expect(cells.get(DONGXIHU)).toMatchObject({ value: 1, valueMax: 2, qualifier: "RANGE" });
    expect(cells.get(XINZHOU)).toMatchObject({ value: 1, valueMax: 2, qualifier: "RANGE" });
    expect(cells.get(JIANGXIA)).toMatchObject({ value: 1, valueMax: null, qualifier: "EXACT" });
  });

  test("all sites: 34 with a district and 12 without are the city's 46; shares, densities and quotients keep both ends", async () => {
    const { column, cells } = await compare("formula: VALUE");
    expect(column).toMatchObject({ siteCount: 46, sitesWithoutDistrict: 12, cityValue: 46, best: null });
    const total = [...cells.values()].reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(total).toBe(34);
    expect(cells.get(HONGSHAN)).toMatchObject({ value: 5, valueMax: 12, rank: null });
    const share = (await compare("kind: EXPORT_BASE, formula: SHARE_OF_CITY")).cells.get(HONGSHAN);
    expect(share).toMatchObject({ value: 20, valueMax: 80, qualifier: "RANGE" });
    const density = (await compare("formula: PER_KM2")).cells.get(HONGSHAN);
    expect([density?.value, density?.valueMax]).toEqual([expect.closeTo(500 / 573.28, 10), expect.closeTo(1200 / 573.28, 10)]);
    // At least 1 of 1 + 4 + 4 others that may be there too, at most 4 of 4 + 4; 5 of 46 in the city.
    const quotient = (await compare("kind: EXPORT_BASE, formula: LOCATION_QUOTIENT")).cells.get(HONGSHAN);
    expect([quotient?.value, quotient?.valueMax]).toEqual([
      expect.closeTo(1 / 9 / (5 / 46), 10),
      expect.closeTo(4 / 8 / (5 / 46), 10),
    ]);
  });

  test("a functional area within one district places its sites there, and a site without any record may lie anywhere", async () => {
    const move = (area: string | null) =>
      atlas.database.pool.query("UPDATE site SET functional_area_id = $1 WHERE slug = 'base-hr'", [area]);
    try {
      await move("whchem");
      const placed = await compare("kind: EXPORT_BASE");
      expect(placed.column).toMatchObject({ siteCount: 5, sitesWithoutDistrict: 2 });
      expect(placed.cells.get(QINGSHAN)).toMatchObject({ value: 1, qualifier: "EXACT" });
      await move(null);
      const anywhere = await compare("kind: EXPORT_BASE");
      expect(anywhere.cells.get(QINGSHAN)).toMatchObject({ value: 0, valueMax: 1, qualifier: "RANGE" });
    } finally {
      await move("ehdz");
    }
  });

  test("an area has from the sites recorded there to all in its districts that no record places in an area apart from it", async () => {
    const { column, cells } = await compare("formula: VALUE", "", "FUNCTIONAL_AREA");
    expect(column).toMatchObject({ siteCount: 46, sitesWithoutFunctionalArea: 18, cityValue: 46, best: null });
    // East Lake High-tech Zone: 15 recorded, and one of Hongshan without an area.
    expect(cells.get("ehdz")).toMatchObject({ value: 15, valueMax: 16, qualifier: "RANGE", rank: null, rankFrom: 1, rankTo: 2 });
    // The Scenic Area: four parks of Wuchang and one of Hongshan; what lies in the High-tech Zone does not lie there.
    expect(cells.get("elsa")).toMatchObject({ value: 0, valueMax: 5, qualifier: "RANGE", rank: null });
    // The free trade zone lies within the High-tech Zone in part, so each site of it may lie there.
    expect(cells.get("ftz")).toMatchObject({ value: 0, valueMax: 16, qualifier: "RANGE" });
    // Every site of its two districts is recorded there; in Qingshan there is no site at all.
    expect(cells.get("wedz")).toMatchObject({ value: 5, valueMax: null, qualifier: "EXACT" });
    expect(cells.get("whchem")).toMatchObject({ value: 0, valueMax: null, qualifier: "EXACT" });
    // The lower ends and the sites without an area are all there are.
    expect([...cells.values()].reduce((sum, { value }) => sum + (value ?? 0), 0) + 18).toBe(46);
    const share = (await compare("formula: SHARE_OF_CITY", "", "FUNCTIONAL_AREA")).cells.get("ehdz");
    expect([share?.value, share?.valueMax]).toEqual([expect.closeTo(1500 / 46, 10), expect.closeTo(1600 / 46, 10)]);
  });

  test("a zone in two parts lies in the areas of its parts, and in one where both lie there", async () => {
    const zones = () => compare("kind: BONDED_ZONE", "", "FUNCTIONAL_AREA");
    const { column, cells } = await zones();
    expect(column).toMatchObject({ siteCount: 5, sitesWithoutFunctionalArea: 1 });
    for (const area of ["lkg", "cjna"]) expect(cells.get(area)).toMatchObject({ value: 1, valueMax: 2, qualifier: "RANGE" });
    expect(cells.get("ftz")).toMatchObject({ value: 0, valueMax: 1 });
    const move = (area: string) =>
      atlas.database.pool.query("UPDATE site SET functional_area_id = $1 WHERE slug = 'cbz-xg-yangluo'", [area]);
    try {
      await move("lkg");
      const together = await zones();
      expect(together.column).toMatchObject({ sitesWithoutFunctionalArea: 0 });
      expect(together.cells.get("lkg")).toMatchObject({ value: 3, valueMax: null, qualifier: "EXACT", rank: 1 });
    } finally {
      await move("cjna");
    }
  });

  test("an area that is coextensive with a district has its ground, and all sites that lie there", async () => {
    const { functionalAreas, district } = await atlas.query(
      `{ functionalAreas { slug coextensiveWith { code } boundary } district(code: "${DONGXIHU}") { boundary } }`,
    );
    const areas = functionalAreas as { slug: string; coextensiveWith: object | null; boundary: object | null }[];
    expect(areas.filter(({ boundary, coextensiveWith }) => boundary || coextensiveWith)).toEqual([
      { slug: "lkg", coextensiveWith: { code: DONGXIHU }, boundary: (district as { boundary: object }).boundary },
    ]);
    const move = (area: string | null) =>
      atlas.database.pool.query("UPDATE site SET functional_area_id = $1 WHERE slug = 'park-cyber'", [area]);
    try {
      await move(null);
      const { cells } = await compare("kind: SERVICE_TRADE_PARK", "", "FUNCTIONAL_AREA");
      expect(cells.get("lkg")).toMatchObject({ value: 1, valueMax: null, qualifier: "EXACT" });
    } finally {
      await move("lkg");
    }
  });

  test("the same at the area itself: recorded sites, and further ones that may lie there", async () => {
    const { functionalAreas } = await atlas.query(
      "{ functionalAreas { slug siteCounts { kind count } possibleSiteCounts { kind count } } }",
    );
    const areas = functionalAreas as { slug: string; siteCounts: object[]; possibleSiteCounts: object[] }[];
    const areaOf = (slug: string) => areas.find((area) => area.slug === slug);
    expect(areaOf("ehdz")?.siteCounts).toContainEqual({ kind: "EXPORT_BASE", count: 5 });
    expect(areaOf("ehdz")?.possibleSiteCounts).toEqual([{ kind: "SERVICE_TRADE_PARK", count: 1 }]);
    expect(areaOf("elsa")?.possibleSiteCounts).toEqual([{ kind: "SERVICE_TRADE_PARK", count: 5 }]);
    expect(areaOf("whchem")?.possibleSiteCounts).toEqual([]);
  });

  test("a file has both ends, and how many sites no record places in an area", async () => {
    const { rawPayload } = await atlas.app.inject("/download/compare.csv?set=areas&measures=sites&lang=en");
    const rows = parse(rawPayload, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find(({ key }) => key === "elsa")).toMatchObject({
      ...{ value: "0", valueMax: "5", qualifier: "RANGE", siteCount: "46", sitesWithoutFunctionalArea: "18" },
    });
  });

  test("the latest of each: its own year in each cell, ranks among the same year, no median and no best across years", async () => {
    const { column, cells } = await compare('indicator: "made-years"', ', period: "latest"');
    expect(column).toMatchObject({ year: null, firstYear: 2041, lastYear: 2043, count: 3, median: null, best: null });
    expect(cells.get(JIANGHAN)).toMatchObject({ value: 40, year: 2043, rank: 1, rankOf: 1, gapToBest: null });
    // Jianghan has 10 in 2041.
    expect(cells.get(QIAOKOU)).toMatchObject({ value: 20, year: 2041, rank: 2, rankOf: 3 });
    expect(cells.get(HANYANG)).toMatchObject({ value: 30, year: 2041, rank: 1, rankOf: 3 });
    expect(cells.get(HONGSHAN)).toMatchObject({ value: null, year: null, rank: null, rankOf: null });
    // In reality: a yearbook's figure of 2023 and not only "more than 100 billion" of 2018; of the census the only year there is.
    const gdp = await compare('indicator: "gdp"', ', period: "latest"');
    expect(gdp.cells.get(HONGSHAN)?.year).toBeGreaterThanOrEqual(2023);
    expect(gdp.cells.get(HONGSHAN)).toMatchObject({ qualifier: "EXACT" });
    const census = await compare('indicator: "population-census"', ', period: "latest"');
    expect(census.column).toMatchObject({ year: 2020, count: 13, median: expect.any(Number), best: expect.any(Number) });
    expect((await compare("formula: VALUE", ', period: "latest"')).column).toMatchObject({ siteCount: 46, year: null });
  });

  test("no best from a bound, and expectations are not compared", async () => {
    const { column, cells } = await compare('indicator: "made-bound"');
    expect(column).toMatchObject({ count: 2, best: null });
    expect(cells.get(JIANGHAN)).toMatchObject({ rank: 1, gapToBest: null });
    expect(cells.get(HANYANG)).toMatchObject({ value: null });
  });

  test("a ranking over several years gives the newest year first", async () => {
    const { ranking } = await atlas.query(
      '{ ranking(set: DISTRICT, measure: { indicator: "made-years" }, period: "latest", first: 4) { rows { key } } }',
    );
    expect((ranking as { rows: { key: string }[] }).rows.slice(0, 3).map(({ key }) => key)).toEqual([JIANGHAN, HANYANG, QIAOKOU]);
  });
});
