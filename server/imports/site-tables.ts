import { kinds, siteKinds } from "../contract/kinds.ts";
import { sortKey } from "../search/names.ts";
import { kindFiles, type SiteRecord } from "./dataset.ts";
import { type FileTable, linkTable } from "./file-table.ts";
import { geojsonPoint, type Transaction } from "./upsert.ts";

/** The ids of sites by their slugs. */
export type SiteIds = ReadonlyMap<string, number>;

/** The ids of sites: the existing ones, and the next free one for each new site. */
export async function siteIdsOf(tx: Transaction, sites: readonly SiteRecord[]): Promise<SiteIds> {
  const slugs = sites.map(({ slug }) => slug);
  const rows = await tx.$queryRaw<{ slug: string; id: number }[]>`
    SELECT requested.slug, coalesce(site.id, nextval(pg_get_serial_sequence('site', 'id'))::int) AS id
    FROM unnest(${slugs}::text[]) requested(slug) LEFT JOIN site ON site.slug = requested.slug`;
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** Sites with the tables of their kinds, their industries and their sources. */
export function siteTables(sites: readonly SiteRecord[], ids: SiteIds): FileTable[] {
  const owner = { model: "Site", column: "site_id" } as const;
  const id = ({ slug }: SiteRecord) => ids.get(slug);
  const kindTables = siteKinds.map((kind): FileTable => {
    const sitesOfKind = sites.filter((site) => site.kind === kind);
    const columns = Object.keys(kindFiles[kind].own).map((name) => [name, snakeCase(name)] as const);
    const rows = sitesOfKind.map((site) => ({
      site_id: id(site),
      ...Object.fromEntries(columns.map(([name, column]) => [column, site[name] ?? null])),
    }));
    return { model: kinds[kind].type, key: ["site_id"], rows, owner };
  });
  return [
    {
      ...{ model: "Site", key: ["slug"], keepsMissingRows: true, derived: ["sort_zh"] },
      rows: sites.map((site) => ({ id: id(site), parent_id: ids.get(site.parent ?? "") ?? null, ...siteRow(site) })),
    },
    ...kindTables,
    linkTable({ model: "SiteIndustry", columns: ["site_id", "industry_id"], owner }, sites, id, (site) => site.industries),
    linkTable({ model: "SiteSource", columns: ["site_id", "source_id"], owner }, sites, id, (site) => site.sources),
  ];
}

function siteRow(site: SiteRecord): Record<string, unknown> {
  const { slug, kind, nameZh, nameEn, aliases, status, confidence, website, district, functionalArea } = site;
  const { contact, point: position } = site;
  const bilingual = ["history", "basis", "operator", "locality", "note"].flatMap((name) => [
    [`${name}_zh`, site[`${name}Zh`] ?? null],
    [`${name}_en`, site[`${name}En`] ?? null],
  ]);
  return {
    ...{ slug, kind, name_zh: nameZh, name_en: nameEn, aliases, status, confidence, website },
    ...{ district_code: district, functional_area_id: functionalArea, ...Object.fromEntries(bilingual) },
    ...{ contact_phone: contact?.phone ?? null, contact_source_id: contact?.source ?? null },
    ...{ contact_zh: contact?.nameZh ?? null, contact_en: contact?.nameEn ?? null },
    point: geojsonPoint(position?.lon ?? null, position?.lat ?? null),
    ...{ point_accuracy_m: position?.accuracyM ?? null, point_confidence: position?.confidence ?? null },
    ...{ point_note_zh: position?.noteZh ?? null, point_note_en: position?.noteEn ?? null },
    sort_zh: sortKey(nameZh),
  };
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
