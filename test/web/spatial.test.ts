import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { noFilter } from "../../server/contract/site-filter.ts";
import { readAddress, writeAddress } from "../../web/address/address.ts";
import { readCoverage, readGeoPoint, readGroups } from "../../web/address/spatial.ts";
import { compassPointOf, compassPoints } from "../../web/core/bearing.ts";
import { formatShare } from "../../web/core/format.ts";
import { en } from "../../web/core/words/en.ts";
import { zh } from "../../web/core/words/zh.ts";
import { classOf, countClasses } from "../../web/map/classes.ts";
import { distanceKm } from "../../web/map/geodesic.ts";
import { hatchImage, readHatchId } from "../../web/map/hatch.ts";
import { overlaySources } from "../../web/map/overlay-sources.ts";
import { noOverlays, type SiteGroup } from "../../web/map/overlays.ts";
import { filterForGroup, nearOf } from "../../web/spatial/group-area.ts";
import { groupsText } from "../../web/spatial/group-words.ts";

const aGroup = (change: Partial<SiteGroup> = {}): SiteGroup => ({
  key: "park-a",
  count: 3,
  kinds: [{ kind: "SERVICE_TRADE_PARK", count: 3 }],
  hollow: false,
  center: [114.3, 30.6],
  shape: null,
  radiusKm: 1.2,
  ...change,
});

describe("the number of groups", () => {
  it.each([
    ["en", 1, 1, "1 hexagon, 1 site"],
    ["en", 1, 3, "1 hexagon, 3 sites"],
    ["en", 20, 1200, "20 hexagons, 1,200 sites"],
    ["zh", 1, 1, "1 个六边形，1 个地点"],
  ] as const)("is in the right number in %s: %i of %i", async (language, groups, sites, text) => {
    const words = i18next.createInstance();
    await words.init({ resources: { zh: { translation: zh }, en: { translation: en } } });
    expect(groupsText("hex", groups, sites, words.getFixedT(language), language)).toBe(text);
  });
});

describe("the address", () => {
  it.each(["/?groups=hex:2", "/?groups=cluster:0.5", "/?cover=LOGISTICS_HUB:5", "/?from=114.31,30.59"])("holds %s", (path) => {
    const [pathname = "", query] = path.split("?");
    expect(writeAddress(readAddress({ pathname, search: `?${query}` }))).toBe(path);
  });

  it("takes no size that the API would refuse, and no other words", () => {
    expect(["hex", "hex:", "hex:0", "hex:101", "hex:1e3", "cluster:51", "ring:2", "hex:-1", null].map(readGroups)).toEqual(
      Array(9).fill(null),
    );
    expect(["LOGISTICS_HUB", "LOGISTICS_HUB:0", "HUB:5", "LOGISTICS_HUB:101", null].map(readCoverage)).toEqual(
      Array(5).fill(null),
    );
    expect(["114.3", "181,30", "114.3,91", "114.3,30.6,2", "a,b", null].map(readGeoPoint)).toEqual(Array(6).fill(null));
    expect(readGroups("hex:3.5")).toEqual({ grouping: "hex", km: 3.5 });
  });
});

describe("the compass", () => {
  it("gives each wind 45 degrees, half of them on either side", () => {
    expect(compassPoints.map((_, index) => compassPointOf(index * 45))).toEqual([...compassPoints]);
    expect([22.4, 22.6, 337.4, 337.6, 360, 45.1].map(compassPointOf)).toEqual(["N", "NE", "NW", "N", "N", "NE"]);
  });
});

describe("classes of counts", () => {
  it.each([
    [[], []],
    [[1, 1], ["1-1"]],
    [
      [1, 3, 4],
      ["1-1", "2-2", "3-3", "4-4"],
    ],
    [
      [1, 17],
      ["1-1", "2-4", "5-9", "10-17"],
    ],
    [
      [1, 1234],
      ["1-99", "100-199", "200-499", "500-999", "1000-1234"],
    ],
  ])("of %j are %j", (counts, expected) => {
    expect(countClasses(counts).map(({ from, to }) => `${from}-${to}`)).toEqual(expected);
  });

  it("leave no count out and grow stronger", () => {
    for (const largest of [1, 5, 6, 50, 51, 999, 200_000]) {
      const classes = countClasses([largest]);
      expect(classes.length).toBeLessThanOrEqual(5);
      expect(classes.map(({ tone }) => tone)).toEqual([...new Set(classes.map(({ tone }) => tone))].sort());
      for (const count of [1, Math.ceil(largest / 3), largest]) expect(classOf(classes, count)).toBeDefined();
    }
  });
});

describe("choosing a group", () => {
  it("filters by its hexagon, or by the circle around its cluster", () => {
    const shape = { type: "Polygon" as const, coordinates: [] };
    expect(filterForGroup(noFilter, "hex", aGroup({ shape }))).toEqual({ within: shape });
    expect(filterForGroup(noFilter, "cluster", aGroup())).toEqual({ near: { point: [114.3, 30.6], withinKm: 1.21 } });
  });

  it("throws no area away that the reader has drawn", () => {
    const shape = { type: "Polygon" as const, coordinates: [] };
    expect(filterForGroup({ ...noFilter, within: shape }, "hex", aGroup({ shape }))).toBeNull();
    expect(filterForGroup({ ...noFilter, near: nearOf(aGroup()) }, "cluster", aGroup())).toBeNull();
  });

  it("reaches sites on one spot too", () => {
    expect(nearOf(aGroup({ radiusKm: 0 })).withinKm).toBe(0.05);
  });
});

describe("what is laid over the map", () => {
  const sources = overlaySources({
    ...noOverlays,
    groups: {
      grouping: "cluster",
      km: 1,
      withoutPoint: 0,
      onChoose: () => undefined,
      groups: [aGroup(), aGroup({ key: "b", count: 1 })],
    },
    distanceLines: [{ slug: "port", from: [114.3, 30.6], to: [114.5, 30.6], distanceKm: 19.2 }],
    hovered: { site: "port", group: "b" },
  });
  const features = (name: keyof typeof sources) => {
    const { data } = sources[name];
    return typeof data === "object" && data.type === "FeatureCollection" ? data.features : [];
  };

  it("is a circle as far as the cluster goes, and none round a site alone", () => {
    expect(features("groups").map(({ properties }) => properties?.key)).toEqual(["park-a"]);
    const [circle] = features("groups");
    const corner = circle?.geometry.type === "Polygon" ? circle.geometry.coordinates[0]?.[10] : undefined;
    expect(distanceKm([114.3, 30.6], corner ?? [])).toBeCloseTo(1.2, 1);
    expect(features("group-centers").map(({ properties }) => [properties?.alone, properties?.hovered])).toEqual([
      [null, false],
      ["SERVICE_TRADE_PARK", true],
    ]);
  });

  // Along a steep line Chinese characters would be set one below the other.
  it("is a line that knows its length, without Chinese characters, and whether it is pointed at", () => {
    expect(features("distance-lines").map(({ properties }) => properties)).toEqual([
      { slug: "port", label: "19\u00a0km", hovered: true },
    ]);
  });
});

describe("the hatching", () => {
  it.each(["outOfReach", "noValue", "bound", "notComputable"] as const)(
    "%s meets itself at its edges and leaves most of the area free",
    (kind) => {
      const { width, height, data } = hatchImage({ kind, theme: "light" }, 2);
      const alpha = (x: number, y: number) => data[((y % height) * width + (x % width)) * 4 + 3] ?? 0;
      const step = { outOfReach: [1, -1], noValue: [1, 1], bound: [width / 2, height / 2], notComputable: [width, 0] }[kind];
      for (let x = 0; x < width; x++) expect(alpha(x, height)).toBe(alpha(x + (step[0] ?? 0), height + (step[1] ?? 0)));
      const transparentPixels = Array.from({ length: width * height }, (_, index) =>
        alpha(index % width, Math.floor(index / width)),
      ).filter((each) => each === 0);
      expect(transparentPixels.length).toBeGreaterThan((width * height) / 2);
      expect(readHatchId(`${kind}/dark`)).toEqual({ kind, theme: "dark" });
      expect(readHatchId("outOfReach/blue")).toBeNull();
    },
  );
});

describe("a share", () => {
  it("is said in percent, and never as none where there is some", () => {
    expect([0, 0.0004, 0.0416, 1].map((share) => formatShare(share, "en"))).toEqual(["0%", "< 0.1%", "4.2%", "100%"]);
  });
});
