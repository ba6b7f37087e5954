// Every format is read back by another library than the one that wrote it, and holds what GraphQL answers to the same filter.

import { parse } from "csv-parse/sync";
import type { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { parseProperties } from "flatgeobuf/lib/mjs/generic/feature.js";
import { deserialize } from "flatgeobuf/lib/mjs/generic/featurecollection.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import readExcelFile, { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FormatExtension, formatExtensions } from "../../server/contract/downloads.ts";
import { parsePeriod } from "../../server/contract/period.ts";
import { sql } from "../../server/database/sql.ts";
import { enums } from "../../server/generated/model.ts";
import { siteProperties } from "../../server/sites/properties.ts";
import { databases, openAtlas, type TestAtlas } from "../atlas.ts";

type Row = Record<string, unknown>;

const FILTERS: [address: string, filter: string][] = [
  ["", "{}"],
  ["kinds=EXPORT_BASE,BONDED_ZONE", "{ kinds: [EXPORT_BASE, BONDED_ZONE] }"],
  ["districts=420111&statuses=OPERATING", '{ districts: ["420111"], statuses: [OPERATING] }'],
  ["q=光谷", '{ text: "光谷" }'],
  ["near=114.3,30.6,9", "{ near: { point: [114.3, 30.6], withinKm: 9 } }"],
  ["q=nothing-is-called-that", '{ text: "nothing-is-called-that" }'],
];

// A name that a spreadsheet would run, and text with everything that a format could stumble over.
const TRICKY = "=cmd|' /C calc'!A0, \"quoted\"\nsecond line <b>&amp; _x0041_ 武汉";

describe.each(databases)("on %s", (kind) => {
  let atlas: TestAtlas;
  beforeAll(async () => {
    atlas = await openAtlas(kind);
    await atlas.database.pool.query(
      `INSERT INTO site (slug, kind, name_zh, name_en, confidence, point, point_accuracy_m, point_confidence, search_text, sort_zh, note_en)
       VALUES ('tricky', 'EXPORT_BASE', $1, '-1+1', 'LOW', ST_SetSRID(ST_MakePoint(114.123456789, 30.5), 4326), 10, 'LOW', ' tricky', 'zz', '＠SUM(A1)')`,
      [TRICKY],
    );
  });
  afterAll(() => atlas.close());

  const download = async (format: string, query = "") => {
    const response = await atlas.app.inject(`/download/sites.${format}?${encodeURI(query)}`);
    expect([format, query, response.statusCode]).toEqual([format, query, 200]);
    return response;
  };
  const slugs = async (filter: string) => {
    const { sites } = await atlas.query(`{ sites(first: 200, filter: ${filter}) { nodes { slug } } }`);
    return (sites as { nodes: { slug: string }[] }).nodes.map((node) => node.slug).sort();
  };
  const readers: Record<FormatExtension, (bytes: Buffer) => Promise<Row[]>> = { csv, xlsx, geojson, fgb, parquet };

  test.each(formatExtensions)("%s holds the sites that GraphQL answers", async (format) => {
    for (const [address, filter] of FILTERS) {
      const rows = await readers[format]((await download(format, address)).rawPayload);
      expect([address, rows.map((row) => row.slug ?? row.Slug).sort()]).toEqual([address, await slugs(filter)]);
    }
  });

  test("files have the order of the list", async () => {
    const { sites } = await atlas.query("{ sites(first: 200, orderBy: { field: NAME, direction: ASC }) { nodes { slug } } }");
    const rows = await geojson((await download("geojson")).rawPayload);
    expect(rows.map(({ slug }) => slug)).toEqual((sites as { nodes: { slug: string }[] }).nodes.map(({ slug }) => slug));
  });

  test("all formats hold the same values of the same types", async () => {
    const [json = [], flat = [], table = []] = await Promise.all(
      (["geojson", "fgb", "parquet"] as const).map(async (format) => readers[format]((await download(format)).rawPayload)),
    );
    expect(flat).toEqual(json);
    expect(table).toEqual(json);
    const asText = json.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])));
    const texts = await csv((await download("csv")).rawPayload);
    for (const [index, row] of asText.entries()) expect(texts[index]).toMatchObject(row);
    const sheet = await xlsx((await download("xlsx", "lang=en")).rawPayload);
    const names = Object.entries(siteProperties);
    const fields = await readSheet((await download("xlsx", "lang=en")).rawPayload, "Fields");
    const codeOf = new Map(fields.map(([sheet, , field, word, code]) => [`${sheet} ${field} ${word}`, code]));
    for (const [index, row] of json.entries()) {
      const cells = Object.fromEntries(
        names.map(([name, { title }]) => {
          const value = withoutTime(sheet[index]?.[title.en]);
          return [name, codeOf.get(`Sites ${name} ${value}`) ?? value];
        }),
      );
      // Names stand where files for programs have slugs.
      const namedReferences = { parent: row.parent && expect.any(String), industries: row.industries && expect.any(String) };
      // Only a demonstration says whether it is one.
      expect(cells).toEqual({ ...row, ...namedReferences, nameZh: expect.anything(), demo: undefined });
    }
  });

  test("a workbook shows compared sites side by side, a column each in the given order, with words, scales and periods", async () => {
    const compare = "cbz-donghu,park-software,tricky";
    const query = `filter=slug IN ('park-software','cbz-donghu','tricky')&compare=${compare}`;
    const { rawPayload, headers } = await download("xlsx", `${query}&lang=zh`);
    const [first, second] = await readExcelFile(rawPayload);
    expect([first?.sheet, second?.sheet]).toEqual(["并列对比", "地点"]);
    const [head, ...rows] = first?.data ?? [];
    expect(head?.slice(0, 4)).toEqual(["项目", "单位", "武汉东湖综合保税区", "光谷软件园"]);
    const row = (name: string) => rows.find(([title]) => title === name);
    expect(row("类型")?.slice(1, 4)).toEqual([null, "综合保税区", "服务贸易园区"]);
    expect(row("封关时间")?.[2]).toEqual(new Date("2013-06-29"));
    expect(rows.some(([title]) => /英文）$/.test(String(title)) && title !== "英文名称")).toBe(false);
    const area = rows.findIndex(([title]) => title === "规划面积");
    expect(rows[area]?.slice(1)).toEqual(["平方公里", 5.41, "无公开数据", "无公开数据"]);
    expect(rows[area + 1]?.slice(0, 2)).toEqual(["时期", null]);
    // The scope that a figure was published for, and its sources by their numbers in the list below.
    expect(rows[area + 2]?.slice(0, 3)).toEqual(["数值说明", null, expect.stringContaining("5.18")]);
    const marks = String(rows[area + 3]?.[2]);
    expect(rows[area + 3]?.[0]).toBe("来源");
    expect(marks).toMatch(/^\[\d+\]/);
    expect(String(rows.findLast(([title]) => title === "来源")?.[2])).toContain(`${marks.split(" ")[0]} `);
    // A bound is a number with its qualifier below; what is not known differs from what does not apply, and a zone is itself one.
    const staff = rows.findIndex(([title]) => title === "从业人员");
    expect(rows[staff]?.slice(1, 4)).toEqual(["万人", "无公开数据", 4]);
    expect(rows[staff + 1]?.slice(0, 4)).toEqual(["限定词", null, null, "超过"]);
    expect(row("园区主题")?.[2]).toBe("不适用");
    expect(row("综合保税区（直线距离）")?.slice(1, 4)).toEqual(["公里", "本身即是", expect.any(Number)]);
    expect(row("光谷软件园（直线距离）")?.slice(1, 4)).toEqual(["公里", expect.any(Number), null]);
    expect(row("联系电话")?.[2]).toBe("+86 27 86639389");
    expect(rows.some(([title]) => title === "可信度")).toBe(true);
    expect(headers["content-disposition"]).toMatch(/wuhan-service-trade-site-comparison-.*v\d+\.xlsx/);
    const tooMany = await atlas.app.inject("/download/sites.xlsx?compare=a,b,c,d,e,f,g");
    expect([tooMany.statusCode, tooMany.body]).toEqual([400, expect.stringContaining("LIST_TOO_LONG")]);
  });

  test.each(["zh", "en"])("a workbook has no codes of enums in it but on the sheet of fields: %s", async (lang) => {
    const codes = new Set(Object.values(enums).flatMap(({ values }) => Object.keys(values)));
    const industries = new Set((await atlas.database.rows<{ id: string }>(sql`SELECT id FROM industry`)).map(({ id }) => id));
    for (const file of ["sites.xlsx?columns=planned-area", "compare.xlsx?measures=gdp,gdp:YEAR_ON_YEAR,sites.EXPORT_BASE"]) {
      const { rawPayload } = await atlas.app.inject(`/download/${file}&lang=${lang}`);
      const sheets = await readExcelFile(rawPayload);
      expect(sheets.at(-1)?.sheet).toBe(lang === "zh" ? "字段" : "Fields");
      for (const { sheet, data } of sheets.slice(0, -1))
        for (const cell of data.flat())
          if (typeof cell === "string")
            expect([sheet, cell, codes.has(cell) || industries.has(cell.split("; ")[0] ?? "")]).toEqual([sheet, cell, false]);
      const listedFields = sheets.at(-1)?.data.map(([, , field, , code]) => `${field} ${code}`);
      const neededFields = file.startsWith("sites")
        ? ["kind EXPORT_BASE", "planned-area.qualifier EXACT", "access BACKGROUND"]
        : ["set DISTRICT", "formula YEAR_ON_YEAR", "notComputable NO_BASE"];
      expect(listedFields).toEqual(expect.arrayContaining(neededFields));
    }
  });

  test("CSV has words at its head where they are wanted, and the same rows", async () => {
    for (const file of ["sites.csv?kinds=EXPORT_BASE", "compare.csv?measures=gdp"]) {
      const read = async (moreParameters: string) =>
        parse((await atlas.app.inject(`/download/${file}&lang=zh${moreParameters}`)).rawPayload, { bom: true }) as string[][];
      const [[names = [], ...rows], [heads = [], ...same], plain] = await Promise.all([
        read(""),
        read("&headers=words"),
        read("&headers=names"),
      ]);
      const untimed = (list: string[][]) =>
        list.map((row) => row.filter((_, index) => !["retrievedAt", "filter"].includes(names[index] ?? "")));
      expect(untimed(same)).toEqual(untimed(rows));
      expect(plain?.[0]).toEqual(names);
      expect(heads).toHaveLength(names.length);
      for (const head of heads) expect(head).toMatch(/[\u4e00-\u9fff]/);
      expect(new Set(heads).size).toBe(heads.length);
    }
    const { statusCode, body } = await atlas.app.inject("/download/sites.csv?headers=both");
    expect([statusCode, body]).toEqual([400, expect.stringContaining("headers")]);
  });

  test("CSV is made harmless, numbers stay numbers, and Excel sees that it is UTF-8", async () => {
    const { rawPayload, headers } = await download("csv", "q=tricky&lang=en");
    expect(headers["content-type"]).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="wuhan-service-trade-sites-[0-9a-f]{6}-v\d+\.csv"$/);
    const nameOf = async (query: string) => String((await download("csv", query)).headers["content-disposition"]);
    const [plain, ...names] = await Promise.all(["", "kinds=EXPORT_BASE", "columns=gdp", "kinds=BONDED_ZONE"].map(nameOf));
    expect(plain).toMatch(/-sites-v\d+\.csv"$/);
    expect(new Set([plain, ...names]).size).toBe(4);
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rawPayload.toString().match(/\r\n/g)).toHaveLength(2);
    const [row] = parse(rawPayload, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ nameZh: `'${TRICKY}`, nameEn: "'-1+1", noteEn: "'＠SUM(A1)", longitude: "114.123456789" });
    expect(row).toMatchObject({ filter: "q=tricky", dataVersion: "1", hasLocation: "true", sourcesCited: "" });
    expect(row?.address).toMatch(/^http:\/\/.*\/\?q=tricky&lang=en$/);
    expect(row?.retrievedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const [cited] = await csv((await download("csv", "q=tianhe&lang=zh")).rawPayload);
    expect(cited?.sourcesCited).toMatch(/：《.+》/);
    // What has no source has no title.
    const [harbour] = await csv((await download("csv", "q=金融港&lang=zh")).rawPayload);
    expect(harbour?.sourcesCited).toContain("暂无出处（尚待查证）");
  });

  test("GeoJSON has its media type, seven decimals, and null for an unpublished location", async () => {
    const { atlas: fileDescription, features } = (await download("geojson", "kinds=EXPORT_BASE&lang=zh")).json();
    expect(fileDescription).toMatchObject({
      dataVersion: 1,
      filter: "kinds=EXPORT_BASE",
      licence: expect.stringContaining("来源"),
    });
    expect(fileDescription.sources.length).toBeGreaterThan(3);
    expect(fileDescription.sites).toBe(features.length);
    expect(fileDescription.notes.join()).toMatch(/WGS-84.*审图号/);
    const geometries = Object.fromEntries(features.map((each: Row) => [each.id, each.geometry]));
    expect(geometries.tricky).toEqual({ type: "Point", coordinates: [114.1234568, 30.5] });
    expect(geometries["base-culture"]).toBeNull();
  });

  test("FlatGeobuf and GeoParquet carry the same in their metadata", async () => {
    const { atlas: fileDescription } = (await download("geojson", "kinds=BONDED_ZONE")).json();
    const expectedAbout = { ...fileDescription, retrievedAt: expect.any(String) };
    let header:
      | { title: string | null; metadata: string | null; crs: { code: number } | null; featuresCount: number }
      | undefined;
    const features = deserialize(new Uint8Array((await download("fgb", "kinds=BONDED_ZONE")).rawPayload), {
      fromFeature: (() => ({})) as never,
      headerMetaFn: (meta) => {
        header = meta as never;
      },
    });
    for await (const _ of features);
    expect(header).toMatchObject({ title: fileDescription.title, featuresCount: fileDescription.sites, crs: { code: 4326 } });
    expect(JSON.parse(header?.metadata ?? "")).toEqual(expectedAbout);
    const { rawPayload } = await download("parquet", "kinds=BONDED_ZONE");
    const { key_value_metadata: pairs = [] } = parquetMetadata(new Uint8Array(rawPayload).buffer);
    const values = Object.fromEntries(pairs.map(({ key, value }) => [key, JSON.parse(value ?? "")]));
    expect(values.atlas).toEqual(expectedAbout);
    expect(values.geo).toMatchObject({ version: "1.1.0", primary_column: "geometry" });
    const { sites } = await atlas.query("{ sites(filter: { kinds: [BONDED_ZONE] }) { bounds } }");
    expect(values.geo.columns.geometry.bbox).toEqual((sites as { bounds: number[] }).bounds);
  });

  test("a workbook has sites, figures, sources and notes in the requested language", async () => {
    const { rawPayload } = await download("xlsx", "q=光谷&lang=zh");
    const [sites, figures, sources, notes] = await Promise.all([1, 2, 3, 4].map((sheet) => readSheet(rawPayload, sheet)));
    expect(sites?.[0]?.slice(0, 5)).toEqual(["中文名称", "类型", "所在区", "功能区", "状态"]);
    expect(sites?.[0]).toHaveLength(Object.keys(siteProperties).length - 1);
    const { sites: answer } = await atlas.query(
      '{ sites(first: 200, filter: { text: "光谷" }) { nodes { latestFigures { value published sources { slug } } } } }',
    );
    const expected = (answer as { nodes: { latestFigures: Row[] }[] }).nodes.flatMap((node) => node.latestFigures);
    const [heading = [], ...rows] = figures ?? [];
    const column = (title: string) => rows.map((row) => row[heading.indexOf(title)]);
    expect(column("数值").sort()).toEqual(expected.map((figure) => figure.value).sort());
    expect(column("记录值").map(String).sort()).toEqual(expected.map((figure) => String(figure.published)).sort());
    const listedSources = new Set(sources?.slice(1).map((row) => row[0]));
    for (const slug of column("来源").flatMap((cell) => String(cell).split("; "))) expect(listedSources).toContain(slug);
    expect(notes).toContainEqual(["筛选条件", "含“光谷”"]);
    expect(notes).toContainEqual(["在地图中查看", expect.stringContaining("?q=光谷&lang=zh")]);
    // No sheet is half in the other language, and a figure keeps the note on its period.
    const meanings = async (lang: string) =>
      (await readSheet((await download("xlsx", `q=光谷&lang=${lang}`)).rawPayload, lang === "zh" ? "字段" : "Fields"))
        .slice(1)
        .map((row) => String(row[5] ?? ""));
    expect((await meanings("zh")).filter((text) => /[a-z]{3}/.test(text))).toEqual([]);
    expect((await meanings("en")).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    const periodNotes = (await readSheet((await download("xlsx", "lang=zh")).rawPayload, "指标")).map((row) => row[7]);
    expect(periodNotes).toContain("2023年5月报道，所属年份未载明");
    const english = await readSheet((await download("xlsx", "q=光谷&lang=en")).rawPayload, "Notes");
    expect(english).toContainEqual(["Data version", 1]);
  });

  test("for readers the filter is in words, as the page prints it; for programs it is the query", async () => {
    const query = `kinds=SERVICE_TRADE_PARK,BONDED_ZONE&near=114.3,30.6,5&districts=420106&figures=planned-area@2024:1..&nearKind=LOGISTICS_HUB:NATIONAL,2.5&located=true&themes=CULTURE&industries=software&not={"kinds":["EXPORT_BASE"]}`;
    const filterOf = async (lang: string) =>
      (await readSheet((await download("xlsx", `${query}&lang=${lang}`)).rawPayload, lang === "zh" ? "说明" : "Notes")).find(
        ([topic]) => topic === (lang === "zh" ? "筛选条件" : "Filter"),
      )?.[1];
    expect(await filterOf("zh")).toBe(
      '服务贸易园区、综合保税区；114.3, 30.6 周边 5 公里内；武昌区；规划面积 2024：≥ 1 平方公里；2.5 公里内有国家物流枢纽；位置已公布；园区主题：文化创意；软件；组合条件：not={"kinds":["EXPORT_BASE"]}',
    );
    expect(await filterOf("en")).toBe(
      'Service-trade parks, Bonded zones; Within 5 km of 114.3, 30.6; Wuchang; Planned area 2024: ≥ 1 km²; National logistics hub within 2.5 km; Location published; Park theme: Culture and media; Software; Combined conditions: not={"kinds":["EXPORT_BASE"]}',
    );
    const [forReaders] = await csv((await download("csv", "q=光谷&lang=zh&headers=words")).rawPayload);
    expect([forReaders?.筛选条件, forReaders?.在地图中查看]).toEqual(["含“光谷”", expect.stringContaining("?q=光谷&lang=zh")]);
    const [forPrograms] = await csv((await download("csv", "q=光谷&lang=zh")).rawPayload);
    expect(forPrograms?.filter).toBe("q=光谷");
    const comparison = await atlas.app.inject("/download/compare.xlsx?measures=sites&kinds=EXPORT_BASE&lang=zh");
    expect(await readSheet(comparison.rawPayload, "说明")).toContainEqual(["筛选条件", "特色服务出口基地"]);
  });

  test("a file without sites says what its filter leaves out", async () => {
    const nowhere = "near=100,20,1&lang=en";
    const rows = await csv((await download("csv", `${nowhere}&headers=words`)).rawPayload);
    expect(rows.map(({ Slug, Caveats }) => [Slug, Caveats])).toEqual([
      ["", expect.stringContaining("no published location and")],
    ]);
    // For programs a row is a site.
    expect(await csv((await download("csv", nowhere)).rawPayload)).toEqual([]);
    const { atlas: description, features } = (await download("geojson", nowhere)).json();
    expect([features, description.notes.join()]).toEqual([[], expect.stringContaining("no published location and")]);
  });

  test("all formats take figures as columns, each with its bound, period and sources", async () => {
    const query = "columns=planned-area,resident-firms,gdp";
    const files = await Promise.all(
      (["geojson", "fgb", "parquet"] as const).map(async (format) => readers[format]((await download(format, query)).rawPayload)),
    );
    const [rows = [], ...others] = files;
    const { sites } = await atlas.query(`{ sites(first: 200) { nodes { slug
      latestFigures(indicators: ["planned-area", "resident-firms"]) { value valueMax qualifier periodEnd indicator { slug } sources { slug } } } } }`);
    type Figure = { value: number; valueMax: number | null; qualifier: string; periodEnd: string | null } & {
      indicator: { slug: string };
      sources: { slug: string }[];
    };
    const nodes = (sites as { nodes: { slug: string; latestFigures: Figure[] }[] }).nodes;
    for (const { slug, latestFigures } of nodes) {
      const row = rows.find((each) => each.slug === slug);
      for (const indicator of ["planned-area", "resident-firms"]) {
        const figure = latestFigures.find((each) => each.indicator.slug === indicator);
        const columns = ["", ".max", ".qualifier"].map((suffix) => row?.[indicator + suffix]);
        expect([slug, ...columns]).toEqual([slug, figure?.value ?? null, figure?.valueMax ?? null, figure?.qualifier ?? null]);
        const period = row?.[`${indicator}.period`] ?? null;
        expect([slug, period && parsePeriod(String(period))?.end]).toEqual([slug, figure?.periodEnd ?? null]);
        const citedSources = String(row?.[`${indicator}.sources`] ?? "").split("; ");
        expect(citedSources.sort()).toEqual(figure?.sources.map((source) => source.slug).sort() ?? [""]);
      }
      expect(row).toMatchObject({ gdp: null, "gdp.qualifier": null });
    }
    expect(nodes.flatMap(({ latestFigures }) => latestFigures).some(({ qualifier }) => qualifier !== "EXACT")).toBe(true);
    for (const other of others) expect(other.map((row) => ({ ...noFigures(rows[0]), ...row }))).toEqual(rows);
    const texts = await csv((await download("csv", query)).rawPayload);
    for (const [index, row] of rows.entries())
      for (const name of ["planned-area", "planned-area.qualifier", "planned-area.period"])
        expect(texts[index]?.[name]).toBe(text(row[name]));
    const fileDescription = (await download("geojson", query)).json().atlas;
    expect(fileDescription.columns).toEqual(["planned-area", "resident-firms", "gdp"]);
    const cited = new Set(fileDescription.sources.map(({ slug }: { slug: string }) => slug));
    for (const { latestFigures } of nodes)
      for (const { sources } of latestFigures) for (const { slug } of sources) expect(cited).toContain(slug);
    const featuresAsOf = await readers.geojson((await download("geojson", `${query}&asof=2001-01-01`)).rawPayload);
    expect(featuresAsOf.every((row) => row["planned-area"] === null)).toBe(true);
  });

  test("what cannot be answered is refused with its name before a byte is sent", async () => {
    for (const [path, status, code, detail] of [
      ["sites.ods", 404, "FORMAT_UNKNOWN", /sites\.csv.*sites\.parquet/],
      ["districts.csv", 404, "FORMAT_UNKNOWN", /districts\.csv/],
      ["sites.constructor", 404, "FORMAT_UNKNOWN", /constructor/],
      ["sites.csv?nonsense=1", 400, "PARAMETER_UNKNOWN", /nonsense/],
      ["sites.xlsx?districts=1", 400, "VALUE_UNKNOWN", /districts/],
      ["sites.fgb?near=1,2", 400, undefined, /near/],
      ["sites.csv?columns=planned-areas", 400, "VALUE_UNKNOWN", /columns.*planned-area,/],
      ["sites.fgb?columns=a,b,c,d,e,f,g,h,i", 400, "LIST_TOO_LONG", /columns.*8/],
      ["sites.csv?lang=fr", 400, "VALUE_UNKNOWN", /lang/],
    ] as const) {
      const response = await atlas.app.inject(`/download/${path}`);
      expect([path, response.statusCode, response.headers["content-type"]]).toEqual([
        path,
        status,
        expect.stringMatching(/problem\+json/),
      ]);
      expect(response.json().detail).toMatch(detail);
      if (code) expect(response.json().title).toBe(code);
      expect(response.headers["content-disposition"]).toBeUndefined();
    }
  });

  test("HEAD sends the headers only; an unchanged file is not sent again", async () => {
    const { headers, statusCode, rawPayload } = await atlas.app.inject({ method: "HEAD", url: "/download/sites.geojson?q=gg" });
    expect([statusCode, rawPayload.length]).toEqual([200, 0]);
    const fetchDownload = (url: string) => atlas.app.inject({ url, headers: { "if-none-match": String(headers.etag) } });
    expect((await fetchDownload("/download/sites.geojson?q=gg")).statusCode).toBe(304);
    for (const other of ["sites.geojson?q=g", "sites.csv?q=gg", "sites.geojson?q=gg&lang=zh"])
      expect([other, (await fetchDownload(`/download/${other}`)).statusCode]).toEqual([other, 200]);
  });

  test.each(formatExtensions)("HEAD describes %s as GET does", async (format) => {
    const url = `/download/sites.${format}?q=gg`;
    const [head, get] = [await atlas.app.inject({ method: "HEAD", url }), await atlas.app.inject(url)];
    for (const name of ["content-type", "content-disposition", "etag", "accept-ranges", "vary", "cache-control"])
      expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
    expect([head.statusCode, head.rawPayload.length]).toEqual([200, 0]);
    const isReadInParts = ["fgb", "parquet"].includes(format);
    expect(head.headers["content-length"]).toBe(isReadInParts ? String(get.rawPayload.length) : undefined);
    expect(head.headers["accept-ranges"]).toBe(isReadInParts ? "bytes" : undefined);
  });

  test.each(["fgb", "parquet"])("%s is read in parts of the same bytes", async (format) => {
    const url = `/download/sites.${format}?kinds=EXPORT_BASE`;
    const { rawPayload: wholeFile, headers } = await atlas.app.inject(url);
    const etag = String(headers.etag);
    expect(etag).toMatch(/^"/);
    const size = wholeFile.length;
    const fetchDownload = (range: string, moreHeaders: Record<string, string> = {}) =>
      atlas.app.inject({ url, headers: { range, "accept-encoding": "br, gzip", ...moreHeaders } });
    for (const [range, first, last] of [
      ["bytes=0-99", 0, 99],
      ["bytes=100-", 100, size - 1],
      ["bytes=-50", size - 50, size - 1],
      [`bytes=10-${size + 1000}`, 10, size - 1],
      [`bytes=-${size + 1000}`, 0, size - 1],
    ] as const) {
      const part = await fetchDownload(range, { "if-range": etag });
      expect([range, part.statusCode, part.headers["content-range"]]).toEqual([range, 206, `bytes ${first}-${last}/${size}`]);
      expect([range, part.headers.etag, part.headers["content-encoding"]]).toEqual([range, etag, undefined]);
      expect(part.rawPayload.equals(wholeFile.subarray(first, last + 1))).toBe(true);
    }
    for (const range of [`bytes=${size}-`, "bytes=-0"]) {
      const refused = await fetchDownload(range);
      expect([range, refused.statusCode, refused.headers["content-range"]]).toEqual([range, 416, `bytes */${size}`]);
      expect(refused.json()).toMatchObject({ title: "RANGE_UNSATISFIABLE" });
      expect(refused.headers["content-disposition"]).toBeUndefined();
    }
    for (const [range, more] of [
      ["bytes=0-9", { "if-range": '"another"' }],
      ["bytes=0-9", { "if-range": `W/${etag}` }],
      ["bytes=0-9,20-29", {}],
      ["bytes=9-0", {}],
      ["lines=0-9", {}],
    ] as const) {
      const { statusCode, rawPayload } = await fetchDownload(range, more);
      expect([range, statusCode, rawPayload.length]).toEqual([range, 200, size]);
    }
    expect((await fetchDownload("bytes=0-9", { "if-none-match": etag })).statusCode).toBe(304);
  });
});

// A day is a date in a workbook.
const withoutTime = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
const noFigures = (row: Row = {}): Row => Object.fromEntries(Object.keys(row).map((name) => [name, null]));
const text = (value: unknown): string => (value === null ? "" : escaped(String(value)));
const escaped = (value: string): string => (/^[=@＠-]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value);

async function csv(bytes: Buffer): Promise<Row[]> {
  return parse(bytes, { bom: true, columns: true });
}

async function xlsx(bytes: Buffer): Promise<Row[]> {
  const [heading = [], ...rows] = await readSheet(bytes, 1);
  const slug = heading.some((title) => title === "标识") ? "标识" : "Slug";
  const rowsByTitle = rows.map((row) => Object.fromEntries(heading.map((title, index) => [String(title), row[index] ?? null])));
  return rowsByTitle.map((row) => ({ ...row, Slug: row[slug] }));
}

async function geojson(bytes: Buffer): Promise<Row[]> {
  return JSON.parse(bytes.toString()).features.map((feature: { properties: Row }) => feature.properties);
}

async function fgb(bytes: Buffer): Promise<Row[]> {
  const rows: Row[] = [];
  const nothing = Object.fromEntries(Object.keys(siteProperties).map((name) => [name, null]));
  const features = deserialize(new Uint8Array(bytes), {
    fromFeature: ((_id: number, feature: Feature, { columns }: HeaderMeta) => {
      const properties: Row = { ...nothing, ...parseProperties(feature, columns) };
      // The point is the one that the columns tell.
      expect(feature.geometry()?.xyArray() ?? null).toEqual(
        properties.longitude === null ? null : Float64Array.of(Number(properties.longitude), Number(properties.latitude)),
      );
      return properties;
    }) as never,
  });
  for await (const row of features) rows.push(row as never);
  return rows;
}

async function parquet(bytes: Buffer): Promise<Row[]> {
  const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
  return rows.map(({ geometry, ...row }) => {
    const { coordinates = [null, null] } = (geometry ?? {}) as { coordinates?: unknown[] };
    expect(coordinates).toEqual([row.longitude, row.latitude]);
    return row;
  });
}
