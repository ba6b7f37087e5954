// Who is most alike, by distances worked out by hand, and what a comparison's files hold.
import { parse } from "csv-parse/sync";
import readExcelFile, { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commonScale, computedDigits, roundTo } from "../../server/contract/quantities.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";
import { addFigures, addIndicators, figureOfYear } from "../figures.ts";

const [JIANGAN, JIANGHAN, QIAOKOU, HANYANG] = ["420102", "420103", "420104", "420105"];

interface Peers {
  noPeersZh: string | null;
  noPeersEn: string | null;
  measures: { key: string }[];
  leftOut: { measure: { key: string }; notComputable: string }[];
  peers: {
    key: string;
    distance: number;
    measures: { measure: { key: string }; subjectValue: number; peerValue: number; difference: number; share: number }[];
    leftOut: { measure: { key: string }; notComputable: string }[];
  }[];
}

describe.each(databases)("peers and files of comparisons on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    await addIndicators(atlas, {
      "made-a": {},
      "made-b": {},
      "made-c": {},
      "made-d": {},
      "made-e": {},
      "made-same": {},
      "made-years": {},
      "made-bound": {},
    });
    await addFigures(atlas, [
      // Of 1, 3, 1, 3 the quartiles are 1 and 3; of 10, 20, 30 they are 15 and 25.
      ...["made-a", "made-c", "made-d", "made-e"].flatMap((indicator) =>
        [1, 3, 1, 3].map((value, index) =>
          figureOfYear(indicator, [JIANGAN, JIANGHAN, QIAOKOU, HANYANG][index] as string, 2041, value),
        ),
      ),
      figureOfYear("made-b", JIANGAN, 2041, 10),
      figureOfYear("made-b", JIANGHAN, 2041, 20, "ABOUT"),
      figureOfYear("made-b", QIAOKOU, 2041, 30),
      figureOfYear("made-b", HANYANG, 2041, 99, "MORE_THAN"),
      figureOfYear("made-years", JIANGAN, 2041, 7.25),
      figureOfYear("made-years", QIAOKOU, 2041, 9),
      figureOfYear("made-years", JIANGHAN, 2042, 8.5),
      figureOfYear("made-same", JIANGAN, 2041, 7),
      figureOfYear("made-same", JIANGHAN, 2041, 7),
      figureOfYear("made-bound", JIANGAN, 2041, 7, "AT_LEAST"),
      figureOfYear("made-bound", JIANGHAN, 2041, 8),
    ]);
  });
  afterAll(() => atlas.close());

  const peersOf = async (subject: string, measures: string[] | null, moreArguments = ""): Promise<Peers> => {
    const { peers } = await atlas.query(
      `query ($measures: [MeasureInput!]) { peers(set: DISTRICT, subject: "${subject}", measures: $measures ${moreArguments}) {
        noPeersZh noPeersEn measures { key } leftOut { measure { key } notComputable }
        peers { key distance measures { measure { key } subjectValue peerValue difference share } leftOut { measure { key } notComputable } } } }`,
      { measures: measures?.map((indicator) => ({ indicator })) },
    );
    return peers as Peers;
  };

  const FIVE = ["made-a", "made-b", "made-c", "made-d", "made-e"];

  test("distances in spreads of the middle half, each measure's share of them, and what was left out", async () => {
    const { measures, leftOut, peers } = await peersOf(JIANGAN, [...FIVE, "made-same", "made-bound"]);
    expect(measures.map(({ key }) => key)).toEqual(FIVE);
    expect(leftOut).toEqual([
      { measure: { key: "made-same" }, notComputable: "NO_SPREAD" },
      { measure: { key: "made-bound" }, notComputable: "BOUNDS_ONLY" },
    ]);
    const [narrow, wide] = [2 / (2 / 1.349), 10 / (10 / 1.349)];
    // Hanyang has four measures in common: too few.
    expect(peers.map(({ key }) => key)).toEqual([QIAOKOU, JIANGHAN]);
    const [qiaokou, jianghan] = peers;
    expect(jianghan?.measures[1]).toMatchObject({ subjectValue: 10, peerValue: 20 });
    expect(jianghan?.measures[1]?.difference).toBeCloseTo(wide, 10);
    expect(jianghan?.distance).toBeCloseTo(Math.sqrt((4 * narrow ** 2 + wide ** 2) / 5), 10);
    expect(jianghan?.measures[0]?.share).toBeCloseTo(narrow ** 2 / (4 * narrow ** 2 + wide ** 2), 10);
    expect(qiaokou?.distance).toBeCloseTo((2 * wide) / Math.sqrt(5), 10);
    expect(qiaokou?.measures.map(({ share }) => share)).toEqual([0, 1, 0, 0, 0]);
  });

  test("an extreme difference counts as three spreads", async () => {
    await addIndicators(atlas, { "made-far": {} });
    await addFigures(
      atlas,
      [1, 2, 3, 1_000_000].map((value, index) =>
        figureOfYear("made-far", [JIANGAN, QIAOKOU, HANYANG, JIANGHAN][index] as string, 2041, value),
      ),
    );
    const { peers } = await peersOf(JIANGAN, ["made-a", "made-c", "made-d", "made-e", "made-far"]);
    const jianghan = peers.find(({ key }) => key === JIANGHAN);
    const far = jianghan?.measures.find(({ measure }) => measure.key === "made-far");
    expect(far?.difference).toBeGreaterThan(3);
    expect(far?.share).toBeCloseTo(9 / (9 + 4 * 1.349 ** 2), 10);
  });

  test("the difference of two does not depend on which is the subject, nor on the order of measures; none with fewer than five", async () => {
    const peersOfJiangan = await peersOf(JIANGAN, FIVE);
    const peersOfQiaokou = await peersOf(QIAOKOU, FIVE.toReversed());
    const distance = ({ peers }: Peers, key: string) => peers.find((peer) => peer.key === key)?.distance;
    expect(distance(peersOfQiaokou, JIANGAN)).toBeCloseTo(distance(peersOfJiangan, QIAOKOU) as number, 12);
    expect(peersOfJiangan).toMatchObject({ noPeersZh: null, noPeersEn: null });
    expect(await peersOf(JIANGAN, FIVE.slice(1))).toMatchObject({
      peers: [],
      noPeersZh: "可用指标仅4项，少于规定的5项，无法比较。",
      noPeersEn: "No comparison: data for only 4 of the measures, fewer than the required 5.",
    });
    expect((await peersOf("420117", FIVE)).leftOut[0]).toMatchObject({ notComputable: "NO_FIGURE" });
    expect((await peersOf(JIANGAN, FIVE, ", first: 1")).peers.map(({ key }) => key)).toEqual([QIAOKOU]);
  });

  test("by default by densities, amounts per head, shares and mix; where too few are known there is no answer", async () => {
    const { peers } = await peersOf(JIANGAN, null);
    expect(peers.length).toBeGreaterThan(0);
    for (const peer of peers) expect(peer.measures.length).toBeGreaterThanOrEqual(5);
    // Nothing that grows with size.
    for (const { measures } of peers) for (const { measure } of measures) expect(measure.key).toMatch(/:|-share$/);
    // Statistics list functional areas apart from Hongshan, and it is not recorded which sites lie there.
    const hongshan = await peersOf("420111", null);
    expect(hongshan.peers).toEqual([]);
    expect(hongshan.leftOut.map(({ notComputable }) => notComputable)).toContain("DIFFERENT_COVERAGE");
  });

  test("two districts are not alike because neither has a site of a kind", async () => {
    const pairs = [];
    for (const subject of [JIANGAN, JIANGHAN, QIAOKOU, HANYANG])
      for (const { measures } of (await peersOf(subject, null)).peers) pairs.push(...measures);
    expect(pairs.some(({ measure }) => measure.key.startsWith("sites"))).toBe(true);
    expect(pairs.filter(({ subjectValue, peerValue }) => subjectValue === 0 && peerValue === 0)).toEqual([]);
  });

  test("a site's peers are of the filter, whether or not it is itself", async () => {
    await addFigures(
      atlas,
      ["park-biolake", "cbz-donghu", "cbz-xg-yangluo", "cbz-xg-dongxihu", "cbz-xingang-konggang"].flatMap((site, index) =>
        FIVE.slice(1).map((indicator) => figureOfYear(indicator, site, 2041, index + 1)),
      ),
    );
    const { peers } = await atlas.query(
      `{ peers(set: SITE, subject: "park-biolake", measures: [{ indicator: "planned-area" }, ${FIVE.slice(1)
        .map((name) => `{ indicator: "${name}" }`)
        .join()}], filter: { kinds: [BONDED_ZONE] }) { peers { key subject { __typename } distance } } }`,
    );
    const foundPeers = (peers as { peers: { subject: { __typename: string } }[] }).peers;
    expect(foundPeers.map(({ subject }) => subject.__typename)).toEqual(Array(foundPeers.length).fill("BondedZone"));
    expect(foundPeers.length).toBeGreaterThan(2);
  });

  const get = (path: string) => atlas.app.inject({ url: encodeURI(path), headers: { "accept-language": "en" } });

  test("CSV holds what GraphQL answers, with sources, formula and reason in words", async () => {
    const { rawPayload, headers } = await get(
      "/download/compare.csv?measures=made-a,gdp:PER_KM2,sites.EXPORT_BASE&picks=420103,420111&lang=zh",
    );
    expect(headers["content-type"]).toMatch(/^text\/csv/);
    expect(headers["content-disposition"]).toMatch(/comparison-[0-9a-f]{6}-v\d+\.csv/);
    const rows = parse(rawPayload, { bom: true, columns: true }) as Record<string, string>[];
    const { compare } = await atlas.query(
      `{ compare(set: DISTRICT, subjects: ["420103", "420111"], measures: [{ indicator: "made-a" }, { indicator: "gdp", formula: PER_KM2 }, { kind: EXPORT_BASE }]) {
        columns { key } rows { key cells { value qualifier year rank notComputable } } } }`,
    );
    const { columns, rows: comparedRows } = compare as {
      columns: { key: string }[];
      rows: { key: string; cells: Record<string, unknown>[] }[];
    };
    const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
    for (const { key, cells } of comparedRows) {
      for (const [index, cell] of cells.entries()) {
        const row = rows.find((each) => each.key === key && each.measure === columns[index]?.key);
        expect(row).toMatchObject({ qualifier: text(cell.qualifier), year: text(cell.year) });
        expect(row?.value).toBe(text(cell.value));
        expect(row?.notComputable).toMatch(cell.notComputable ? new RegExp(`^${cell.notComputable}: .*[\\u4e00-\\u9fff]`) : /^$/);
        expect(row?.synthetic).toBe("false");
      }
    }
    // Two requested rows and the city, three measures each.
    expect(rows).toHaveLength(9);
    expect(rows.find(({ key, measure }) => key === "420100" && measure === "sites.EXPORT_BASE")).toMatchObject({ value: "5" });
    expect(rows[0]).toMatchObject({
      name: "江汉区",
      formulaInWords: expect.stringContaining("数值"),
      licence: expect.stringContaining("来源"),
    });
    expect(rows.find(({ key, measure }) => key === "420111" && measure === "gdp:PER_KM2")?.sourcesCited).toContain("《");
  });

  test("a figure per km² has its area, how reliable that is, and the sources of both", async () => {
    const rowsOf = async (query: string) =>
      parse((await get(`/download/compare.csv?${query}&lang=en`)).rawPayload, { bom: true, columns: true }) as Record<
        string,
        string
      >[];
    const districts = await rowsOf("measures=gdp:PER_KM2,gdp&picks=420102&period=2023");
    expect(districts[0]).toMatchObject({
      areaKm2: "80.28",
      areaConfidence: "MEDIUM",
      areaNote: expect.stringContaining("encyclopaedia"),
    });
    expect(districts[1]).toMatchObject({ areaKm2: "", areaConfidence: "", areaNote: "" });
    const [area, plain] = await rowsOf("set=areas&measures=gdp:PER_KM2,gdp&picks=ehdz");
    expect(area?.sources?.split("; ")).toContain("wiki_ehdz");
    expect(area?.sourcesCited).not.toContain("wiki_ehdz");
    expect(area).toMatchObject({ areaKm2: "518.06" });
    expect(plain?.sources?.split("; ")).not.toContain("wiki_ehdz");
  });

  test("a workbook has the comparison, all years, figures, sources and notes, as of the requested day", async () => {
    const { rawPayload } = await get("/download/compare.xlsx?set=areas&measures=gdp,gdp:AVERAGE_GROWTH&asof=2040-01-01&lang=en");
    const sheet = async (name: string) => await readSheet(rawPayload, name);
    const [head = [], ...cells] = await sheet("Comparison");
    const [titles = [], ...table] = await sheet("Table");
    expect(titles[1]).toMatch(/^GDP \(CNY billion, \d{4}, data for \d\/7\)$/);
    const bases = await get("/download/compare.xlsx?measures=sites.EXPORT_BASE&lang=zh");
    expect((await readSheet(bases.rawPayload, "对比表"))[0]?.[1]).toBe(
      "地点数 · 特色服务出口基地（个，13/13 有数据，5 个地点中 3 个未标注所在区）",
    );
    // Counts of sites have neither years nor figures nor sources, so there are no empty sheets of these.
    expect((await readExcelFile(bases.rawPayload)).map(({ sheet }) => sheet)).toEqual(["对比表", "比较", "说明", "字段"]);
    expect(table.map(([name]) => name).slice(-2)).toEqual(["Median", "Wuhan"]);
    // A number in billions where it is exact, in words where it is a bound.
    for (const row of cells.filter((each) => each[head.indexOf("Formula")] === "Value")) {
      const [name, value, qualifier] = ["Name", "Value", "Qualifier"].map((column) => row[head.indexOf(column)]);
      const formattedCell = table.find(([subject]) => subject === name)?.[1];
      const billions = Number(value) / 1e9;
      expect(formattedCell).toBe(qualifier === "exact" ? billions : qualifier === "more than" ? `more than ${billions}` : "—");
    }
    expect((await sheet("Notes and sources of table")).flat().join()).toContain("Hubei Daily: ");
    // Seven functional areas and the city, two measures each.
    expect(cells).toHaveLength(16);
    expect(head).not.toContain("Synthetic (demonstration)");
    expect((await sheet("All years")).length).toBeGreaterThan(10);
    const figures = await sheet("Figures");
    const used = new Set(figures.slice(1).flatMap((row) => String(row.at(-1)).split("; ")));
    const sources = (await sheet("Sources")).slice(1).map(([slug]) => slug);
    expect([...used].sort()).toEqual([...sources].sort());
    const notes = Object.fromEntries((await sheet("Notes")).map(([topic, detail]) => [topic, detail]));
    expect(notes["As of (UTC): data recorded by then"]).toBe("2040-01-01T23:59:59.999Z");
    expect(notes.Formula).toContain("compound");
    const before = await get("/download/compare.csv?measures=made-a&asof=2020-01-01");
    const rowsInPast = parse(before.rawPayload, { bom: true, columns: true }) as Record<string, string>[];
    expect(new Set(rowsInPast.map(({ notComputable }) => notComputable?.split(":")[0]))).toEqual(new Set(["NO_FIGURE"]));
  });

  test("the table has numbers with the year beside them, rounded by all districts, and ranks among how many", async () => {
    const { rawPayload } = await get(
      `/download/compare.xlsx?measures=made-years,gdp:PER_HEAD&period=latest&picks=${JIANGAN},${JIANGHAN}&lang=en`,
    );
    const [titles = [], ...rows] = await readSheet(rawPayload, "Table");
    const ofSubject = (name: string) => rows.find((row) => row[0] === name) ?? [];
    // Values of several years have no ranks.
    expect(titles[2]).toBe("Year");
    expect(titles.some((title) => /Rank/.test(String(title)))).toBe(false);
    expect(ofSubject("Jiang'an").slice(1, 3)).toEqual([7.25, 2041]);
    expect(ofSubject("Jianghan").slice(1, 3)).toEqual([8.5, 2042]);
    const { compare } = await atlas.query(
      `{ compare(set: DISTRICT, measures: [{ indicator: "gdp", formula: PER_HEAD }], period: "latest") { rows { key cells { value } } } }`,
    );
    const values = (compare as { rows: { key: string; cells: { value: number | null }[] }[] }).rows.flatMap(
      ({ cells }) => cells[0]?.value ?? [],
    );
    const { decimals } = commonScale(values, "en", computedDigits);
    const perHead = titles.findIndex((title) => /^GDP, per head/.test(String(title)));
    // It is not the official indicator of that name. Not only the two of this file have a value.
    expect(titles[perHead]).toMatch(/calculated from year-end or census population \(.*, data for \d+\/13\)$/);
    expect(titles[1]).toMatch(/data for \d+\/13\)$/);
    const own = (compare as { rows: { key: string; cells: { value: number }[] }[] }).rows.find(({ key }) => key === JIANGAN);
    expect(ofSubject("Jiang'an")[perHead]).toBe(roundTo(own?.cells[0]?.value as number, decimals as number));
    // A rank is in words: "1/2" would be a day in January.
    const ranked = await get(`/download/compare.xlsx?measures=sites&picks=${JIANGAN},${JIANGHAN},420111&lang=zh`);
    const [rankTitles, ...ranks] = (await readSheet(ranked.rawPayload, "对比表")).map((row) => row.slice(2));
    expect(rankTitles).toEqual(["位次（共13个）"]);
    for (const [rank] of ranks.slice(0, 3)) expect(rank).toMatch(/^第\d+(～\d+)?位$/);
    const notes = (await readSheet(rawPayload, "Notes")).map(([, note]) => note);
    expect(notes).toContainEqual(expect.stringMatching(/^Ranks are among all subjects .* There are none where fewer than half/));
    // As on the page, there is no rank of values of several years or among few: not in the long sheets either.
    const rankColumns = async (sheet: string, workbook: Buffer) => {
      const [heads = [], ...rows] = await readSheet(workbook, sheet);
      const at = (head: RegExp) => heads.findIndex((title) => head.test(String(title)));
      return rows.map((row) => ({ rank: row[at(/^Rank$/)], rankOf: Number(row[at(/^Number of values of that year$/)] ?? 0) }));
    };
    for (const sheet of ["Comparison", "All years"]) {
      const rows = await rankColumns(sheet, rawPayload);
      expect(rows.some(({ rankOf }) => rankOf > 0)).toBe(true);
      for (const { rank, rankOf } of rows) if (2 * rankOf < 13) expect(rank ?? null).toBeNull();
    }
  });

  test("a value from a rough estimate says so, in the table as in CSV", async () => {
    const query = "measures=gdp:PER_HEAD,gdp&period=2021&picks=420115,420111&lang=zh";
    const [titles = [], ...table] = await readSheet((await get(`/download/compare.xlsx?${query}`)).rawPayload, "对比表");
    expect(titles.filter((title) => title === "可信度")).toHaveLength(1);
    expect(table[0]?.slice(0, 3)).toEqual(["江夏区", expect.any(Number), "可信度低"]);
    const csv = parse((await get(`/download/compare.csv?${query}`)).rawPayload, { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(csv.slice(0, 2).map(({ confidence }) => confidence)).toEqual(["LOW", "HIGH"]);
    const { compare } = await atlas.query(
      `{ compare(set: DISTRICT, subjects: ["420106"], measures: [{ formula: PER_KM2 }, {}]) { rows { cells { confidence } } } }`,
    );
    // The density has the confidence of the area; a count has none.
    expect(compare).toEqual({ rows: [{ cells: [{ confidence: "LOW" }, { confidence: null }] }] });
  });

  test("the city's value has its year, which may be another one than the districts', and each district its note", async () => {
    const contested = await get("/download/compare.xlsx?measures=gdp&picks=420111,420104&period=2023&lang=en");
    const [head = [], hongshan, qiaokou] = await readSheet(contested.rawPayload, "Table");
    expect(head.length).toBe(2);
    // In the order in which they were picked; 4 of 13 have no ranks.
    expect([hongshan?.[0], qiaokou?.[0]]).toEqual(["Hongshan", "Qiaokou"]);
    const tableNotes = await readSheet(contested.rawPayload, "Notes and sources of table");
    expect(tableNotes[1]?.[1]).toEqual(expect.stringContaining("usually exclude the parts"));
    expect((await readSheet(contested.rawPayload, "Figures"))[0]).toContain("Sources disagree");
    const query = "measures=gdp&period=latest&picks=420117&lang=en";
    const rows = parse((await get(`/download/compare.csv?${query}`)).rawPayload, { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    const [district, city] = rows;
    expect(city?.year).not.toBe(district?.year);
    expect(rows.map(({ cityYear }) => cityYear)).toEqual([city?.year, city?.year]);
    const [titles, ...table] = await readSheet((await get(`/download/compare.xlsx?${query}`)).rawPayload, "Table");
    expect(titles?.[2]).toBe("Year");
    expect(table.map((row) => row[2])).toEqual([Number(district?.year), null, Number(city?.year)]);
  });

  test("the figures of sites are those of the requested day", async () => {
    const count = async (query: string) =>
      (await readSheet((await get(`/download/sites.xlsx?${query}`)).rawPayload, "Figures")).length;
    expect(await count("asof=2020-01-01&lang=en")).toBe(1);
    expect(await count("asof=2100-01-01&lang=en")).toBe(await count("lang=en"));
  });

  test("an unchanged file is not sent again; the tag depends on the request", async () => {
    const { headers } = await get("/download/compare.csv?measures=gdp");
    const notModified = await atlas.app.inject({
      url: "/download/compare.csv?measures=gdp",
      headers: { "accept-language": "en", "if-none-match": String(headers.etag) },
    });
    expect(notModified.statusCode).toBe(304);
    expect((await get("/download/compare.csv?measures=gdp&period=2020")).headers.etag).not.toBe(headers.etag);
  });

  test.each([
    [404, "FORMAT_UNKNOWN", "/download/compare.pdf?measures=gdp"],
    [400, "ENTRIES_NEEDED", "/download/compare.csv"],
    [400, "VALUE_UNKNOWN", "/download/compare.csv?measures=gdp:PER_ACRE"],
    [400, "VALUE_UNKNOWN", "/download/compare.csv?measures=gdp:VALUE:x"],
    [400, "VALUE_UNKNOWN", "/download/compare.csv?measures=sites.ZOO"],
    [400, "VALUE_UNKNOWN", "/download/compare.csv?measures=nothing"],
    [400, "VALUE_UNKNOWN", "/download/compare.csv?measures=gdp&picks=ehdz"],
    [400, "VALUE_UNKNOWN", "/download/compare.csv?measures=gdp&set=cities"],
    [400, "VALUE_UNKNOWN", "/download/compare.csv?measures=gdp&lang=fr"],
    [400, "PARAMETER_UNKNOWN", "/download/compare.csv?measures=gdp&colour=red"],
    [400, "PARAMETER_REPEATED", "/download/compare.csv?measures=gdp&period=2020&period=2021"],
    [400, "PERIOD_MALFORMED", "/download/compare.csv?measures=gdp&period=soon"],
    [400, "MOMENT_MALFORMED", "/download/compare.csv?measures=gdp&asof=soon"],
    [400, "MOMENT_MALFORMED", "/download/sites.csv?asof=soon"],
    [400, "INDICATOR_NEEDED", "/download/compare.csv?measures=sites&set=sites"],
  ])("%i %s for %s", async (status, code, path) => {
    const response = await get(path);
    expect([response.statusCode, response.json().title]).toEqual([status, code]);
  });
});
