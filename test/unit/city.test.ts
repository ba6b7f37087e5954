// The program's assumptions about the city agree with the data and are in one file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  CENSUS_YEAR,
  CITY_CODE,
  DISTRICT_CODE,
  EPIDEMIC_YEARS,
  EXPECTED_COUNTS,
  INDICATOR_SLUGS,
  PLAN_HORIZON,
} from "../../server/contract/city.ts";
import { readDataset } from "../../server/imports/dataset.ts";
import { CITY_BOX } from "../../web/map/camera.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const data = readDataset(join(root, "prisma/data"));
const indicators = new Set(data.indicators.map(({ id }) => id));

test("the city and its districts", () => {
  expect(data.regions).toContainEqual(expect.objectContaining({ code: CITY_CODE, name_en: "Wuhan" }));
  for (const { code } of data.districts) {
    expect(code).toMatch(DISTRICT_CODE);
    expect(code.slice(0, 4)).toBe(CITY_CODE.slice(0, 4));
  }
  const corners = data.shapes.flatMap(({ geometry }) =>
    (geometry.coordinates as unknown[]).flat(Number.POSITIVE_INFINITY),
  ) as number[];
  const [west, south, east, north] = CITY_BOX;
  const inside = (value: number, index: number) => (index % 2 ? value > south && value < north : value > west && value < east);
  expect(corners.filter((value, index) => !inside(value, index))).toEqual([]);
});

test("the numbers of districts, areas, tasks and targets", () => {
  expect(EXPECTED_COUNTS).toEqual({
    districts: data.districts.length,
    functionalAreas: data.functionalAreas.length,
    tasks: data.plan.tasks.length,
    targets: data.plan.targets.length,
  });
});

test("the API says how many of the plan's targets have a number", () => {
  const { targets } = data.plan;
  const withNumber = targets.filter(({ value }) => value !== null && value !== undefined).length;
  expect([targets.length, withNumber, targets.length - withNumber]).toEqual([39, 37, 2]);
  const schema = readFileSync(join(root, "server/schema.graphql"), "utf8");
  expect(schema).toContain(`One of the plan's ${targets.length} targets, of which ${withNumber} have a number and two a place`);
});

test("the years of plan, census and epidemic", () => {
  expect(PLAN_HORIZON).toBe(data.plan.horizon);
  const years = data.observations.flatMap(({ indicator, period }) =>
    indicator === INDICATOR_SLUGS.populationCensus ? [Number(period.end?.slice(0, 4))] : [],
  );
  expect(Math.max(...years)).toBe(CENSUS_YEAR);
  expect(EPIDEMIC_YEARS.first).toBeLessThanOrEqual(EPIDEMIC_YEARS.last);
  expect(EPIDEMIC_YEARS.last).toBeLessThan(data.plan.baseYear);
});

test.each(Object.entries(INDICATOR_SLUGS))("the indicator %s is one of the data", (_name, slug) => {
  expect(indicators).toContain(slug);
});

const sources = ["server", "web"]
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
  .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated") && !name.endsWith(".d.ts"));
const literals = (name: string): string[] => {
  const code = readFileSync(join(root, name), "utf8").replaceAll(/^\s*(\/\/|\/?\*).*$/gm, "");
  return [...code.matchAll(/(["'])((?:(?!\1)[^\n])*)\1/g)].map(([, , text = ""]) => text);
};

test("no other file names an indicator; what the demonstration makes up is named in its own folder", () => {
  const namedInSources = sources
    .filter((name) => name !== "server/contract/city.ts" && !name.startsWith("server/demo/"))
    .flatMap((name) =>
      literals(name)
        .filter((text) => indicators.has(text))
        .map((text) => `${name}: ${text}`),
    );
  expect(namedInSources).toEqual([]);
});

test("every indicator that the demonstration names is one of the data", () => {
  const units = new Set(data.units.map(({ id }) => id));
  const slugs = sources
    .filter((name) => name.startsWith("server/demo/"))
    .flatMap(literals)
    .filter((text) => /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text));
  expect(slugs.length).toBeGreaterThan(20);
  // Some are looked for within the slugs of several.
  const exists = (slug: string) => units.has(slug) || [...indicators].some((id) => id.includes(slug));
  expect(slugs.filter((slug) => !exists(slug))).toEqual([]);
});

test("texts name districts, and leave their codes to programs", () => {
  const texts = (value: unknown): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, each]) => (typeof each === "string" && /(zh|en)$/i.test(key) ? [each] : texts(each)))
      : [];
  expect(texts(data).length).toBeGreaterThan(1000);
  expect(texts(data).filter((text) => /(?<![\d.])42\d{4}(?![\d.]\d)/.test(text))).toEqual([]);
});
