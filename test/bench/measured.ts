// What is measured against the floor, as requests to either server: queries, and tiles.
import type { Benchmark, Sample } from "./benchmarks.ts";
import type { BenchRequest } from "./load.ts";

export interface Measured {
  name: string;
  aim: Benchmark["aim"];
  /** Requests to the plain server; to the atlas, never sent before; and to the atlas, of those in `before`. */
  floor: () => BenchRequest;
  fresh: () => BenchRequest;
  repeated: () => BenchRequest;
  /** Sent before anything is measured. */
  before: BenchRequest[];
}

/** The requests of one variant. A variable that no query declares makes a request differ from all before it, and changes nothing else. */
export function queryRequests(index: number, { query, variant }: Benchmark, sample: Sample, difference?: number) {
  const { variables, values } = variant(sample);
  return {
    floor: { path: "/", body: JSON.stringify({ benchmark: index, values }) },
    atlas: {
      path: "/graphql",
      body: JSON.stringify({ query, variables: { ...variables, ...(difference !== undefined && { difference }) } }),
    },
  };
}

export function measuredQuery(index: number, benchmark: Benchmark, samples: readonly Sample[]): Measured {
  const next = inTurn(samples);
  let difference = 0;
  return {
    name: benchmark.name,
    aim: benchmark.aim,
    floor: () => queryRequests(index, benchmark, next()).floor,
    fresh: () => queryRequests(index, benchmark, next(), difference++).atlas,
    repeated: () => queryRequests(index, benchmark, next()).atlas,
    before: samples.map((sample) => queryRequests(index, benchmark, sample).atlas),
  };
}

/** Tiles of all sites. A box far around all of them, never the same twice, makes a tile anew. */
export function measuredTile(zoom: number, template: string, aim: Benchmark["aim"], samples: readonly Sample[]): Measured {
  const tiles = [...new Set(samples.map((sample) => tileAt(zoom, sample)))];
  const next = inTurn(tiles);
  let difference = 0;
  const request = (tile: string): BenchRequest => ({ path: new URL(template.replace("{z}/{x}/{y}", tile)).pathname });
  return {
    name: `tile z${zoom}`,
    aim,
    floor: () => ({ path: "/", body: JSON.stringify({ tile: next().split("/").map(Number) }) }),
    fresh: () => ({ path: `${request(next()).path}?bbox=${(110 + difference++ * 1e-6).toFixed(6)},28,118,33` }),
    repeated: () => request(next()),
    before: tiles.map(request),
  };
}

/** Web Mercator's tile at a place, as z/x/y. */
function tileAt(zoom: number, { longitude, latitude }: Sample): string {
  const x = Math.floor(((longitude + 180) / 360) * 2 ** zoom);
  const y = Math.floor((0.5 - Math.log(Math.tan(((90 + latitude) * Math.PI) / 360)) / (2 * Math.PI)) * 2 ** zoom);
  return `${zoom}/${x}/${y}`;
}

function inTurn<Item>(items: readonly Item[]): () => Item {
  let turn = 0;
  return () => items[turn++ % items.length] as Item;
}
