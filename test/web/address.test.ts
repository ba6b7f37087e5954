import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterFromAddress } from "../../server/sites/filter-address.ts";
import { type Address, readAddress, roundCamera, writeAddress } from "../../web/core/address.ts";
import { noFilter, toggled, writeFilter } from "../../web/core/filter.ts";
import { siteFilter } from "../../web/core/site-filter.ts";
import { someFilter } from "./some-filter.ts";

const read = (address: string) => readAddress(new URL(address, "http://atlas.test"));
const plain = read("/");
const anAddress = (change: Partial<Address>): Address => ({ ...plain, ...change });

describe("address bar", () => {
  it("is short where nothing is chosen", () => {
    expect(writeAddress(plain)).toBe("/");
    expect(plain).toMatchObject({ place: "explore", filter: noFilter, site: null, view: "map", columns: [], sort: null });
  });

  it("holds everything that is seen and reads it back", () => {
    const full = anAddress({
      place: "districts",
      filter: {
        kinds: ["SERVICE_TRADE_PARK", "LOGISTICS_HUB"],
        districts: ["420111", "420106"],
        areas: ["ehdz"],
        industries: ["bonded-logistics"],
        statuses: ["OPERATING"],
        q: "光谷 & co/2, 100%",
        bbox: [114.1, 30.2, 114.5, 30.7],
        near: { lon: 114.505, lat: 30.457, km: 10 },
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
        located: true,
        nearKind: { kind: "LOGISTICS_HUB", km: 5 },
        figures: [
          { indicator: "planned-area", year: null, atLeast: 1.5, atMost: null },
          { indicator: "resident-firms", year: 2024, atLeast: 50, atMost: 1000 },
          { indicator: "workers", year: null, atLeast: null, atMost: null },
        ],
        confidences: ["HIGH", "LOW"],
        themes: ["DESIGN"],
        designations: ["CANDIDATE"],
        fields: ["LANGUAGE"],
        holders: ["FIRM"],
        levels: ["NATIONAL"],
        hubTypes: ["AIRPORT"],
        facilities: ["PORT"],
        cql: "nameEn LIKE 'Wuhan%' AND accuracyM < 500",
        and: '[{"text":"a, b"}]',
        or: '{"kinds":["EXPORT_BASE"]}',
        not: '{"text":"光谷"}',
      },
      view: "table",
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

  it("holds any filter, and the API reads of an address what the page asks it itself", () => {
    const known = (value: unknown) => JSON.parse(JSON.stringify(value, (_key, each) => each ?? undefined));
    fc.assert(
      fc.property(someFilter, (filter) => {
        expect(read(writeAddress(anAddress({ filter }))).filter).toEqual(filter);
        expect(known(filterFromAddress(Object.fromEntries(writeFilter(filter))))).toEqual(known(siteFilter(filter)));
      }),
      { numRuns: 300 },
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
    "/?bbox=115,30,114,31&near=114,95,5&map=40/30/114",
    "/?bbox=a,b,c,d&near=114,30,0&map=NaN/Infinity/1e9",
    "/?site=../../etc&district=<b>&lang=fr&theme=pink",
    "/?within=%7Bnot-json&within=5&q=%20%20",
    "/?located=maybe&nearKind=LOGISTICS_HUB,0&figures=A%20B,x@20,x:9..1,x:1e3..&themes=ZOO&levels=,",
    "/?nearKind=ZOO,5&and=%7B&or=5&not=null&filter=%20",
    "/?view=chart&columns=%3Cb%3E,figure.,figure.A&sort=--kind",
    "/?within=%7B%22type%22%3A%22Point%22%2C%22coordinates%22%3A%5B1%2C2%5D%7D",
  ])("ignores what it does not understand: %s", (address) => {
    expect(read(address)).toEqual(plain);
  });

  it("takes the known part of a list and drops the rest and what comes twice", () => {
    expect(read("/?kinds=EXPORT_BASE,ZOO,EXPORT_BASE&districts=420111,420111,1").filter).toMatchObject({
      kinds: ["EXPORT_BASE"],
      districts: ["420111"],
    });
  });

  it("rounds cameras so that writing them again changes nothing", () => {
    const camera = roundCamera({ zoom: 10.123456, lat: 30.59281234, lon: 114.30551234 });
    expect(read(writeAddress(anAddress({ camera }))).camera).toEqual(camera);
  });
});

describe("toggling", () => {
  it("adds what is missing and takes away what is there", () => {
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });
});
