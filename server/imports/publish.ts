import type { Database } from "../core/database.ts";
import { WRITE_LOCK } from "../core/migrations.ts";
import { type Dataset, kindFiles, type SiteRecord } from "./dataset.ts";
import { searchText, sortKey } from "./names.ts";
import { publishObservations } from "./observations.ts";
import { over, type Transaction, upsert } from "./upsert.ts";

export interface Publication {
  origin: "SEED" | "IMPORT";
  author: string;
  reason: string;
}

/**
 * Takes a set of data in as one change set: all of it or nothing. The same files a second time change nothing. Figures
 * are never overwritten: what is no longer in the files is marked as superseded. Returns the change set's number, or
 * undefined where there was nothing to do.
 */
export async function publish(database: Database, data: Dataset, publication: Publication): Promise<number | undefined> {
  return database.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
      // One writer at a time, so that data versions become visible in the order of their numbers.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITE_LOCK}::bigint)`;
      const last = await tx.changeSet.findFirst({ where: { origin: publication.origin }, orderBy: { id: "desc" } });
      if (last?.digest === data.digest) return undefined;
      const { id } = await tx.changeSet.create({ data: { ...publication, digest: data.digest } });
      await publishPlaces(tx, data);
      await publishSites(tx, data.sites);
      await publishObservations(tx, data.observations, id, publication.origin);
      await publishNotes(tx, data);
      await publishPlan(tx, data.plan);
      await tx.$executeRaw`REFRESH MATERIALIZED VIEW latest_figure`;
      return id;
    },
    { timeout: 120_000, maxWait: 60_000 },
  );
}

const point = (lon: number | null, lat: number | null) =>
  lon === null || lat === null ? null : { type: "Point", coordinates: [lon, lat] };
const links = <T>(records: readonly T[], key: (record: T) => string, entries: (record: T) => readonly string[]) =>
  records.flatMap((record) => entries(record).map((entry) => ({ key: key(record), entry })));

async function publishPlaces(tx: Transaction, data: Dataset): Promise<void> {
  const shapes = new Map(data.shapes.map(({ properties, geometry }) => [properties.code, geometry]));
  await upsert(tx, "Source", ["id"], data.sources);
  await upsert(tx, "Unit", ["id"], data.units);
  await upsert(tx, "Region", ["code"], data.regions);
  await upsert(tx, "ServiceSector", ["code"], data.sectors);
  await upsert(
    tx,
    "Industry",
    ["id"],
    data.industries.map(({ sector, ...rest }) => ({ ...rest, sector_code: sector })),
  );
  await upsert(
    tx,
    "Indicator",
    ["id"],
    data.indicators.map(({ unit, ...rest }) => ({ ...rest, unit_id: unit })),
  );
  const districts = data.districts.map(({ label_lon, label_lat, seat_lon, seat_lat, ...rest }) => {
    const shape = shapes.get(rest.code);
    const boundary = shape?.type === "Polygon" ? { type: "MultiPolygon", coordinates: [shape.coordinates] } : shape;
    return { ...rest, boundary, label: point(label_lon, label_lat), seat: point(seat_lon, seat_lat) };
  });
  await upsert(tx, "District", ["code"], districts);
  const areas = data.functionalAreas.map(({ districts: _d, sources: _s, label_lon, label_lat, ...rest }) => ({
    ...rest,
    label: point(label_lon, label_lat),
  }));
  await upsert(tx, "FunctionalArea", ["id"], areas);
  const areaDistricts = links(
    data.functionalAreas,
    (area) => area.id,
    (area) => area.districts,
  );
  await upsert(
    tx,
    "FunctionalAreaDistrict",
    ["area_id", "district_code"],
    areaDistricts.map(({ key, entry }) => ({ area_id: key, district_code: entry })),
  );
  const areaSources = links(
    data.functionalAreas,
    (area) => area.id,
    (area) => area.sources,
  );
  await upsert(
    tx,
    "FunctionalAreaSource",
    ["area_id", "source_id"],
    areaSources.map(({ key, entry }) => ({ area_id: key, source_id: entry })),
  );
}

async function publishSites(tx: Transaction, sites: readonly SiteRecord[]): Promise<void> {
  await upsert(tx, "Site", ["slug"], sites.map(siteRow));
  await over(
    tx,
    `UPDATE site s SET parent_id = p.id FROM jsonb_to_recordset($1::jsonb) g(slug text, parent text)
    LEFT JOIN site p ON p.slug = g.parent WHERE s.slug = g.slug AND s.parent_id IS DISTINCT FROM p.id`,
    sites,
  );
  for (const [kind, { model, own }] of Object.entries(kindFiles)) {
    const columns = Object.keys(own).map((name) => [name, snake(name)] as const);
    const rows = sites
      .filter((site) => site.kind === kind)
      .map((site) => Object.fromEntries([["slug", site.slug], ...columns.map(([name, column]) => [column, site[name] ?? null])]));
    const names = columns.map(([, column]) => column).join(", ");
    await over(
      tx,
      `INSERT INTO ${snake(model).slice(1)} (site_id, ${names}) SELECT s.id, ${columns.map(([, column]) => `g.${column}`).join(", ")}
      FROM jsonb_array_elements($1::jsonb) e, jsonb_populate_record(NULL::${snake(model).slice(1)}, e) g, site s WHERE s.slug = e->>'slug'
      ON CONFLICT (site_id) DO UPDATE SET ${columns.map(([, column]) => `${column} = EXCLUDED.${column}`).join(", ")}`,
      rows,
    );
  }
  await linkSites(
    tx,
    "site_industry",
    "industry_id",
    links(
      sites,
      (site) => site.slug,
      (site) => site.industries,
    ),
  );
  await linkSites(
    tx,
    "site_source",
    "source_id",
    links(
      sites,
      (site) => site.slug,
      (site) => [...new Set(site.sources)],
    ),
  );
}

async function linkSites(
  tx: Transaction,
  table: string,
  column: string,
  entries: { key: string; entry: string }[],
): Promise<void> {
  await over(
    tx,
    `DELETE FROM ${table} l USING site s, jsonb_to_recordset($1::jsonb) g(key text) WHERE s.slug = g.key AND l.site_id = s.id`,
    entries,
  );
  await over(
    tx,
    `INSERT INTO ${table} (site_id, ${column}) SELECT s.id, g.entry FROM jsonb_to_recordset($1::jsonb) g(key text, entry text) JOIN site s ON s.slug = g.key`,
    entries,
  );
}

function siteRow(site: SiteRecord): Record<string, unknown> {
  const { slug, kind, nameZh, nameEn, aliases, status, confidence, website, district, functionalArea, point: place } = site;
  const bilingual = ["history", "basis", "operator", "locality", "note"].flatMap((name) => [
    [`${name}_zh`, site[`${name}Zh`] ?? null],
    [`${name}_en`, site[`${name}En`] ?? null],
  ]);
  return {
    ...{ slug, kind, name_zh: nameZh, name_en: nameEn, aliases, status, confidence, website },
    ...{ district_code: district, functional_area_id: functionalArea, ...Object.fromEntries(bilingual) },
    point: point(place?.lon ?? null, place?.lat ?? null),
    ...{ point_accuracy_m: place?.accuracyM ?? null, point_confidence: place?.confidence ?? null },
    ...{ point_note_zh: place?.noteZh ?? null, point_note_en: place?.noteEn ?? null },
    search_text: searchText([nameZh, nameEn, ...aliases]),
    sort_zh: sortKey(nameZh),
  };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

async function publishNotes(tx: Transaction, { notes }: Dataset): Promise<void> {
  await upsert(
    tx,
    "DataNote",
    ["id"],
    notes.map(({ sources: _sources, ...note }) => note),
  );
  const entries = links(
    notes,
    (note) => note.id,
    (note) => note.sources,
  );
  await upsert(
    tx,
    "DataNoteSource",
    ["note_id", "source_id"],
    entries.map(({ key, entry }) => ({ note_id: key, source_id: entry })),
  );
}

async function publishPlan(tx: Transaction, { source, horizon, themes, tasks, targets }: Dataset["plan"]): Promise<void> {
  await upsert(
    tx,
    "PlanTheme",
    ["id"],
    themes.map(({ id, titleZh, titleEn }, position) => ({ id, position, title_zh: titleZh, title_en: titleEn })),
  );
  await upsert(
    tx,
    "PlanTask",
    ["number"],
    tasks.map(({ number, theme, titleZh, titleEn, siteKinds }) => ({
      number,
      theme_id: theme,
      title_zh: titleZh,
      title_en: titleEn,
      site_kinds: siteKinds,
    })),
  );
  const commitments = tasks.flatMap(({ number, commitments: entries }) =>
    entries.map((entry) => ({ task_number: number, text_zh: entry.textZh, text_en: entry.textEn, site_kinds: entry.siteKinds })),
  );
  await upsert(
    tx,
    "PlanCommitment",
    ["id"],
    commitments.map((commitment, index) => ({ id: index + 1, ...commitment })),
  );
  const rows = targets.map(
    ({ id, theme, task, nameZh, nameEn, basis, comparator, value, unit, hedged, siteKinds, indicator }, position) => ({
      ...{
        id,
        theme_id: theme,
        task_number: task,
        position,
        name_zh: nameZh,
        name_en: nameEn,
        basis,
        comparator,
        value,
        unit_id: unit,
      },
      ...{ horizon, hedged, site_kinds: siteKinds, indicator_id: indicator, source_id: source },
    }),
  );
  await upsert(tx, "PlanTarget", ["id"], rows);
}
