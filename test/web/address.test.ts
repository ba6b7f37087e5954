import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterParts, flagNames, numberNames, type WordedName } from "../../server/contract/filter-parts.ts";
import { type Filter, filterParameters, noFilter, readFilter, writeFilter } from "../../server/contract/site-filter.ts";
import { checkFilter, type SiteFilter } from "../../server/sites/filter.ts";
import { filterFromAddress } from "../../server/sites/filter-address.ts";
import { type Address, readAddress, unrecognisedParameters, writeAddress } from "../../web/address/address.ts";
import { filterQuery, siteFilter, toggleInList } from "../../web/address/filter.ts";
import { roundCamera } from "../../web/address/parameters.ts";
import { embedSnippet } from "../../web/frame/embed-snippet.ts";
import { addressOf, drawnFilters } from "../filters.ts";
import { runs } from "../runs.ts";
import { someFilter } from "./some-filter.ts";

const read = (address: string) => readAddress(new URL(address, "http://atlas.test"));
const emptyAddress = read("/");
/** Every part that is yes or no, and every number at its upper bound. */
const writtenParts = Object.fromEntries([
  ...flagNames.map((name) => [name, true]),
  ...numberNames.map((name) => [name, filterParts[name].bounds.max]),
]) as Pick<Filter, WordedName>;
const anAddress = (change: Partial<Address>): Address => ({ ...emptyAddress, ...change });

describe("address bar", () => {
  it("is short where nothing is chosen", () => {
    expect(writeAddress(emptyAddress)).toBe("/");
    expect(emptyAddress).toMatchObject({ page: "explore", filter: noFilter, site: null, view: "map", columns: [], sort: null });
  });

  it("holds everything that is seen and reads it back", () => {
    const full = anAddress({
      page: "districts",
      filter: {
        kinds: ["SERVICE_TRADE_PARK", "LOGISTICS_HUB"],
        districts: ["420111", "420106"],
        functionalAreas: ["ehdz"],
        industries: ["bonded-logistics"],
        statuses: ["OPERATING"],
        text: "光谷 & co/2, 100%",
        bbox: [114.1, 30.2, 114.5, 30.7],
        near: { point: [114.505, 30.457], withinKm: 10 },
        within: {
          type: "Polygon",
          coordinates: [
            [
              [114, 30],
              [115, 30],
              [115, 31],
              [114, 30],
            ],
          ],
        },
        ...writtenParts,
        nearKind: { kind: "LOGISTICS_HUB", level: "NATIONAL", withinKm: 5, where: '{"statuses":["OPERATING"],"text":"a, b"}' },
        figures: [
          { indicator: "planned-area", year: null, atLeast: 1.5, atMost: null },
          { indicator: "resident-firms", year: 2024, atLeast: 50, atMost: 1000 },
          { indicator: "workers", year: null, atLeast: null, atMost: null },
        ],
        confidences: ["HIGH", "LOW"],
        themes: ["DESIGN"],
        designations: ["CANDIDATE"],
        fields: ["LANGUAGE"],
        designationHolderKinds: ["FIRM"],
        hubLevels: ["NATIONAL"],
        hubTypes: ["AIRPORT"],
        facilities: ["PORT"],
        cql: "nameEn LIKE 'Wuhan%' AND accuracyM < 500",
        and: '[{"text":"a, b"}]',
        or: '{"kinds":["EXPORT_BASE"]}',
        not: '{"text":"光谷"}',
      },
      view: "table",
      comparedSites: ["cbz-donghu", "park-biolake"],
      columns: ["kind", "district", "figure.planned-area"],
      sort: "-figure.planned-area",
      site: "cbz-donghu",
      district: "420111",
      camera: { zoom: 11.25, lat: 30.5928, lon: 114.3055 },
      lang: "en",
      theme: "dark",
    });
    expect(read(writeAddress(full))).toEqual(full);
  });

  it("represents any filter, and the API reads the same filter from an address as the page sends", () => {
    const withoutUndefined = (value: unknown) => JSON.parse(JSON.stringify(value, (_key, each) => each ?? undefined));
    fc.assert(
      fc.property(someFilter, (filter) => {
        expect(read(writeAddress(anAddress({ filter }))).filter).toEqual(filter);
        expect(withoutUndefined(filterFromAddress(Object.fromEntries(writeFilter(filter))))).toEqual(
          withoutUndefined(checkFilter(siteFilter(filter) as SiteFilter)),
        );
      }),
      runs(300),
    );
  });

  it("keeps lists and cameras readable", () => {
    const address = anAddress({
      filter: { ...noFilter, kinds: ["EXPORT_BASE", "BONDED_ZONE"] },
      camera: { zoom: 9, lat: 30.6, lon: 114.3 },
    });
    expect(writeAddress(address)).toBe("/?kinds=EXPORT_BASE,BONDED_ZONE&map=9/30.6/114.3");
  });

  it.each([
    "/nowhere",
    "/?kinds=PARK&districts=x,4201,999999&statuses=CLOSED&areas=<script>&industries=A%20B",
    "/?bbox=1,2,3&near=114.3,30.6&map=12",
    "/?bbox=114,31,115,30&near=114,95,5&map=40/30/114",
    "/?bbox=a,b,c,d&near=114,30,0&map=NaN/Infinity/1e9",
    "/?site=../../etc&district=<b>&lang=fr&theme=pink",
    "/?within=%7Bnot-json&within=5&q=%20%20",
    "/?located=maybe&accuracy=0&nearKind=LOGISTICS_HUB,0&figures=A%20B,x@20,x:9..1,x:1f3..&themes=ZOO&levels=,",
    "/?nearKind=LOGISTICS_HUB:ZOO,5",
    "/?nearKind=EXPORT_BASE:NATIONAL,5",
    "/?nearKind=EXPORT_BASE,5,x",
    "/?nearKind=ZOO,5&and=%7B&or=5&not=null&filter=%20",
    "/?view=chart&columns=%3Cb%3E,figure.,figure.A&sort=--kind",
    "/?within=%7B%22type%22%3A%22Point%22%2C%22coordinates%22%3A%5B1%2C2%5D%7D",
  ])("ignores what it does not understand: %s", (address) => {
    expect(read(address)).toEqual(emptyAddress);
  });

  it("has no half of a character in it, which could not be written", () => {
    const filter = { ...noFilter, text: "光谷\ud83d" };
    expect(read(writeAddress(anAddress({ filter }))).filter.text).toBe("光谷");
    expect(filterQuery(filter)).toBe(`q=${encodeURIComponent("光谷")}`);
  });

  it("takes the known part of a list and drops the rest and what comes twice", () => {
    expect(read("/?kinds=EXPORT_BASE,ZOO,EXPORT_BASE&districts=420111,420111,1").filter).toMatchObject({
      kinds: ["EXPORT_BASE"],
      districts: ["420111"],
    });
  });

  it("holds the sites that are compared in the order of picking, six at most, each once", () => {
    expect(read("/?view=compare&compare=c,a,b,a,d,e,f,g")).toMatchObject({
      view: "compare",
      comparedSites: ["c", "a", "b", "d", "e", "f"],
    });
    expect(writeAddress(anAddress({ comparedSites: ["b", "a"] }))).toBe("/?compare=b,a");
  });

  it("rounds cameras so that writing them again changes nothing", () => {
    const camera = roundCamera({ zoom: 10.123456, lat: 30.59281234, lon: 114.30551234 });
    expect(read(writeAddress(anAddress({ camera }))).camera).toEqual(camera);
  });
});

describe("what of an address is not understood", () => {
  const unread = (address: string) => unrecognisedParameters(new URL(address, "http://atlas.test"));

  it.each([
    ["/?asof=yesterday&colour=gdp:PER_MOON&period=2024-13&q=x", ["colour", "period", "asof"]],
    ["/districts?measures=gdp,gdp:PER_MOON&picks=420111&set=moons", ["set", "measures"]],
    ["/?asof=2026-02-30", ["asof"]],
    ["/?map=nowhere&view=chart&classes=natural:9&lang=fr", ["map", "view", "classes", "lang"]],
    ["/?view=compare&compare=a,b,c,d,e,f,g", ["compare"]],
    ["/?view=compare&compare=park-biolake,<b>,../x", ["compare"]],
    ["/plan?task=0&kind=PARK&state=%3Cb%3E&target=../x", ["task", "kind", "state", "target"]],
  ])("is named, wholly or in part: %s", (address, names) => {
    expect(unread(address)).toEqual(names);
  });

  it.each([
    "/?asof=2026-11-25&colour=gdp:PER_KM2&period=2024-H1&classes=natural:4&multiples=1",
    "/?asof=2026-11-25T15:31:02.123Z&view=map&set=districts&multiples=0",
    "/?view=table&columns=name,kind,kind&sort=-kind&map=9.123456/30.6/114.3&utm_source=x&site=&kinds=ZOO",
    "/?view=compare&compare=a,b,c,d,e,f,f",
    "/districts?set=areas&measures=gdp,sites.EXPORT_BASE:PER_HEAD&picks=ehdz,wedz&similar=cjna",
    "/plan?task=7&kind=EXPORT_BASE&state=ON_TRACK&target=city-of-design",
  ])("is nothing where all of it is, and the filter tells of its own: %s", (address) => {
    expect(unread(address)).toEqual([]);
  });
});

describe("the filter in a link", () => {
  /** Without what is not set, and with lists in one order: those of closed choices are read in the order of the schema. */
  const filterAsInput = (filter: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(filter)
        .filter(([, value]) => value !== undefined)
        .map(([part, value]) => [part, isTexts(value) ? [...value].sort() : value]),
    );
  const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === "string");

  it("means what it means to GraphQL", () => {
    fc.assert(
      fc.property(drawnFilters, ({ filter }) => {
        const query = new URLSearchParams(addressOf(filter));
        expect(filterAsInput(siteFilter(readFilter(query).filter))).toEqual(filterAsInput(filter));
        expect(readFilter(query).unrecognised).toEqual([]);
      }),
      runs(500),
    );
  });

  it("has the parameters that the server knows, each written by the page", () => {
    // A filter with every part is drawn once in thousands; each of these has some of them.
    const written = fc.sample(someFilter, { numRuns: 100, seed: 1 }).map((filter) => writeFilter(filter).map(([name]) => name));
    for (const names of written) expect(names).toEqual([...new Set(names)]);
    expect([...new Set(written.flat())].sort()).toEqual([...filterParameters].sort());
  });

  const area = { type: "Polygon", coordinates: [Array.from({ length: 560 }, (_, corner) => [114.123456, 30 + corner / 1e6])] };
  const manyAreas = (count: number) => Array.from({ length: count }, (_, index) => `area-${index}`).join(",");
  it.each([
    ["near=114.1234567891,3.06e1,5e-1", { near: { point: [114.1234567891, 30.6], withinKm: 0.5 } }],
    ["bbox=%2B114.,30,1.15e2,31.123456789012", { bbox: [114, 30, 115, 31.123456789012] }],
    ["figures=a:1e3..2.5E6,b@2100:1e-7..", undefined],
    [`within=${JSON.stringify(area)}`, { within: area }],
    [`areas=${manyAreas(100)}`, { functionalAreas: manyAreas(100).split(",") }],
    [`q=${"a".repeat(200)}`, { text: "a".repeat(200) }],
    ["bbox=170,-10,5,-170,10,99.5", { bbox: [170, -10, -170, 10] }],
    ["bbox=114.3,30.6,114.3,30.6", { bbox: [114.3, 30.6, 114.3, 30.6] }],
  ])("is taken as the server takes it, and written back: %.60s", (address, expected) => {
    const query = new URLSearchParams(address);
    const { filter } = readFilter(query);
    if (expected) expect(filter).toMatchObject(expected);
    expect(readFilter(query).unrecognised).toEqual([]);
    expect(readFilter(new URLSearchParams(writeFilter(filter))).filter).toEqual(filter);
    const parameters = Object.fromEntries(query);
    // Whether a ring is closed only the server looks at.
    if (!query.has("within")) {
      expect(JSON.parse(JSON.stringify(filterFromAddress(parameters)))).toMatchObject(
        JSON.parse(JSON.stringify(siteFilter(filter), (_key, each) => each ?? undefined)),
      );
    }
  });

  it.each([
    ["districts=420111,999999", ["districts"]],
    ["kinds=PARK&statuses=OPERATING", ["kinds"]],
    [`areas=${manyAreas(101)}`, ["areas"]],
    [`q=${"a".repeat(201)}`, ["q"]],
    ["near=114.3,30.6&bbox=114,31,115,30&located=maybe&accuracy=1km", ["bbox", "near", "located", "accuracy"]],
    ["figures=x:1..2,y:9..1", ["figures"]],
    ["figures=x@1899:1..2", ["figures"]],
    [`within=${JSON.stringify({ ...area, note: "x".repeat(14_000) })}&and=5&themes=ZOO`, ["within", "and", "themes"]],
    ["kinds=EXPORT_BASE&kinds=BONDED_ZONE&bbox=1,2,3,4&bbox=1,2,3,4", ["kinds", "bbox"]],
    ["bbox=-190,30,190,31", ["bbox"]],
    ["kinds=&q=%20&map=nowhere&utm_source=x", []],
    ["near=&filter=&located=&accuracy=&within=", ["near", "within", "located", "accuracy", "filter"]],
  ])("reports the parts that cannot be read: %.60s", (address, names) => {
    expect([...readFilter(new URLSearchParams(address)).unrecognised].sort()).toEqual([...names].sort());
  });
});

// Node takes addresses that would occupy the server for a second each; this one would take minutes.
it("a range of figures with many dots and a line break is refused at once", () => {
  const range = `x:${".".repeat(500_000)}\n`;
  expect(readFilter(new URLSearchParams({ figures: range })).unrecognised).toEqual(["figures"]);
  expect(() => filterFromAddress({ figures: range })).toThrow(/figures/);
});

it("a frame's address has only what the frame shows", () => {
  const change = "/districts?kinds=EXPORT_BASE&site=a&district=420111&map=9/30.6/114.3&basemap=embedded&theme=dark";
  const fullAddress = read(
    `${change}&groups=hex:2&cover=BONDED_ZONE:5&from=114.3,30.6&view=table&compare=a,b&columns=kind&sort=kind`,
  );
  const [, source = ""] = /src="([^"]*)"/.exec(embedSnippet("http://atlas.test", fullAddress, "en")) ?? [];
  const names = [...new URL(source.replaceAll("&amp;", "&")).searchParams.keys()];
  expect(names.sort()).toEqual(["basemap", "district", "kinds", "lang", "map", "site", "theme"]);
});

describe("toggling", () => {
  it("adds what is missing and takes away what is there", () => {
    expect(toggleInList(["a"], "b")).toEqual(["a", "b"]);
    expect(toggleInList(["a", "b"], "a")).toEqual(["b"]);
  });
});
