// Breaks in series: nothing is computed across one, and every answer says where it is.
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";
import { addBreaks, addFigures, addIndicators, figureOfYear } from "../figures.ts";

interface Growth {
  value: number | null;
  notComputable: string | null;
  years: number | null;
  base: { value: number } | null;
}
interface Cell {
  value: number | null;
  notComputable: string | null;
  fromYear: number | null;
  previousRank: number | null;
  series: { year: number; value: number | null; notComputable: string | null; comparableSince: string | null }[];
}

const [JIANGHAN, QIAOKOU, HANYANG, JIANGXIA] = ["420103", "420104", "420105", "420115"] as const;
const BROKEN = { value: null, notComputable: "BREAK_IN_SERIES" };

describe.each(databases)("breaks in series on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    await addIndicators(atlas, { "made-scope": {}, "made-whole": {} });
    await addFigures(atlas, [
      // Jianghan is counted on another scope from 2042 on; Qiaokou is not.
      ...[100, 110, 50, 60, 66].map((value, index) => figureOfYear("made-scope", JIANGHAN, 2040 + index, value)),
      ...[10, 11, 12, 13, 14].map((value, index) => figureOfYear("made-scope", QIAOKOU, 2040 + index, value)),
      // Hanyang has one figure on each side.
      figureOfYear("made-scope", HANYANG, 2040, 1000),
      figureOfYear("made-scope", HANYANG, 2044, 5),
      // The whole city's series breaks, that of its part does not.
      ...[2043, 2044].flatMap((year) => [
        figureOfYear("made-whole", JIANGHAN, year, 10),
        figureOfYear("made-whole", "420100", year, 100),
      ]),
    ]);
    await addBreaks(atlas, [
      ["made-scope", JIANGHAN, "2042-01-01"],
      ["made-scope", HANYANG, "2042-01-01"],
      ["made-whole", "420100", "2044-01-01"],
      ["airport-passengers", "air-tianhe", "2024-01-01"],
    ]);
  });
  afterAll(() => atlas.close());

  const compare = async (measure: string, moreArguments = "") => {
    const { compare: answer } = await atlas.query(`{ compare(set: DISTRICT, measures: [{ ${measure} }] ${moreArguments}) {
      rows { key cells { value notComputable fromYear previousRank series { year value notComputable comparableSince } } } } }`);
    const { rows } = answer as { rows: { key: string; cells: Cell[] }[] };
    return (key: string) => rows.find((row) => row.key === key)?.cells[0] as Cell;
  };
  const growthOf = async (indicator: string, subject: string) => {
    const { observations } = await atlas.query(
      `{ observations(filter: { indicators: ["${indicator}"], ${subject} }, first: 100) { nodes { periodEnd periodKind isPreferred
        yearOnYear { value notComputable years base { value } } averageGrowth { value notComputable years base { value } } } } }`,
    );
    const { nodes } = observations as {
      nodes: { periodEnd: string; periodKind: string; isPreferred: boolean; yearOnYear: Growth; averageGrowth: Growth }[];
    };
    return (year: number) =>
      nodes.find((figure) => figure.isPreferred && figure.periodKind === "YEAR" && figure.periodEnd === `${year}-12-31`);
  };

  test("the growth of a figure: not from before a break, on average from the first figure after it", async () => {
    const growth = await growthOf("made-scope", `districts: ["${JIANGHAN}"]`);
    expect(growth(2041)?.yearOnYear).toMatchObject({ value: 10 });
    expect(growth(2042)).toMatchObject({
      yearOnYear: { ...BROKEN, base: { value: 110 } },
      averageGrowth: { ...BROKEN, years: 2, base: { value: 100 } },
    });
    expect(growth(2043)?.yearOnYear).toMatchObject({ value: 20 });
    expect(growth(2044)?.averageGrowth).toMatchObject({ value: expect.closeTo(14.8913, 4), years: 2, base: { value: 50 } });
  });

  test("growth in a comparison: the reason where the base lies before the break, all others as ever", async () => {
    const yearly = await compare('indicator: "made-scope", formula: YEAR_ON_YEAR', ', period: "2042"');
    expect(yearly(JIANGHAN)).toMatchObject({ ...BROKEN, fromYear: 2041 });
    expect(yearly(QIAOKOU)).toMatchObject({ value: expect.closeTo(100 / 11, 8), notComputable: null });
    // Two places have figures of 2040, but only one of them can be compared with it; after the break both can, from 2042.
    const average = await compare('indicator: "made-scope", formula: AVERAGE_GROWTH', ', period: "2044"');
    expect(average(JIANGHAN)).toMatchObject({ value: expect.closeTo(14.8913, 4), fromYear: 2042 });
    expect(average(QIAOKOU)).toMatchObject({ fromYear: 2042 });
    expect(average(HANYANG)).toMatchObject({ value: null, notComputable: "NO_BASE" });
    const growthSince2040 = await compare('indicator: "made-scope", formula: AVERAGE_GROWTH, fromYear: 2040', ', period: "2044"');
    expect(growthSince2040(JIANGHAN)).toMatchObject({ ...BROKEN, fromYear: 2040 });
    expect(growthSince2040(HANYANG)).toMatchObject(BROKEN);
    expect(growthSince2040(QIAOKOU)).toMatchObject({ notComputable: null, fromYear: 2040 });
  });

  test("the years of a series say which of them are comparable, and there is no earlier rank across a break", async () => {
    const values = await compare('indicator: "made-scope"', ', period: "2042"');
    expect(values(JIANGHAN).series.map(({ year, comparableSince }) => [year, comparableSince])).toEqual([
      ...[2040, 2041].map((year) => [year, null]),
      ...[2042, 2043, 2044].map((year) => [year, "2042-01-01"]),
    ]);
    expect(values(QIAOKOU).series.every(({ comparableSince }) => comparableSince === null)).toBe(true);
    expect([values(JIANGHAN).previousRank, values(QIAOKOU).previousRank]).toEqual([null, 2]);
    expect((await compare('indicator: "made-scope"', ', period: "2043"'))(JIANGHAN).previousRank).toBe(1);
  });

  test("a share breaks where the city's series does, an amount per head where the basis of population changes", async () => {
    const share = await compare('indicator: "made-whole", formula: SHARE_OF_CITY', ', period: "2044"');
    expect(share(JIANGHAN).series).toMatchObject([
      { year: 2043, value: 10, comparableSince: null },
      { year: 2044, value: 10, comparableSince: "2044-01-01" },
    ]);
    const perHead = (await compare('indicator: "gdp", formula: PER_HEAD'))("420116").series;
    const comparableSinceIn = (year: number) => perHead.find((point) => point.year === year)?.comparableSince;
    expect([comparableSinceIn(2017), comparableSinceIn(2020)]).toEqual([null, "2020-01-01"]);
  });

  test("the pace of a target is not measured from before a break", async () => {
    const { planTargets } = await atlas.query(
      "{ planTargets { slug progress { baselineYear otherBaselines { year } missing missingEn } indicators { role indicator { slug } } } }",
    );
    const targets = planTargets as {
      progress: { baselineYear: number | null; otherBaselines: { year: number }[]; missing: string | null; missingEn: string };
      indicators: { role: string; indicator: { slug: string } }[];
    }[];
    const target = targets.find(({ indicators }) =>
      indicators.some(({ role, indicator }) => role === "MEASURES" && indicator.slug === "airport-passengers"),
    );
    // Without the break 2019 is the baseline; after it there is 2024, the base year, before the figure of 2025.
    expect(target?.progress).toMatchObject({ baselineYear: 2024, otherBaselines: [], missing: null });
    await addBreaks(atlas, [["airport-passengers", "air-tianhe", "2025-01-01"]]);
    const { planTargets: targetsAfterBreak } = await atlas.query("{ planTargets { progress { missing missingZh missingEn } } }");
    expect((targetsAfterBreak as { progress: object }[]).map(({ progress }) => progress)).toContainEqual({
      missing: "BREAK_IN_SERIES",
      missingZh: expect.stringMatching(/^最新数据（2025年，.*）与以前各期统计范围或口径不同/),
      missingEn: expect.stringContaining("is not comparable with earlier ones"),
    });
  });

  test("in the real data: district GDP before and after 2019, the city's before and after 2024", async () => {
    const jiangxia = await growthOf("gdp", `districts: ["${JIANGXIA}"]`);
    expect(jiangxia(2018)?.yearOnYear).toMatchObject({ value: expect.closeTo(17.53, 2) });
    expect(jiangxia(2019)?.yearOnYear).toMatchObject(BROKEN);
    expect(jiangxia(2020)?.yearOnYear).toMatchObject({ notComputable: null });
    expect(jiangxia(2021)?.yearOnYear).toMatchObject(BROKEN);
    const hanyang = await growthOf("gdp", `districts: ["${HANYANG}"]`);
    expect(hanyang(2020)?.averageGrowth).toMatchObject(BROKEN);
    const city = await growthOf("gdp", 'regions: ["420100"]');
    expect(city(2024)?.yearOnYear).toMatchObject(BROKEN);
    expect(city(2025)?.yearOnYear).toMatchObject({ value: expect.closeTo(4.93, 2) });
    const trade = await growthOf("services-trade-usd", 'regions: ["420100"]');
    expect([trade(2017)?.yearOnYear, trade(2018)?.averageGrowth]).toMatchObject([BROKEN, BROKEN]);
  });

  test("GraphQL says where the breaks are: at the indicator, at the note, at each figure after one", async () => {
    const answer = await atlas.query(`{
      indicator: node(id: "${Buffer.from("Indicator:tertiary-value-added").toString("base64url")}") { ... on Indicator {
        seriesBreaks { startsOn indicator { slug } subject { ... on District { code } ... on Region { code } } note { slug sources { slug } } } } }
      dataNotes { slug seriesBreaks { startsOn indicator { slug } } }
      observations(filter: { indicators: ["gdp"], districts: ["${JIANGXIA}"], statuses: [OFFICIAL, REPORTED] }, first: 50) {
        nodes { periodEnd seriesBreak { startsOn note { slug detailZh detailEn } } } } }`);
    const { seriesBreaks } = answer.indicator as { seriesBreaks: { subject: { code: string }; startsOn: string }[] };
    expect(seriesBreaks).toHaveLength(14);
    expect(seriesBreaks[0]).toMatchObject({ startsOn: "2019-01-01", note: { slug: "district-gdp-2019-scope" } });
    expect(seriesBreaks.at(-1)).toMatchObject({ startsOn: "2024-01-01", subject: { code: "420100" } });
    const notes = answer.dataNotes as { slug: string; seriesBreaks: object[] }[];
    expect(notes.find(({ slug }) => slug === "services-trade-2016-2018")?.seriesBreaks).toEqual([
      { startsOn: "2017-01-01", indicator: { slug: "services-trade-usd" } },
      { startsOn: "2018-01-01", indicator: { slug: "services-trade-usd" } },
    ]);
    const { nodes } = answer.observations as { nodes: { periodEnd: string; seriesBreak: { startsOn: string } | null }[] };
    const startOf = (end: string) => nodes.find(({ periodEnd }) => periodEnd === end)?.seriesBreak?.startsOn;
    expect(["2018", "2020", "2021"].map((year) => startOf(`${year}-12-31`))).toEqual([undefined, "2019-01-01", "2021-01-01"]);
  });

  test("a file has the reason in words, and the day since when the years of a series are comparable", async () => {
    const { rawPayload } = await atlas.app.inject(
      `/download/compare.csv?measures=made-scope:YEAR_ON_YEAR&period=2042&picks=${JIANGHAN}&lang=en`,
    );
    const [row] = parse(rawPayload, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ value: "", fromYear: "2041" });
    expect(row?.notComputable).toMatch(/^BREAK_IN_SERIES: Not comparable: scope or basis changed/);
    const workbook = await atlas.app.inject(`/download/compare.xlsx?measures=made-scope&picks=${JIANGHAN}&lang=en`);
    const years = (await readExcelFile(workbook.rawPayload)).find(({ sheet }) => sheet === "All years")?.data ?? [];
    const columnIndex = (name: string) => years[0]?.indexOf(name) ?? -1;
    const [year, since] = [columnIndex("Year"), columnIndex("Comparable since (break in series)")];
    const dayOf = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell);
    expect(years.filter((line) => line[0] === JIANGHAN).map((line) => [line[year], dayOf(line[since])])).toEqual([
      [2040, null],
      [2041, null],
      [2042, "2042-01-01"],
      [2043, "2042-01-01"],
      [2044, "2042-01-01"],
    ]);
  });
});
