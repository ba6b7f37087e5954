import { kinds, siteKinds } from "../contract/kinds.ts";
import { tables } from "../generated/model.ts";
import { kindFiles, type SiteRecord } from "./dataset.ts";
import { searchText, sortKey } from "./names.ts";
import { links, over, point, type Transaction, upsert } from "./upsert.ts";

/** Stores sites of all kinds with what sets each kind apart, their parents, industries and sources. */
export async function publishSites(tx: Transaction, sites: readonly SiteRecord[]): Promise<void> {
  await upsert(tx, "Site", ["slug"], sites.map(siteRow));
  await over(
    tx,
    `UPDATE site s SET parent_id = p.id FROM jsonb_to_recordset($1::jsonb) g(slug text, parent text)
    LEFT JOIN site p ON p.slug = g.parent WHERE s.slug = g.slug AND s.parent_id IS DISTINCT FROM p.id`,
    sites,
  );
  for (const kind of siteKinds) {
    const { table } = tables[kinds[kind].type];
    const columns = Object.keys(kindFiles[kind].own).map((name) => [name, snake(name)] as const);
    const rows = sites
      .filter((site) => site.kind === kind)
      .map((site) => Object.fromEntries([["slug", site.slug], ...columns.map(([name, column]) => [column, site[name] ?? null])]));
    const list = (each: (column: string) => string) => columns.map(([, column]) => `, ${each(column)}`).join("");
    await over(
      tx,
      `INSERT INTO ${table} (site_id${list(String)}) SELECT s.id${list((column) => `g.${column}`)}
      FROM jsonb_array_elements($1::jsonb) e, jsonb_populate_record(NULL::${table}, e) g, site s WHERE s.slug = e->>'slug'
      ON CONFLICT (site_id) DO UPDATE SET site_id = EXCLUDED.site_id${list((column) => `${column} = EXCLUDED.${column}`)}`,
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
