import { AtlasError } from "../core/errors.ts";
import type { Dataset } from "./dataset.ts";
import { importErrors } from "./errors.ts";

/** Checks that ids are unique and that everything named exists; throws DATA_INVALID naming the file and the record. */
export function checkReferences(data: Dataset): void {
  const sources = idsOfFile("sources.csv", data.sources, "id");
  const units = idsOfFile("units.csv", data.units, "id");
  const indicators = idsOfFile("indicators.csv", data.indicators, "id");
  const regions = idsOfFile("regions.csv", data.regions, "code");
  const districts = idsOfFile("districts.csv", data.districts, "code");
  const areas = idsOfFile("functional-areas.csv", data.functionalAreas, "id");
  const sectors = idsOfFile("service-sectors.csv", data.sectors, "code");
  const industries = idsOfFile("industries.csv", data.industries, "id");
  const sites = idsOfFile("sites", data.sites, "slug");
  const shapes = idsOfFile(
    "districts.geojson",
    data.shapes.map((shape) => shape.properties),
    "code",
  );
  const lines = idsOfFile(
    "metro-lines.geojson",
    data.metroLines.map((line) => line.properties),
    "id",
  );
  const stations = data.metroStations.features.map((station) => station.properties);
  idsOfFile("metro-stations.geojson", stations, "id");
  const themes = idsOfFile("plan.yaml", data.plan.themes, "id");
  const tasks = new Set(data.plan.tasks.map((task) => String(task.number)));
  const notes = idsOfFile("data-notes.csv", data.notes, "id");
  idsOfFile("plan.yaml", data.plan.targets, "id");

  for (const indicator of data.indicators) checkExist("indicators.csv", indicator.id, units, [indicator.unit]);
  for (const industry of data.industries) checkExist("industries.csv", industry.id, sectors, [industry.sector]);
  for (const district of data.districts) checkExist("districts.csv", district.code, shapes, [district.code]);
  for (const note of data.notes) checkExist("data-notes.csv", note.id, sources, note.sources);
  checkExist("metro-stations.geojson", "source", sources, [data.metroStations.source]);
  for (const station of stations) checkExist("metro-stations.geojson", station.id, lines, station.lines);
  for (const area of data.functionalAreas) {
    checkExist("functional-areas.csv", area.id, districts, area.districts);
    checkExist("functional-areas.csv", area.id, new Set(area.districts), [area.coextensive_district]);
    checkExist("functional-areas.csv", area.id, sources, area.sources);
  }
  for (const site of data.sites) {
    checkExist("sites", site.slug, districts, [site.district]);
    checkExist("sites", site.slug, areas, [site.functionalArea]);
    checkExist("sites", site.slug, sites, [site.parent]);
    checkExist("sites", site.slug, industries, site.industries);
    checkExist("sites", site.slug, sources, [...site.sources, site.contact?.source ?? null]);
  }
  const subjects = { site: sites, district: districts, area: areas, region: regions };
  const figures = new Set<string>();
  for (const { indicator, subject, period, status, value, sources: cited } of data.observations) {
    // What the index observation_current compares.
    const figure = [indicator, subject, period.kind, period.start, period.end, status, cited[0], Number(value)].join();
    checkNew("observations.csv", figures, figure);
    const recordName = `${indicator}, ${subject}, ${period.start ?? "undated"}`;
    const [kind = "", key = ""] = subject.split(":");
    checkExist("observations.csv", recordName, indicators, [indicator]);
    checkExist("observations.csv", recordName, subjects[kind as keyof typeof subjects], [key]);
    checkExist("observations.csv", recordName, sources, cited);
  }
  const breaks = new Set<string>();
  for (const { note, indicator, subjects: broken, from } of data.seriesBreaks) {
    checkExist("series-breaks.csv", indicator, notes, [note]);
    checkExist("series-breaks.csv", note, indicators, [indicator]);
    for (const subject of broken) {
      checkNew("series-breaks.csv", breaks, [indicator, subject, from].join());
      const [kind = "", key = ""] = subject.split(":");
      checkExist("series-breaks.csv", note, subjects[kind as keyof typeof subjects], [key]);
    }
  }
  for (const task of data.plan.tasks) checkExist("plan.yaml", `task ${task.number}`, themes, [task.theme]);
  for (const target of data.plan.targets) {
    checkExist("plan.yaml", target.id, themes, [target.theme]);
    checkExist("plan.yaml", target.id, tasks, [target.task === null ? null : String(target.task)]);
    checkExist("plan.yaml", target.id, units, [target.unit]);
    for (const { indicator, subject } of target.measures) {
      const [kind = "", key = ""] = subject.split(":");
      checkExist("plan.yaml", target.id, indicators, [indicator]);
      checkExist("plan.yaml", target.id, subjects[kind as keyof typeof subjects], [key]);
    }
    if (target.measures.filter(({ role }) => role === "MEASURES").length > 1)
      throw new AtlasError(importErrors.DATA_INVALID, {
        file: "plan.yaml",
        place: target.id,
        reason: { zh: "有两个指标据以判定", en: "two measures determine the status" },
      });
  }
  checkExist("plan.yaml", "source", sources, [data.plan.source]);
}

function idsOfFile<K extends string>(file: string, records: readonly Record<K, unknown>[], key: K): Set<string> {
  const seen = new Set<string>();
  for (const record of records) {
    checkNew(file, seen, String(record[key]));
  }
  return seen;
}

function checkNew(file: string, seen: Set<string>, id: string): void {
  if (seen.has(id))
    throw new AtlasError(importErrors.DATA_INVALID, { file, place: id, reason: { zh: "重复", en: "occurs twice" } });
  seen.add(id);
}

function checkExist(file: string, recordName: string, set: Set<string>, values: readonly (string | null)[]): void {
  for (const value of values) {
    if (value !== null && !set.has(value))
      throw new AtlasError(importErrors.DATA_INVALID, {
        file,
        place: recordName,
        reason: { zh: `${value} 不存在`, en: `${value} does not exist` },
      });
  }
}
