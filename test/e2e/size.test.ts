import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const dist = new URL("../../dist/", import.meta.url);
const manifest = new URL(".vite/manifest.json", dist);

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** JavaScript allowed before the map: what the browser must have for the first paint, gzipped. */
const maxBytes = 200 * 1024;

describe("the built page", () => {
  const chunks: Record<string, Chunk> = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : {};

  /** A chunk and all that it imports at once; what is imported later is not in it. */
  const needed = (key: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const other of chunks[key]?.imports ?? []) needed(other, seen);
    return seen;
  };
  const gzipped = (file: string) => gzipSync(readFileSync(new URL(file, dist))).length;

  it("paints first with at most 200 KB of gzipped JavaScript", () => {
    const files = [...needed("index.html")].map((key) => chunks[key]?.file ?? "");
    expect(files.length).toBeGreaterThan(0);
    expect(files.some((file) => /atlas-map|map-with-basemap|maplibre|echarts/.test(file))).toBe(false);
    expect(files.reduce((sum, file) => sum + gzipped(file), 0)).toBeLessThanOrEqual(maxBytes);
  });

  it("asks for the map's code together with its own, and shows its name before either", () => {
    const document = readFileSync(new URL("index.html", dist), "utf8");
    const preloaded = [
      ...document.matchAll(/<link rel="modulepreload" fetchpriority="low"[^>]* href="\/([^"]*)" data-map-only>/g),
    ];
    expect(preloaded.map(([, file]) => file)).toContainEqual(expect.stringMatching(/map-with-basemap/));
    expect(preloaded.filter(([, file]) => !existsSync(new URL(file ?? "", dist)))).toEqual([]);
    expect(document.split('<div id="root">')[1]).toMatch(/武汉服务贸易地图.*Wuhan Service-Trade Atlas.*<noscript>/s);
  });

  it("frames a map without the rest of the atlas", () => {
    const files = [...needed("embed.html")].map((key) => chunks[key]?.file ?? "");
    expect(files.length).toBeGreaterThan(0);
    expect(files.some((file) => /atlas-map|map-with-basemap|maplibre/.test(file))).toBe(false);
    expect(files.reduce((sum, file) => sum + gzipped(file), 0)).toBeLessThanOrEqual(140 * 1024);
    expect([...needed("embed.html")].filter((key) => /drawer|search|explore/.test(key))).toEqual([]);
  });

  it("draws its charts with a library that comes with the first of them", () => {
    const keys = [...needed("districts/districts-view.tsx")];
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => /echarts/.test(key))).toEqual([]);
    expect(Object.keys(chunks).filter((key) => /\/echarts/.test(key))).toHaveLength(1);
  });

  it("loads its styles small", () => {
    const styles = [...needed("index.html")].flatMap((key) => chunks[key]?.css ?? []);
    expect(styles.reduce((sum, file) => sum + gzipped(file), 0)).toBeLessThanOrEqual(24 * 1024);
  });

  it("has the width of a phone in its styles, not the name that stands for it", () => {
    const styles = Object.values(chunks).flatMap((chunk) => chunk.css ?? []);
    const text = styles.map((file) => readFileSync(new URL(file, dist), "utf8")).join("");
    expect(text).toContain("767px");
    expect(text.match(/@media[^{]*\(--/g)).toBeNull();
  });
});
