// Every formula against values worked out by hand, every reason for none, ranks and gaps, and what is refused.

import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";
import { addFigures, addIndicators, type Figure, figureOfYear } from "../figures.ts";

interface Cell {
  value: number | null;
  valueMax: number | null;
  qualifier: string | null;
  notComputable: string | null;
  year: number | null;
  fromYear: number | null;
  rank: number | null;
  rankFrom: number | null;
  rankTo: number | null;
  previousRank: number | null;
  gapToBest: number | null;
  gapToMedian: number | null;
  figures: { value: number; periodEnd: string | null }[];
  series: { year: number; value: number | null; notComputable: string | null }[];
}
interface Column {
  key: string;
  unitZh: string;
  unitEn: string;
  year: number | null;
  years: number[];
  count: number;
  median: number | null;
  best: number | null;
  least: number | null;
  greatest: number | null;
  cityValue: number | null;
}

const CELL =
  "value valueMax qualifier notComputable year fromYear rank rankFrom rankTo previousRank gapToBest gapToMedian figures { value periodEnd } series { year value notComputable }";
const COLUMN = "key unitZh unitEn year years count median medianMax medianQualifier best least greatest cityValue";

// Jianghan has 28.29 km2, Qiaokou 40.06; statistics list East Lake High-tech Zone apart from Hongshan.
const [JIANGHAN, QIAOKOU, HANYANG, HONGSHAN, CITY] = ["420103", "420104", "420105", "420111", "420100"];

const part = (figure: Figure, kind: string, start: string, end: string): Figure => ({ ...figure, kind, start, end });

/** Figures by what they are to show. Years from 2041 on are beyond the real data. */
const figures: Figure[] = [
  // Bounds through a division by an area.
  ...[
    ["made-exact", 28290, "EXACT"],
    ["made-about", 28290, "ABOUT"],
    ["made-nearly", 28290, "NEARLY"],
    ["made-more", 28290, "MORE_THAN"],
    ["made-least", 28290, "AT_LEAST"],
    ["made-most", 28290, "AT_MOST"],
    ["made-less", 28290, "LESS_THAN"],
  ].map(([indicator, value, qualifier]) =>
    figureOfYear(indicator as string, JIANGHAN, 2041, value as number, qualifier as string),
  ),
  figureOfYear("made-range", JIANGHAN, 2041, 28290, "RANGE", 56580),
  // Bounds on both sides of a division by people.
  figureOfYear("made-heads", JIANGHAN, 2041, 100),
  figureOfYear("made-heads", QIAOKOU, 2041, 100, "MORE_THAN"),
  figureOfYear("made-heads", HANYANG, 2041, 100, "NEARLY"),
  figureOfYear("made-heads", HONGSHAN, 2041, 100),
  figureOfYear("made-heads", CITY, 2041, 1000),
  figureOfYear("population-permanent", JIANGHAN, 2041, 50, "MORE_THAN"),
  figureOfYear("population-permanent", QIAOKOU, 2041, 50, "MORE_THAN"),
  figureOfYear("population-permanent", HANYANG, 2041, 50),
  // Preferred goes what was counted on the basis of the last census; of a split district only what is on the same ground.
  figureOfYear("population-permanent-pre-census", HANYANG, 2041, 20),
  figureOfYear("population-permanent-administrative", HONGSHAN, 2041, 20),
  // Growth: 100, 110, 121, then a gap, then 200.
  figureOfYear("made-growth", JIANGHAN, 2041, 100),
  figureOfYear("made-growth", JIANGHAN, 2042, 110),
  figureOfYear("made-growth", JIANGHAN, 2043, 121),
  figureOfYear("made-growth", JIANGHAN, 2045, 200),
  figureOfYear("made-growth", QIAOKOU, 2042, 0),
  figureOfYear("made-growth", QIAOKOU, 2043, 5),
  figureOfYear("made-growth", HANYANG, 2042, 100, "MORE_THAN"),
  figureOfYear("made-growth", HANYANG, 2043, 150),
  // A half is compared with a half, never with a year.
  part(figureOfYear("made-growth", JIANGHAN, 2042, 40), "HALF_YEAR", "2042-01-01", "2042-06-30"),
  part(figureOfYear("made-growth", JIANGHAN, 2043, 50), "HALF_YEAR", "2043-01-01", "2043-06-30"),
  // A stock stands at the end of the year where it is known, and grows from like day to like day.
  part(figureOfYear("made-stock", JIANGHAN, 2041, 10), "DAY", "2041-06-30", "2041-06-30"),
  part(figureOfYear("made-stock", JIANGHAN, 2041, 12), "DAY", "2041-12-31", "2041-12-31"),
  part(figureOfYear("made-stock", JIANGHAN, 2042, 15), "DAY", "2042-06-30", "2042-06-30"),
  // A location quotient: (30 / 100) / (40 / 400) = 3.
  figureOfYear("made-special", JIANGHAN, 2041, 30),
  figureOfYear("made-special", QIAOKOU, 2041, 10),
  figureOfYear("made-special", CITY, 2041, 40),
  figureOfYear("gdp", JIANGHAN, 2041, 100),
  figureOfYear("gdp", CITY, 2041, 400),
  // Ranks: two share the first, one is a bound, and lower is better elsewhere.
  figureOfYear("made-rank", JIANGHAN, 2041, 5),
  figureOfYear("made-rank", JIANGHAN, 2042, 30),
  figureOfYear("made-rank", QIAOKOU, 2041, 9),
  figureOfYear("made-rank", QIAOKOU, 2042, 30),
  figureOfYear("made-rank", HANYANG, 2042, 10, "MORE_THAN"),
  figureOfYear("made-rank", HONGSHAN, 2042, 4),
  figureOfYear("made-order", JIANGHAN, 2041, 1),
  figureOfYear("made-order", QIAOKOU, 2041, 2),
  figureOfYear("made-order", JIANGHAN, 2042, 2),
  figureOfYear("made-order", QIAOKOU, 2042, 1),
  figureOfYear("made-order", JIANGHAN, 2043, 2),
  figureOfYear("made-order", QIAOKOU, 2043, 1),
  figureOfYear("made-order", HANYANG, 2043, 3),
  figureOfYear("made-order", QIAOKOU, 2044, 1),
  figureOfYear("made-order", HANYANG, 2044, 3),
  figureOfYear("made-order", HONGSHAN, 2044, 4),
  figureOfYear("made-order", QIAOKOU, 2046, 1),
  figureOfYear("made-order", HANYANG, 2046, 3),
  figureOfYear("made-order", HONGSHAN, 2046, 4),
  figureOfYear("made-low", JIANGHAN, 2041, 3),
  figureOfYear("made-low", QIAOKOU, 2041, 7),
  // Bounds leave places open: below 1000, and more than 100, which is certainly better than 100.
  figureOfYear("made-bound", JIANGHAN, 2041, 100),
  figureOfYear("made-bound", QIAOKOU, 2041, 1000, "LESS_THAN"),
  figureOfYear("made-bound", HANYANG, 2041, 100, "MORE_THAN"),
  figureOfYear("made-low", HANYANG, 2041, 1, "AT_LEAST"),
  figureOfYear("made-gap", JIANGHAN, 2041, 30),
  figureOfYear("made-gap", QIAOKOU, 2041, 20),
  figureOfYear("made-gap", HANYANG, 2041, 20),
  figureOfYear("made-gap", HONGSHAN, 2041, 10),
  figureOfYear("made-gap", "420102", 2041, 5, "LESS_THAN"),
  figureOfYear("made-rate", JIANGHAN, 2041, 3),
  // Goals are no outcomes.
  { ...figureOfYear("made-rank", JIANGHAN, 2043, 99), status: "TARGET" },
  // Corrected in 2035: 1 until then, 2 since.
  {
    ...figureOfYear("made-corrected", JIANGHAN, 2041, 1),
    recordedAt: "2030-01-01T00:00:00Z",
    supersededAt: "2035-01-01T00:00:00Z",
  },
  { ...figureOfYear("made-corrected", JIANGHAN, 2041, 2), recordedAt: "2035-01-01T00:00:00Z" },
];

describe.each(databases)("comparison on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    const names = [...new Set(figures.map(({ indicator }) => indicator))].filter((name) => name.startsWith("made-"));
    await addIndicators(atlas, {
      ...Object.fromEntries(names.map((name) => [name, {}])),
      "made-stock": { nature: "STOCK", aggregation: "LAST" },
      "made-low": { direction: "LOWER" },
      "made-rate": { nature: "RATIO", aggregation: "NONE" },
    });
    await addFigures(atlas, figures);
  });
  afterAll(() => atlas.close());

  const compare = async (measure: string, moreArguments = "", set = "DISTRICT") => {
    const { compare: comparisonResult } = await atlas.query(
      `{ compare(set: ${set}, measures: [{ ${measure} }] ${moreArguments}) { years columns { ${COLUMN} } rows { key cells { ${CELL} } } } }`,
    );
    const { columns, rows, years } = comparisonResult as {
      years: number[];
      columns: Column[];
      rows: { key: string; cells: Cell[] }[];
    };
    return { years, column: columns[0] as Column, cells: new Map(rows.map(({ key, cells }) => [key, cells[0] as Cell])) };
  };
  const cellOf = async (measure: string, subject: string, moreArguments?: string, set?: string): Promise<Cell> =>
    (await compare(measure, moreArguments, set)).cells.get(subject) as Cell;

  test.each([
    ["made-exact", { value: 1000, valueMax: null, qualifier: "EXACT" }],
    ["made-about", { value: 1000, qualifier: "ABOUT" }],
    ["made-nearly", { value: 1000, qualifier: "NEARLY" }],
    ["made-more", { value: 1000, valueMax: null, qualifier: "MORE_THAN" }],
    ["made-least", { value: 1000, qualifier: "AT_LEAST" }],
    ["made-most", { value: 1000, qualifier: "AT_MOST" }],
    ["made-less", { value: 1000, qualifier: "LESS_THAN" }],
    ["made-range", { value: 1000, valueMax: 2000, qualifier: "RANGE" }],
  ])("%s by 28.29 km2", async (indicator, expected) => {
    expect(await cellOf(`indicator: "${indicator}", formula: PER_KM2`, JIANGHAN)).toMatchObject({
      ...expected,
      notComputable: null,
      year: 2041,
    });
  });

  test.each([
    ["100 by more than 50 is less than 2", JIANGHAN, { value: 2, qualifier: "LESS_THAN" }],
    ["more than 100 by more than 50 is nothing", QIAOKOU, { value: null, qualifier: null, notComputable: "BOUNDS_ONLY" }],
    ["nearly 100 by 50 is nearly 2, and the better basis goes before", HANYANG, { value: 2, qualifier: "NEARLY" }],
    ["no people who were counted on the same ground", HONGSHAN, { value: null, notComputable: "DIFFERENT_COVERAGE" }],
    ["no figure at all", "420102", { value: null, notComputable: "NO_FIGURE", figures: [], series: [] }],
  ])("per head: %s", async (_name, subject, expected) => {
    expect(await cellOf('indicator: "made-heads", formula: PER_HEAD', subject)).toMatchObject(expected);
  });

  test.each([
    ["made-growth", "YEAR_ON_YEAR", JIANGHAN, "2043", { value: 10, qualifier: "EXACT", fromYear: 2042 }],
    ["made-growth", "YEAR_ON_YEAR", JIANGHAN, "2045", { value: null, notComputable: "NO_BASE" }],
    ["made-growth", "YEAR_ON_YEAR", QIAOKOU, "2043", { value: null, notComputable: "ZERO_BASE" }],
    ["made-growth", "YEAR_ON_YEAR", QIAOKOU, "2042", { value: null, notComputable: "NO_BASE" }],
    ["made-growth", "YEAR_ON_YEAR", HANYANG, "2043", { value: 50, qualifier: "LESS_THAN" }],
    ["made-growth", "YEAR_ON_YEAR", JIANGHAN, "2043-H1", { value: 25, year: 2043 }],
    ["made-growth", "YEAR_ON_YEAR", JIANGHAN, "2043-Q2", { value: null, notComputable: "NO_FIGURE" }],
    // All three are known of 2042, one of 2041: the same span for all. By 2045 one is left: (200 / 100)^(1/4) - 1.
    ["made-growth", "AVERAGE_GROWTH", JIANGHAN, "2043", { value: 10, fromYear: 2042 }],
    ["made-growth", "AVERAGE_GROWTH", JIANGHAN, "2045", { value: expect.closeTo(18.9207115, 6), fromYear: 2041 }],
    ["made-growth", "AVERAGE_GROWTH", HANYANG, "2043", { value: 50, qualifier: "LESS_THAN", fromYear: 2042 }],
    ["made-growth", "AVERAGE_GROWTH", JIANGHAN, "2041", { value: null, notComputable: "NO_BASE", fromYear: null }],
    ["made-growth", "AVERAGE_GROWTH", QIAOKOU, "2043", { value: null, notComputable: "ZERO_BASE" }],
    ["made-stock", "VALUE", JIANGHAN, "2041", { value: 12 }],
    ["made-stock", "YEAR_ON_YEAR", JIANGHAN, "2042", { value: 50, figures: [{ value: 15 }, { value: 10 }] }],
    [
      "made-special",
      "LOCATION_QUOTIENT",
      JIANGHAN,
      "2041",
      { value: 3, figures: [30, 100, 40, 400].map((value) => ({ value })) },
    ],
    ["made-special", "LOCATION_QUOTIENT", QIAOKOU, "2041", { value: null, notComputable: "NO_BASE" }],
    ["made-special", "SHARE_OF_CITY", JIANGHAN, "2041", { value: 75, figures: [{ value: 30 }, { value: 40 }] }],
    ["made-growth", "SHARE_OF_CITY", JIANGHAN, "2041", { value: null, notComputable: "NO_CITY_FIGURE" }],
    ["made-growth", "PER_WORKER", JIANGHAN, "2041", { value: null, notComputable: "NO_WORKERS" }],
    ["made-growth", "PER_HEAD", JIANGHAN, "2045", { value: null, notComputable: "NO_POPULATION" }],
    ["made-rank", "PER_KM2", HONGSHAN, "2042", { value: null, notComputable: "DIFFERENT_COVERAGE" }],
    ["made-rate", "PER_KM2", JIANGHAN, "2041", { value: null, notComputable: "NOT_ADDITIVE", rank: null }],
    ["made-rate", "YEAR_ON_YEAR", JIANGHAN, "2041", { value: null, notComputable: "NOT_ADDITIVE" }],
    ["made-rate", "VALUE", JIANGHAN, "2041", { value: 3, notComputable: null }],
  ])("%s %s of %s in %s", async (indicator, formula, subject, period, expected) => {
    const cell = await cellOf(`indicator: "${indicator}", formula: ${formula}`, subject, `, period: "${period}"`);
    expect(cell).toMatchObject(expected);
  });

  test("an average growth starts in the requested year", async () => {
    const measure = (from: number) => `indicator: "made-growth", formula: AVERAGE_GROWTH, fromYear: ${from}`;
    const from2043 = await cellOf(measure(2043), JIANGHAN, ', period: "2045"');
    expect(from2043).toMatchObject({ fromYear: 2043, qualifier: "EXACT" });
    // 121 to 200 in two years.
    expect(from2043.value).toBeCloseTo(100 * (Math.sqrt(200 / 121) - 1), 10);
    expect(await cellOf(measure(2044), JIANGHAN, ', period: "2045"')).toMatchObject({ notComputable: "NO_BASE" });
  });

  test("sites: counts, shares, quotients, by the head of the census, and no history", async () => {
    const bases = "kind: EXPORT_BASE";
    const { column, cells } = await compare(`${bases}, formula: LOCATION_QUOTIENT`);
    // One of the four sites of Jiangxia is a base, and seven more may lie there, three of them bases.
    expect(cells.get("420115")).toMatchObject({
      value: expect.closeTo(1 / 8 / (5 / 46), 9),
      year: null,
      rank: null,
      rankFrom: 1,
    });
    expect(cells.get("420107")).toMatchObject({ value: null, notComputable: "ZERO_BASE" });
    expect(column).toMatchObject({ unitZh: "倍", unitEn: "times", cityValue: 1, year: null, years: [] });
    // 46 in Wuhan: one of the 47 is Ezhou's airport.
    expect((await compare("formula: VALUE")).column).toMatchObject({ key: "sites", unitEn: "sites", cityValue: 46 });
    const shares = await compare("formula: SHARE_OF_CITY");
    // It is not recorded in which district some sites are; the lower ends are of the others.
    const total = [...shares.cells.values()].reduce((sum, { value }) => sum + (value ?? 0), 0);
    const { all } = await atlas.query('{ all: sites(filter: { not: { cql: "districtCode IS NULL" } }) { totalCount } }');
    expect(total).toBeCloseTo((100 * (all as { totalCount: number }).totalCount) / 46, 8);
    // 647 932 people in Jianghan, one site.
    expect((await cellOf("formula: PER_HEAD", JIANGHAN)).value).toBeCloseTo(100_000 / 647_932, 10);
    expect(await cellOf("formula: PER_HEAD", HONGSHAN)).toMatchObject({ notComputable: "DIFFERENT_COVERAGE" });
    expect(await cellOf("formula: PER_KM2", HONGSHAN)).toMatchObject({
      value: expect.closeTo(500 / 573.28, 10),
      qualifier: "RANGE",
    });
    expect(await cellOf("formula: YEAR_ON_YEAR", JIANGHAN)).toMatchObject({ notComputable: "NOT_FOR_COUNTS" });
    expect(await cellOf(bases, "420115", ', filter: { statuses: [PLANNED] }, period: "1999"')).toMatchObject({ value: 0 });
    const areas = await compare("formula: VALUE", "", "FUNCTIONAL_AREA");
    expect(areas.column.cityValue).toBe(46);
    expect(areas.cells.get("ehdz")?.value).toBeGreaterThan(0);
    // Which sites lie in the free trade zone no source says: any of the two districts in which it lies.
    expect(areas.cells.get("ftz")).toMatchObject({ value: 0, valueMax: 16, qualifier: "RANGE", rank: null });
    expect(
      (await compare("kind: BONDED_ZONE", ", filter: { statuses: [PLANNED] }", "FUNCTIONAL_AREA")).cells.get("ehdz")?.value,
    ).toBe(0);
  });

  test("a subject's name comes in pinyin as it is spoken there", async () => {
    const { compare } = (await atlas.query(`{ compare(set: FUNCTIONAL_AREA, subjects: ["cjna"], measures: [{}]) {
      rows { nameZh namePinyin } } }`)) as { compare: { rows: object[] } };
    expect(compare.rows).toEqual([{ nameZh: "武汉长江新区", namePinyin: "wu3 han4 chang2 jiang1 xin1 qu1" }]);
  });

  test("a district's figures name the functional areas that they leave out; counts, areas and whole-area censuses leave out none", async () => {
    const found =
      (await atlas.query(`{ compare(set: DISTRICT, subjects: ["${HONGSHAN}", "420115", "420113", "${JIANGHAN}"], period: "2020",
      measures: [{ indicator: "population-census" }, { indicator: "population-census-administrative" }, { indicator: "gdp" }, {}]) {
      rows { key cells { excludedAreas { slug } } } } }`)) as {
        compare: { rows: { key: string; cells: { excludedAreas: { slug: string }[] }[] }[] };
      };
    const excluded = found.compare.rows.map(({ key, cells }) => [
      key,
      ...cells.map(({ excludedAreas }) => excludedAreas.map(({ slug }) => slug).join()),
    ]);
    // Hannan lies in its zone as a whole; no GDP of it is recorded.
    expect(excluded).toEqual([
      [JIANGHAN, "", "", "", ""],
      [HONGSHAN, "ehdz,elsa", "", "ehdz,elsa", ""],
      ["420113", "", "", "", ""],
      ["420115", "ehdz", "", "ehdz", ""],
    ]);
    // The file says the same in a column, and once in its notes.
    const { rawPayload } = await atlas.app.inject(
      `/download/compare.xlsx?measures=population-census,gdp,sites&period=2020&picks=${HONGSHAN}&lang=en`,
    );
    const notes = await readSheet(rawPayload, "Notes");
    expect(notes.find(([topic]) => String(topic).startsWith("Hongshan"))).toEqual([
      expect.stringMatching(/^Hongshan \(Permanent population, census, GDP\)$/),
      "Figures usually exclude the parts of the district in East Lake High-tech Development Zone and East Lake Eco-tourism Scenic Area, for which statistics are published separately; site counts and areas include them.",
    ]);
  });

  test("functional areas and sites stand by themselves", async () => {
    expect(await cellOf('indicator: "gdp", formula: PER_KM2', "cjna", ', period: "2025"', "FUNCTIONAL_AREA")).toMatchObject({
      notComputable: "NO_FIGURE",
    });
    const ehdz = await cellOf('indicator: "gdp", formula: PER_KM2', "ehdz", ', period: "2025"', "FUNCTIONAL_AREA");
    expect(ehdz).toMatchObject({ qualifier: "EXACT", figures: [{ value: 336_000_000_000 }] });
    expect(ehdz.value).toBeCloseTo(336_000_000_000 / 518.06, 3);
    expect(await cellOf('indicator: "population-census", formula: PER_KM2', "elsa", "", "FUNCTIONAL_AREA")).toMatchObject({
      value: null,
      notComputable: "NO_AREA",
    });
    // About 400 firms by more than 40 000 people; 78 firms on less than 0.67 km2.
    const sites = (slug: string) => `, subjects: ["${slug}"]`;
    expect(
      await cellOf('indicator: "resident-firms", formula: PER_WORKER', "park-software", sites("park-software"), "SITE"),
    ).toMatchObject({ value: 0.01, qualifier: "LESS_THAN" });
    const geo = await cellOf('indicator: "planned-area"', "base-geo", sites("base-geo"), "SITE");
    expect(geo).toMatchObject({ value: 0.67, qualifier: "LESS_THAN", year: null, rank: 1, series: [] });
  });

  test("ranks, medians and gaps in the newest year that most have; equals share a place, goals do not count", async () => {
    const { column, cells, years } = await compare('indicator: "made-rank"');
    expect(years).toEqual([2041, 2042]);
    // 30, 30, more than 10, 4: the third may be the first.
    expect(column).toMatchObject({ year: 2042, count: 4, best: null, least: 4, greatest: 30, years: [2041, 2042] });
    expect(column).toMatchObject({ median: 20, medianMax: 30, medianQualifier: "RANGE" });
    const cellOfSubject = (subject: string) => cells.get(subject);
    const open = { rank: null, gapToBest: null, gapToMedian: null };
    expect(cellOfSubject(JIANGHAN)).toMatchObject({ ...open, rankFrom: 1, rankTo: 2, previousRank: null });
    expect(cellOfSubject(QIAOKOU)).toMatchObject({ ...open, rankFrom: 1, rankTo: 2, previousRank: null });
    expect(cellOfSubject(HANYANG)).toMatchObject({ ...open, rankFrom: 1, rankTo: 3, previousRank: null, qualifier: "MORE_THAN" });
    expect(cellOfSubject(HONGSHAN)).toMatchObject({ ...open, rank: 4, rankFrom: 4, rankTo: 4 });
    expect(cellOfSubject("420102")).toMatchObject({ rank: null, gapToBest: null, year: 2042 });
    expect(cellOfSubject(JIANGHAN)?.series).toEqual([
      { year: 2041, value: 5, notComputable: null },
      { year: 2042, value: 30, notComputable: null },
    ]);
    const ranks = async (indicator: string) => {
      const { column, cells } = await compare(`indicator: "${indicator}"`);
      return {
        ...column,
        ranks: [JIANGHAN, QIAOKOU, HANYANG].map((subject) => [cells.get(subject)?.rankFrom, cells.get(subject)?.rankTo]),
      };
    };
    // 3, 7 and at least 1, the lower the better: only that 3 goes before 7 is sure.
    expect(await ranks("made-low")).toMatchObject({
      best: null,
      median: 3,
      medianMax: 7,
      ranks: [
        [1, 2],
        [2, 3],
        [1, 3],
      ],
    });
    expect(await ranks("made-bound")).toMatchObject({
      best: null,
      count: 3,
      ranks: [
        [2, 3],
        [1, 3],
        [1, 2],
      ],
    });
    const firm = await compare('indicator: "made-rank"', ', period: "2041"');
    expect(firm.column).toMatchObject({ best: 9, median: 7, medianMax: null, medianQualifier: "EXACT" });
    expect(firm.cells.get(QIAOKOU)).toMatchObject({ rank: 1, rankFrom: 1, rankTo: 1, gapToBest: 0, gapToMedian: 2 });
    expect(firm.cells.get(JIANGHAN)).toMatchObject({ rank: 2, gapToBest: -4, gapToMedian: -2 });
    // 30, 20, 20, 10 and less than 5: what is less than 5 may lie any amount below the best and the median.
    const gaps = await compare('indicator: "made-gap"');
    expect(gaps.column).toMatchObject({ best: 30, median: 20, medianQualifier: "EXACT" });
    expect(gaps.cells.get(HONGSHAN)).toMatchObject({ gapToBest: -20, gapToMedian: -10 });
    expect(gaps.cells.get("420102")).toMatchObject({ value: 5, rank: 5, gapToBest: null, gapToMedian: null });
  });

  test("a rank is compared with that of the year before only if the same subjects rank in both years", async () => {
    const previousRanks = async (year: number) => {
      const { cells } = await compare('indicator: "made-order"', `, period: "${year}"`);
      return [JIANGHAN, QIAOKOU, HANYANG].map((subject) => cells.get(subject)?.previousRank);
    };
    expect(await previousRanks(2042)).toEqual([2, 1, null]);
    // One more, another one in the place of the first, and a year without any figure.
    expect(await previousRanks(2043)).toEqual([null, null, null]);
    expect(await previousRanks(2044)).toEqual([null, null, null]);
    expect(await previousRanks(2046)).toEqual([null, null, null]);
    const csv = await atlas.app.inject("/download/compare.csv?measures=made-order&period=2043&headers=names&lang=en");
    const rows = parse(csv.body, { bom: true, columns: true }) as { rank: string; rankOf: string; previousRank: string }[];
    // Among 3 of 13 there is no rank in a file either.
    const ranked = rows.filter(({ rankOf }) => rankOf === "3");
    expect(ranked.map(({ rank, previousRank }) => rank + previousRank)).toEqual(["", "", ""]);
  });

  test.each([
    ["formula: VALUE", ', period: "2023"', ["SITES_AS_TODAY"]],
    ["formula: VALUE", ', asOf: "2026-01-01"', ["SITES_AS_TODAY"]],
    ["formula: VALUE", "", []],
    ['indicator: "gdp"', ', period: "2023"', []],
  ])("%s%s: that sites are counted as they are today is said", async (measure, moreArguments, codes) => {
    const { compare } = await atlas.query(
      `{ compare(set: DISTRICT, measures: [{ ${measure} }]${moreArguments}) { notices { code } } }`,
    );
    expect((compare as { notices: { code: string }[] }).notices.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    'indicator: "population-census", formula: PER_HEAD',
    'indicator: "administered-area", formula: PER_KM2',
    'indicator: "gdp", formula: LOCATION_QUOTIENT',
    "formula: LOCATION_QUOTIENT",
  ])("%s says nothing", async (measure) => {
    for (const { value, notComputable } of (await compare(measure)).cells.values())
      expect([value, notComputable]).toEqual([null, "SAME_QUANTITY"]);
  });

  test("an unknown slug gets the most similar ones as suggestions", async () => {
    const { message } = await atlas.queryError(
      '{ compare(set: DISTRICT, measures: [{ indicator: "airport-passenger" }]) { years } }',
    );
    expect(message).toMatch(
      /airport-passenger is not valid\. Allowed: airport-passengers, [^…]*[a-z]…\.$|Allowed: airport-passengers, /,
    );
  });

  test("some rows of a set keep their place in the whole", async () => {
    const { cells, column } = await compare('indicator: "made-rank"', `, subjects: ["${HONGSHAN}"]`);
    expect([...cells.keys()]).toEqual([HONGSHAN]);
    expect(cells.get(HONGSHAN)).toMatchObject({ rank: 4 });
    expect(column.count).toBe(4);
  });

  test("a ranking comes best first", async () => {
    const { ranking } = await atlas.query(
      `{ ranking(set: DISTRICT, measure: { indicator: "made-rank" }, first: 3) { rows { key subject { ... on District { nameEn } } cells { rank } } } }`,
    );
    expect((ranking as { rows: { key: string }[] }).rows.map(({ key }) => key)).toEqual([JIANGHAN, QIAOKOU, HANYANG]);
  });

  test("as of a day: before a figure was known, before it was corrected, since", async () => {
    const valuesAsOf = async (asOf: string) => {
      const { value, notComputable } = await cellOf('indicator: "made-corrected"', JIANGHAN, `, asOf: "${asOf}"`);
      return value ?? notComputable;
    };
    expect([await valuesAsOf("2029-12-31"), await valuesAsOf("2034-12-30"), await valuesAsOf("2035-01-01")]).toEqual([
      "NO_FIGURE",
      1,
      2,
    ]);
  });

  test("growth of a single figure", async () => {
    const { observations } = await atlas.query(
      `{ observations(filter: { indicators: ["made-growth"], districts: ["${JIANGHAN}", "${HANYANG}"] }) { nodes { value periodKind yearOnYear { value qualifier notComputable base { value } }
        averageGrowth { value qualifier notComputable years base { value } } } } }`,
    );
    const grown = (observations as { nodes: { value: number; yearOnYear: object; averageGrowth: object }[] }).nodes;
    const growthOfValue = (value: number) => grown.find((each) => each.value === value)?.yearOnYear;
    expect(growthOfValue(121)).toEqual({ value: 10, qualifier: "EXACT", notComputable: null, base: { value: 110 } });
    expect(growthOfValue(50)).toMatchObject({ value: 25, base: { value: 40 } });
    expect(growthOfValue(150)).toMatchObject({ value: 50, qualifier: "LESS_THAN" });
    expect(growthOfValue(200)).toEqual({ value: null, qualifier: null, notComputable: "NO_BASE", base: null });
    const onAverage = (value: number) => grown.find((each) => each.value === value)?.averageGrowth;
    // From the earliest year on: 100 to 121 in two years, 100 to 200 in four; a half from a half.
    expect(onAverage(121)).toMatchObject({ value: 10, qualifier: "EXACT", years: 2, base: { value: 100 } });
    expect(onAverage(200)).toMatchObject({ value: expect.closeTo(18.9207115, 6), years: 4, base: { value: 100 } });
    expect(onAverage(50)).toMatchObject({ value: 25, years: 1 });
    expect(onAverage(150)).toMatchObject({ value: 50, qualifier: "LESS_THAN" });
    expect(onAverage(100)).toMatchObject({ value: null, notComputable: "NO_BASE" });
  });

  test("units in words, and every formula in both languages", async () => {
    const unit = async (formula: string) => {
      const { column } = await compare(`indicator: "gdp", formula: ${formula}`);
      return [column.key, column.unitZh, column.unitEn];
    };
    expect(await unit("VALUE")).toEqual(["gdp", "元", "CNY"]);
    expect(await unit("PER_KM2")).toEqual(["gdp:PER_KM2", "元/平方公里", "CNY per km²"]);
    expect(await unit("PER_HEAD")).toEqual(["gdp:PER_HEAD", "元/人", "CNY per head"]);
    expect(await unit("AVERAGE_GROWTH")).toEqual(["gdp:AVERAGE_GROWTH", "%", "%"]);
    const { formulas } = await atlas.query("{ formulas { formula nameZh nameEn wordsZh wordsEn } }");
    for (const formula of formulas as Record<string, string>[])
      for (const text of Object.values(formula)) expect(text).not.toBe("");
    expect(formulas).toHaveLength(8);
  });

  test.each([
    ["VALUE_UNKNOWN", 'compare(set: DISTRICT, measures: [{ indicator: "nothing" }]) { years }'],
    ["VALUE_UNKNOWN", 'compare(set: DISTRICT, subjects: ["420103", "ehdz"], measures: [{}]) { years }'],
    ["VALUE_UNKNOWN", 'compare(set: SITE, subjects: ["nothing"], measures: [{ indicator: "gdp" }]) { years }'],
    ["VALUE_UNKNOWN", 'peers(set: DISTRICT, subject: "ehdz", measures: [{}]) { peers { key } }'],
    ["ENTRIES_NEEDED", "compare(set: DISTRICT, measures: []) { years }"],
    ["LIST_TOO_LONG", `compare(set: DISTRICT, measures: [${"{} ".repeat(9)}]) { years }`],
    ["LIST_TOO_LONG", `compare(set: DISTRICT, measures: [{}], subjects: ${JSON.stringify(Array(501).fill("x"))}) { years }`],
    ["INDICATOR_NEEDED", "compare(set: SITE, measures: [{}]) { years }"],
    ["ARGUMENT_UNUSED", 'compare(set: DISTRICT, measures: [{ indicator: "gdp", kind: EXPORT_BASE }]) { years }'],
    ["ARGUMENT_UNUSED", 'compare(set: DISTRICT, measures: [{ indicator: "gdp", fromYear: 2018 }]) { years }'],
    [
      "NUMBER_OUT_OF_RANGE",
      'compare(set: DISTRICT, measures: [{ indicator: "gdp", formula: AVERAGE_GROWTH, fromYear: -5 }]) { years }',
    ],
    ["NUMBER_OUT_OF_RANGE", "ranking(set: DISTRICT, measure: {}, first: 501) { years }"],
    ["NUMBER_OUT_OF_RANGE", 'peers(set: DISTRICT, subject: "420103", measures: [{}], first: 21) { peers { key } }'],
    ["NUMBER_OUT_OF_RANGE", 'compare(set: DISTRICT, measures: [{}], period: "0001") { years }'],
    ["PERIOD_MALFORMED", 'compare(set: DISTRICT, measures: [{}], period: "2024-13") { years }'],
    ["PERIOD_MALFORMED", 'compare(set: DISTRICT, measures: [{}], period: "undated") { years }'],
    ["PERIOD_MALFORMED", 'compare(set: DISTRICT, measures: [{}], period: "2024-05-01") { years }'],
    ["TEXT_WITH_CONTROL", 'compare(set: DISTRICT, measures: [{ indicator: "\\u0000" }]) { years }'],
    ["VALUE_UNKNOWN", 'compare(set: SITE, filter: { districts: ["1"] }, measures: [{ indicator: "gdp" }]) { years }'],
  ])("%s for %s", async (code, comparison) => {
    expect(await atlas.queryError(`{ ${comparison} }`)).toMatchObject({ code });
  });

  test("more sites than can be compared are refused, named ones among them are not", async () => {
    await atlas.database.pool.query(
      `INSERT INTO site (slug, kind, name_zh, name_en, aliases, confidence, search_text, sort_zh)
       SELECT 'made-' || n, 'EXPORT_BASE', '-', '-', '{}', 'LOW', '', '-' FROM generate_series(1, 501) n`,
    );
    const comparison = 'compare(set: SITE, measures: [{ indicator: "planned-area" }]';
    expect(await atlas.queryError(`{ ${comparison}) { years } }`, {}, "zh")).toMatchObject({
      code: "SUBJECTS_TOO_MANY",
      message: expect.stringMatching(/500 个/),
    });
    const { compare: comparisonOfTwo } = await atlas.query(
      `{ ${comparison}, subjects: ["base-geo", "made-7"]) { rows { key } } }`,
    );
    expect((comparisonOfTwo as { rows: { key: string }[] }).rows.map(({ key }) => key).sort()).toEqual(["base-geo", "made-7"]);
  });
});
