import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countNotes } from "../../server/contract/count-notes.ts";
import { distanceNotes, uncertainNote } from "../../server/contract/distance-notes.ts";
import { formatRange } from "../../server/contract/filter-words.ts";
import { noFilter } from "../../server/contract/site-filter.ts";
import { readKilometres, readQuantity } from "../../web/core/quantity.ts";
import { downloadAddress, queryCommand, shownFigures } from "../../web/explore/access-links.ts";
import { rowDistances } from "../../web/explore/row-distances.ts";
import { locatedNeighbours } from "../../web/map/neighbour-sites.ts";
import { defaultColumns, factColumns, shownColumns, standardColumns } from "../../web/table/columns.ts";
import { distanceColumns } from "../../web/table/distance-columns.ts";
import { figureColumn } from "../../web/table/figure-column.ts";
import { sourcesOfFigures } from "../../web/table/figure-sources.ts";
import type { SiteRow } from "../../web/table/site-rows.ts";
import { readOrder, sortedBy, sortedRows, writeOrder } from "../../web/table/sort.ts";

const yuan = { slug: "CNY", nameZh: "元", nameEn: "CNY" };
const revenue = { slug: "revenue", nameZh: "营业收入", nameEn: "Revenue", siteCount: 3, unit: yuan };

describe("sorting", () => {
  const numbers = (list: readonly (number | null)[], descending: boolean) => sortedBy(list, (value) => value, descending, "en");

  it("puts what is not known last, whichever way", () => {
    expect(numbers([3, null, 1, null, 2], false)).toEqual([1, 2, 3, null, null]);
    expect(numbers([3, null, 1, null, 2], true)).toEqual([3, 2, 1, null, null]);
  });

  it("sorts Chinese by pinyin, and numbers in names by their value", () => {
    const texts = (list: string[], language: "zh" | "en") => sortedBy(list, (text) => text, false, language);
    expect(texts(["洪山区", "蔡甸区", "江岸区"], "zh")).toEqual(["蔡甸区", "洪山区", "江岸区"]);
    expect(texts(["Hub 10", "Hub 9", "airport"], "en")).toEqual(["airport", "Hub 9", "Hub 10"]);
  });

  it("by name keeps the order of the list, which reads 长江 as chang", () => {
    const names = ["长江传媒大厦", "汉口北", "武汉天地"];
    const rows = names.map((nameZh) => ({ nameZh }) as SiteRow);
    const [nameColumn] = factColumns("zh");
    if (!nameColumn) throw new Error("no name");
    const sorted = (descending: boolean) => sortedRows(rows, nameColumn, descending, "zh").map(({ nameZh }) => nameZh);
    expect([sorted(false), sorted(true)]).toEqual([names, names.toReversed()]);
  });

  it("loses nothing and keeps the order of equals", () => {
    const rows = fc.array(fc.record({ id: fc.nat(), key: fc.option(fc.nat(3), { nil: null }) }));
    fc.assert(
      fc.property(rows, fc.boolean(), (list, descending) => {
        const sorted = sortedBy(list, ({ key }) => key, descending, "zh");
        for (const key of [0, 1, 2, 3, null]) {
          expect(sorted.filter((row) => row.key === key)).toEqual(list.filter((row) => row.key === key));
        }
      }),
    );
  });

  it("is written into the address and read again", () => {
    for (const order of [
      { column: "kind", descending: true },
      { column: "figure.revenue", descending: false },
    ]) {
      expect(readOrder(writeOrder(order))).toEqual(order);
    }
    expect(writeOrder({ column: "name", descending: false })).toBe(null);
    expect(readOrder(null)).toEqual({ column: "name", descending: false });
  });
});

it("what a filter by distance leaves open is said in numbers, and only where there is any", () => {
  const notes = (certain: number, possible: number, withoutPoint: number, neighboursWithoutPoint: number) =>
    distanceNotes({ totalCount: 5, distances: { certain, possible, withoutPoint, neighboursWithoutPoint } }, "en");
  expect(notes(5, 5, 0, 0)).toEqual([]);
  expect(notes(3, 9, 1, 2)).toEqual([
    "Positions are approximate: 3 certainly within, up to 9 possibly.",
    "1 other site has no published location and is not counted.",
    "2 of the reference sites have no published location.",
  ]);
  expect(distanceNotes({ totalCount: 5, distances: null }, "zh")).toEqual([]);
});

it("sites that are only possibly within are named on paper and in files, many of them in part", () => {
  const uncertain = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ nameZh: `园区${index}`, nameEn: `Park ${index}`, isCounted: index === 0 }));
  const note = (count: number, language: "zh" | "en") => {
    const distances = { certain: 0, possible: count, withoutPoint: 0, neighboursWithoutPoint: 0, uncertain: uncertain(count) };
    return uncertainNote({ totalCount: 1, distances }, language);
  };
  expect(note(0, "zh")).toEqual([]);
  expect(note(2, "zh")).toEqual(["可能在范围内：园区0（已列出）、园区1。"]);
  expect(note(2, "en")).toEqual(["Possibly within: Park 0 (listed), Park 1."]);
  expect(note(15, "en")[0]).toMatch(/Park 11 and 3 more\.$/);
  expect(note(15, "zh")[0]).toMatch(/园区11等 15 个。$/);
});

it("a count that is not of sites of one sort says what it consists of, for the kinds that are shown", () => {
  const kinds = [
    { kind: "BONDED_ZONE" as const, count: 5 },
    { kind: "LOGISTICS_HUB" as const, count: 15 },
  ];
  const counts = { kinds, parts: [{ kind: "BONDED_ZONE" as const, count: 2 }], nationalHubs: 5 };
  expect(countNotes(counts, "en")).toEqual([
    "Bonded zones: 5, of which 2 are part of another; 3 without parts.",
    "Logistics hubs: 15, of which 5 are national and 10 infrastructure.",
  ]);
  expect(countNotes(counts, "zh", ["BONDED_ZONE"])).toEqual([
    "综合保税区 5 个，其中 2 个是另一综合保税区的组成部分，不另计则为 3 个。",
  ]);
  expect(countNotes({ kinds, parts: [], nationalHubs: 15 }, "en")).toEqual([]);
});

describe("columns", () => {
  const idsOf = (chosen: string[]) => shownColumns(chosen, [revenue], "zh").map(({ id }) => id);

  it("are the standard ones unless the reader chose, the name always first", () => {
    expect(idsOf(defaultColumns(noFilter))).toEqual(standardColumns);
    expect(idsOf(["status", "figure.revenue", "kind"])).toEqual(["name", "kind", "status", "figure.revenue"]);
    expect(idsOf(["nonsense", "figure.unknown"])).toEqual(["name"]);
  });

  it("begin with the figures of the filter", () => {
    const figureRange = { indicator: "revenue", year: null, atLeast: 1, atMost: null };
    const filter = { ...noFilter, figures: [figureRange, { ...figureRange, year: 2024 }] };
    expect(idsOf(defaultColumns(filter))).toEqual(["name", "figure.revenue", ...standardColumns.slice(1)]);
  });

  it("have a heading in both languages, and unique names", () => {
    const [zh, en] = [factColumns("zh"), factColumns("en")];
    expect(zh.map(({ id }) => id)).toEqual(en.map(({ id }) => id));
    expect(new Set(zh.map(({ id }) => id)).size).toBe(zh.length);
    for (const column of [...zh, ...en]) expect(column.label).not.toBe("");
  });

  it("leave empty what is not known, and say of a figure what its source says", () => {
    const figure = {
      id: "1",
      value: 150_000_000,
      valueMax: null,
      qualifier: "MORE_THAN" as const,
      periodKind: "YEAR" as const,
      periodStart: "2024-01-01",
      periodEnd: "2024-12-31",
      indicator: { slug: "revenue", unit: yuan },
    };
    const row = { __typename: "BondedZone", kind: "BONDED_ZONE", nameZh: "区", nameEn: "Zone", confidence: "HIGH" };
    const bare = { ...row, latestFigures: [], location: null, district: null, functionalArea: null, sealedOn: null };
    for (const column of shownColumns(
      ["theme", "district", "area", "sealedOn", "accuracy", "longitude", "figure.revenue"],
      [revenue],
      "en",
    )) {
      if (column.id === "name") continue;
      expect([column.id, column.text(bare as unknown as SiteRow), column.sortKey(bare as unknown as SiteRow)]).toEqual([
        column.id,
        "",
        null,
      ]);
    }
    const rowWithFigure = { ...bare, latestFigures: [figure] } as unknown as SiteRow;
    const column = shownColumns(["figure.revenue"], [revenue], "en").at(-1);
    expect([column?.text(rowWithFigure), column?.detail?.(rowWithFigure), column?.sortKey(rowWithFigure)]).toEqual([
      "more than CNY\u00a0150\u00a0million",
      "2024",
      150_000_000,
    ]);
  });
});

describe("numbers as they are typed", () => {
  it.each([
    ["1.5亿", 150_000_000],
    ["1.5 亿", 150_000_000],
    ["３０００万", 30_000_000],
    ["150 million", 150_000_000],
    ["1,500,000", 1_500_000],
    ["2.5bn", 2_500_000_000],
    ["-0.5", -0.5],
    [".5", 0.5],
    ["１，５００，０００", 1_500_000],
    ["1。5亿", 150_000_000],
    ["−０．５", -0.5],
    ["0.1万", 1000],
  ])("%s is %d", (text, number) => expect(readQuantity(text)).toBe(number));

  it.each([
    ["10 km", 10],
    ["10公里", 10],
    ["１０．５ KM", 10.5],
    ["10,5", 10.5],
    ["10,5 km", 10.5],
    ["1,500", 1500],
    ["0.25", 0.25],
  ])("%s is a distance of %d km", (text, km) => expect(readKilometres(text)).toBe(km));
  it.each(["near", "km", "10 miles", "10,5,5"])("%s is no distance", (text) => expect(readKilometres(text)).toBe(null));

  it.each(["", " ", "abc", "1,5", "1.2.3", "--1", "1 parsec", "1e9", "99999999999999999亿", "."])("%j is none", (text) =>
    expect(readQuantity(text)).toBe(null),
  );

  it("read in words beside the field", () => {
    const range = { indicator: "revenue", year: null, atLeast: 150_000_000, atMost: null };
    expect(formatRange(range, yuan, "zh")).toBe("≥ 1.5 亿元");
    expect(formatRange({ ...range, atMost: 2e9 }, yuan, "en")).toBe("CNY 150 million–2 billion");
    expect(formatRange({ ...range, atLeast: null }, yuan, "en")).toBe("");
  });
});

it("the sources of its figures are numbered as they come, each once", () => {
  const row = (...slugs: string[]) =>
    ({
      latestFigures: [{ id: "1", indicator: revenue, conflicting: [], sources: slugs.map((slug) => ({ slug })) }],
    }) as unknown as SiteRow;
  const rows = [row("yearbook", "news"), { latestFigures: [] } as unknown as SiteRow, row("news", "report")];
  const columns = [...factColumns("en"), figureColumn("figure.revenue", revenue, "en")];
  const numbers = [...sourcesOfFigures(rows, columns)].map(([slug, { number }]) => [slug, number]);
  expect(numbers).toEqual([
    ["yearbook", 1],
    ["news", 2],
    ["report", 3],
  ]);
});

describe("the links to the filtered set", () => {
  const filter = { ...noFilter, kinds: ["BONDED_ZONE"] as const, cql: "nameEn LIKE '%Port%'" };

  it("carry the filter in their address", () => {
    const address = new URL(downloadAddress("csv", filter, "zh", null), "http://atlas.test");
    expect(address.pathname).toBe("/download/sites.csv");
    expect(Object.fromEntries(address.searchParams)).toEqual({
      kinds: "BONDED_ZONE",
      filter: "nameEn LIKE '%Port%'",
      lang: "zh",
    });
  });

  it("carry the figures that stand beside the sites in the table, as many as a file takes", () => {
    const figures = [{ indicator: "revenue", year: null, atLeast: 1, atMost: null }];
    const shownTable = { view: "table" as const, columns: ["kind", "figure.planned-area", "figure.employees"], filter: noFilter };
    expect(shownFigures(shownTable)).toEqual(["planned-area", "employees"]);
    expect(shownFigures({ ...shownTable, columns: [], filter: { ...noFilter, figures } })).toEqual(["revenue"]);
    expect(shownFigures({ ...shownTable, columns: Array.from({ length: 9 }, (_, index) => `figure.i${index}`) })).toHaveLength(8);
    expect(shownFigures({ ...shownTable, view: "map" })).toEqual([]);
    const address = new URL(downloadAddress("csv", noFilter, "zh", null, shownFigures(shownTable)), "http://atlas.test");
    expect(address.searchParams.get("columns")).toBe("planned-area,employees");
  });

  it("contain the day of the figures", () => {
    const address = new URL(downloadAddress("xlsx", filter, "en", "2026-11-25T15:31:02.123Z"), "http://atlas.test");
    expect(address.searchParams.get("asof")).toBe("2026-11-25T15:31:02.123Z");
    expect(queryCommand(filter, "http://atlas.test", "2026-11-25")).toContain('"asOf":"2026-11-25"');
  });

  it("are a command that a shell reads correctly", () => {
    const command = queryCommand(filter, "http://atlas.test", null).replace("curl", "printf '%s\\n'");
    const words = execFileSync("sh", ["-c", command], { encoding: "utf8" }).trimEnd().split("\n");
    expect(JSON.parse(words.at(-1) ?? "").variables).toEqual({ filter: { kinds: ["BONDED_ZONE"], cql: "nameEn LIKE '%Port%'" } });
  });
});

it("the nearest match of a filter by distance is another site, with its distance, and none for a site without a position", () => {
  const rowAtLongitude = (slug: string, lon: number) => ({
    slug,
    kind: "LOGISTICS_HUB" as const,
    nameZh: slug,
    nameEn: slug,
    point: [lon, 30.5],
  });
  const neighbours = [rowAtLongitude("far", 115), rowAtLongitude("own", 114.3), rowAtLongitude("near", 114.4)];
  const nearKind = { kind: "LOGISTICS_HUB" as const, level: null, withinKm: 9.605, where: null };
  const near = { point: [114.5, 30.5] as const, withinKm: 30 };
  const columns = distanceColumns({ near, nearKind }, neighbours, "en");
  const row = (lon: number | null) =>
    ({
      slug: "own",
      location: lon === null ? null : { point: { type: "Point", coordinates: [lon, 30.5] }, accuracyM: 100 },
    }) as SiteRow;
  // A row of the list says the same.
  expect(rowDistances(row(114.3), { near, nearKind }, neighbours, "en")).toEqual([
    "19\u00a0km from the point",
    "9.6\u00a0km from near",
  ]);
  expect(rowDistances(row(115), { near: null, nearKind }, neighbours, "zh")).toEqual(["与far同一位置"]);
  expect(rowDistances(row(null), { near, nearKind }, neighbours, "en")).toEqual([]);
  // The names of the columns are those of files.
  expect(columns.map(({ id }) => id)).toEqual(["distanceKm", "nearest", "nearestKm"]);
  expect(columns.map(({ text }) => text(row(114.3)))).toEqual(["19\u00a0km", "near", "9.6\u00a0km"]);
  expect(columns.map(({ sortKey }) => sortKey(row(114.3)))).toEqual([expect.closeTo(19.2, 1), "near", expect.closeTo(9.6, 2)]);
  expect(columns.flatMap(({ text, sortKey }) => [text(row(null)), sortKey(row(null))])).toEqual(["", null, "", null, "", null]);
  expect(distanceColumns({ near: null, nearKind }, [], "en")).toEqual([]);
});

it("the nearest of the sites to be near to is given only where all of them are loaded", () => {
  const site = {
    __typename: "ExportBase" as const,
    slug: "base-ip",
    kind: "EXPORT_BASE" as const,
    nameZh: "基地",
    nameEn: "Base",
  };
  const nodes = [{ ...site, location: { point: { type: "Point" as const, coordinates: [114.3, 30.6] } } }];
  const placed = [{ slug: "base-ip", kind: "EXPORT_BASE", nameZh: "基地", nameEn: "Base", point: [114.3, 30.6] }];
  expect(locatedNeighbours({ totalCount: 1, nodes } as Parameters<typeof locatedNeighbours>[0])).toEqual(placed);
  expect(locatedNeighbours({ totalCount: 201, nodes } as Parameters<typeof locatedNeighbours>[0])).toEqual([]);
});
