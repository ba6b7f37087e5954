import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { isLessExactThan } from "../../server/contract/accuracy.ts";
import { internationalPhone } from "../../server/contract/phone.ts";
import { doubtIn, remarksOf } from "../../web/provenance/remarks.ts";
import { approvalOf } from "../../web/site-comparison/approval.ts";
import type { ComparedFigure, ComparedSite } from "../../web/site-comparison/comparison-query.ts";
import { distanceBetween, sitesInOrder } from "../../web/site-comparison/distances.ts";
import { downloadAddress } from "../../web/site-comparison/downloads.ts";
import { textOf } from "../../web/site-comparison/fact-cell.tsx";
import { factState, gatewayState, rowsOf } from "../../web/site-comparison/rows.ts";
import { numberedSources, sourcesOfSite } from "../../web/site-comparison/sources.ts";
import { enSiteComparison } from "../../web/site-comparison/words-en.ts";
import { zhSiteComparison } from "../../web/site-comparison/words-zh.ts";

const aSite = (change: Partial<ComparedSite> & { slug: string }): ComparedSite =>
  ({
    __typename: "ServiceTradePark",
    kind: "SERVICE_TRADE_PARK",
    nameZh: "园区",
    nameEn: "Park",
    status: null,
    ...{ confidence: "HIGH", noteZh: null, noteEn: null },
    ...{ basisZh: null, basisEn: null, operatorZh: null, operatorEn: null, historyZh: null, historyEn: null },
    ...{ website: null, contact: null, localityZh: null, localityEn: null, location: null, district: null },
    ...{ functionalArea: null, parent: null, industries: [], sources: [], nearestStation: null, nearestGateways: [], among: [] },
    latestFigures: [],
    theme: "BIOTECH",
    designation: "CANDIDATE",
    ...change,
  }) as ComparedSite;

const aZone = (change: Partial<ComparedSite> & { slug: string }): ComparedSite =>
  aSite({ ...{ __typename: "BondedZone", kind: "BONDED_ZONE", sealedOn: "2013-06-29" }, ...change } as never);

const location = { point: { type: "Point" as const, coordinates: [114.5, 30.4] }, accuracyM: 500, confidence: "HIGH" as const };

const aFigure = (slug: string, appliesTo: readonly string[] = ["SERVICE_TRADE_PARK", "BONDED_ZONE"]): ComparedFigure =>
  ({ id: slug, indicator: { slug, nameZh: slug, nameEn: slug, appliesTo } }) as never;

describe("the rows of sites side by side", () => {
  it("are those that any of the sites has a value for; the others are counted", () => {
    const { facts, emptyFacts } = rowsOf([
      aSite({ slug: "a", operatorEn: "Office" }),
      aSite({ slug: "b", website: "https://a.cn" }),
    ]);
    expect(facts).toEqual(["kind", "class", "operator", "website"]);
    expect(emptyFacts).toContain("contact");
    // What parks cannot have is not missing.
    for (const fact of ["sealedOn", "batch", "holder", "parent"]) expect([...facts, ...emptyFacts]).not.toContain(fact);
  });

  it("say how a site was approved in one row, whatever is known of it", () => {
    const sites = [
      aSite({ slug: "a", historyEn: "Approved on 29 August 2011, open since 2013", basisEn: "State Council approval of 2011" }),
      aSite({ slug: "b", basisEn: "NDRC list of 2021" }),
      aSite({ slug: "c" }),
    ];
    expect(rowsOf(sites).facts).toEqual(["kind", "class", "approval"]);
    expect(sites.map((site) => factState("approval", site))).toEqual(["value", "value", "unknown"]);
  });

  it("say an approval once, and name its document only where that says more", () => {
    const approved = (historyZh: string | null, basisZh: string) =>
      approvalOf({ historyZh, historyEn: historyZh && "History", basisZh, basisEn: "Basis" }, "en");
    expect(approved("2007年6月国家发展改革委批复；2008年11月开工。", "国家发展改革委2007年6月批复").basis).toBe("");
    expect(approved("2018年开园。", "2020年度设计之都示范园区")).toEqual({ text: "History", basis: "Basis" });
    expect(approved(null, "商务部公告")).toEqual({ text: "Basis", basis: "" });
  });

  it("tell what is not known from what does not apply", () => {
    const [park, zone, unsealed] = [aSite({ slug: "a" }), aZone({ slug: "b" }), aZone({ slug: "c", sealedOn: null } as never)];
    expect([park, zone, unsealed].map((site) => factState("sealedOn", site))).toEqual(["notApplicable", "value", "unknown"]);
    expect([park, zone].map((site) => factState("class", site))).toEqual(["value", "notApplicable"]);
    expect(factState("operator", park)).toBe("unknown");
  });

  it("have the area first, then the figures that most sites have", () => {
    const sites = [
      aSite({ slug: "a", latestFigures: [aFigure("firms"), aFigure("planned-area")] }),
      aZone({ slug: "b", latestFigures: [aFigure("workers"), aFigure("customs", ["BONDED_ZONE"])] }),
      aSite({ slug: "c", latestFigures: [aFigure("workers")] }),
    ];
    const rows = rowsOf(sites).figures;
    expect(rows.map(({ indicator }) => indicator.slug)).toEqual(["planned-area", "workers", "firms", "customs"]);
    expect(rows.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
      ["value", "unknown", "unknown"],
      ["unknown", "value", "value"],
      ["value", "unknown", "unknown"],
      ["notApplicable", "value", "notApplicable"],
    ]);
  });

  it("have no distance to or from a site without a published location", () => {
    const gateway = { gateway: "PORT" as const, distanceKm: 12.3, site: { slug: "port", nameZh: "港", nameEn: "Port" } };
    const placed = aSite({
      slug: "a",
      location,
      nearestGateways: [gateway],
      among: [{ distanceKm: 1.234, site: { slug: "c" } }],
    });
    const [unplaced, port] = [aSite({ slug: "b" }), aSite({ slug: "c", location })];
    expect([placed, unplaced, port].map((site) => gatewayState("PORT", site))).toEqual(["value", "unplaced", "notApplicable"]);
    expect(rowsOf([placed, unplaced, port]).gateways).toEqual(["PORT"]);
    expect(rowsOf([unplaced]).gateways).toEqual([]);
    expect([distanceBetween(placed, port), distanceBetween(placed, unplaced), distanceBetween(unplaced, placed)]).toEqual([
      1.234,
      null,
      null,
    ]);
  });
});

it("of a site that is recorded in no single district, those of its functional area are named", async () => {
  const words = i18next.createInstance();
  await words.init({ lng: "en", resources: { en: { translation: enSiteComparison } } });
  const district = (nameEn: string) => ({ nameZh: nameEn, nameEn });
  const functionalArea = {
    ...{ slug: "ehdz", nameZh: "东湖高新区", nameEn: "Optics Valley" },
    districts: [district("Hongshan"), district("Jiangxia")],
  };
  const [inArea, nowhere] = [aSite({ slug: "a", functionalArea }), aSite({ slug: "b" })];
  expect([inArea, nowhere].map((site) => factState("district", site))).toEqual(["value", "unknown"]);
  expect(textOf("district", inArea, words.t, "en")).toBe("within Hongshan, Jiangxia (not specified)");
});

it("the note of a site is a row; a site without one leaves its cell empty, which is nothing that is missing", () => {
  const sites = [aSite({ slug: "a", noteZh: "跨两区", noteEn: "Straddles two districts" }), aSite({ slug: "b" })];
  expect(rowsOf(sites).facts).toContain("note");
  expect(sites.map((site) => factState("note", site))).toEqual(["value", "none"]);
  expect(rowsOf(sites.slice(1)).emptyFacts).not.toContain("note");
});

it("a bonded zone, a port, an airport and a terminal are themselves what the distance is to", () => {
  const near = { gateway: "BONDED_ZONE" as const, distanceKm: 24, site: { slug: "z", nameZh: "区", nameEn: "Zone" } };
  const zone = aZone({ slug: "a", location, nearestGateways: [near] });
  const park = aSite({ slug: "b", location, nearestGateways: [near] });
  const port = aSite({ ...{ slug: "c", __typename: "LogisticsHub", facility: "PORT" }, location } as never);
  expect([zone, park].map((site) => gatewayState("BONDED_ZONE", site))).toEqual(["isItself", "value"]);
  expect(["PORT", "AIRPORT"].map((gateway) => gatewayState(gateway as "PORT", port))).toEqual(["isItself", "notApplicable"]);
});

it("a distance shorter than the point is exact is said to be so", () => {
  expect([isLessExactThan(3000, 200), isLessExactThan(3000, 24_000)]).toEqual([true, false]);
});

it("what is not sure is said in the cell, as in the panel of a site", () => {
  const t = ((key: string) => key) as never;
  expect(remarksOf({ status: "REPORTED", confidence: "LOW" }, t)).toEqual(["confidence.LOW"]);
  expect(remarksOf({ status: "ESTIMATE", confidence: "HIGH" }, t)).toEqual(["figureStatus.ESTIMATE"]);
  expect(remarksOf({ status: "OFFICIAL", confidence: "HIGH" }, t)).toEqual([]);
  expect([doubtIn("MEDIUM", t), doubtIn("HIGH", t), doubtIn(null, t)]).toEqual(["confidence.MEDIUM", "", ""]);
});

it("a column cites the sources of its figures and its phone number too, each once, by ascending number", () => {
  const source = (slug: string) => ({ slug }) as ComparedSite["sources"][number];
  const cites = (figures: string[], own: string[], phone?: string) => ({
    latestFigures: [{ sources: figures.map(source) }] as never,
    contact: phone ? ({ source: source(phone) } as never) : null,
    sources: own.map(source),
  });
  const sites = [cites(["s1", "s2"], ["s3"]), cites(["s4", "s1"], ["s4", "s3"], "s5")];
  const numbers = numberedSources(sites);
  const numberOf = ({ slug }: { slug: string }) => numbers.get(slug)?.number;
  expect(sites.map((site) => sourcesOfSite(site, numberOf).map(numberOf))).toEqual([
    [1, 2, 3],
    [1, 3, 4, 5],
  ]);
});

it.each([
  ["027-87205018", "+86 27 87205018", "tel:+862787205018"],
  ["0711-3350000", "+86 711 3350000", "tel:+867113350000"],
  ["+86 27 87205018", "+86 27 87205018", "tel:+862787205018"],
])("%s can be dialled from abroad", (phone, text, href) => {
  expect(internationalPhone(phone)).toEqual({ text, href });
});

it("the columns are in the order of picking, without sites that are not there", () => {
  const sites = [{ slug: "a" }, { slug: "b" }];
  expect(sitesInOrder(["b", "gone", "a"], sites).map(({ slug }) => slug)).toEqual(["b", "a"]);
});

it("the files have these sites alone, with the figures of the same day", () => {
  const { pathname, searchParams } = new URL(downloadAddress("xlsx", ["a", "b-c"], "en", "2026-11-25"), "http://atlas.test");
  expect([pathname, Object.fromEntries(searchParams)]).toEqual([
    "/download/sites.xlsx",
    { filter: "slug IN ('a', 'b-c')", compare: "a,b-c", asof: "2026-11-25", lang: "en" },
  ]);
});

it("the words have the same placeholders in both languages", () => {
  const leafTexts = (tree: object, path = ""): [string, string][] =>
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[path + key, value]] : leafTexts(value, `${path}${key}.`),
    );
  const english = new Map(leafTexts(enSiteComparison));
  const parts = (text = "") => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  for (const [key, text] of leafTexts(zhSiteComparison)) {
    expect(parts(english.get(key)), key).toEqual(parts(text));
    expect(english.get(key), key).not.toMatch(/[\u4e00-\u9fff]/);
  }
});
