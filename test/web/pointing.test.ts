import type { Map as MapLibreMap } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { countDrawn, sitesAt } from "../../web/map/pointing.ts";

/**
 * A map that throws for the given number of calls, as MapLibre does where an answer about a tile's old content came late. That is a
 * race within MapLibre which no test can bring about at will, so it is acted here.
 */
function mapThatThrows(failingCalls: number) {
  const refreshedSources: string[] = [];
  let remainingFailures = failingCalls;
  const map = {
    queryRenderedFeatures: (...queryArguments: unknown[]) => {
      if (remainingFailures-- > 0)
        throw new Error("Out of bounds. Index requested n=0 can't be >= this._numberToString.length 0");
      return JSON.stringify(queryArguments).includes("tile-groups") ? [] : [{ properties: { slug: "air-tianhe" } }];
    },
    getLayer: () => ({ source: "sites" }),
    refreshTiles: (source: string) => void refreshedSources.push(source),
  } as unknown as MapLibreMap;
  return { map, refreshed: refreshedSources };
}

describe("a tile of which MapLibre cannot tell what it draws", () => {
  it("is fetched again, and the count that stood before is not replaced by a wrong one", () => {
    const { map, refreshed } = mapThatThrows(1);
    expect(countDrawn(map)).toBeNull();
    expect(refreshed).toEqual(["sites"]);
    expect(countDrawn(map)).toMatchObject({ sites: 1 });
  });

  it("is fetched again when it is pointed at, and nothing is under the pointer", () => {
    const { map, refreshed } = mapThatThrows(1);
    expect(sitesAt(map, { x: 10, y: 10 }, "pointer")).toEqual([]);
    expect(refreshed).toEqual(["sites"]);
    expect(sitesAt(map, { x: 10, y: 10 }, "pointer")).toEqual(["air-tianhe"]);
  });
});
