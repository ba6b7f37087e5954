// The schema of the data files: each file of the folder with the form of its records.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { SiteKind } from "../contract/kinds.ts";
import { parsePeriod } from "../contract/period.ts";
import { enums } from "../generated/model.ts";
import { readCsv, readJson, readYaml } from "./records.ts";

const enumeration = (name: keyof typeof enums) => z.enum(Object.keys(enums[name].values) as [string, ...string[]]);
const text = z.string().min(1);
const optional = text.nullish().default(null);
const number = z.coerce.number().refine(Number.isFinite);
const optionalNumber = z
  .union([z.null(), z.undefined(), number])
  .transform((value) => value ?? null)
  .default(null);
const list = z
  .string()
  .nullish()
  .transform((value) => value?.split(" ").filter(Boolean) ?? []);
// Names contain spaces, so a list of them is separated by semicolons.
const otherNames = z
  .string()
  .nullish()
  .transform((value) => (value?.split(";") ?? []).map((name) => name.trim()).filter(Boolean));
const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const names = { name_zh: text, name_en: text };
// The multiple in which numbers of a unit are usually written. They are stored unscaled.
const scale = z.coerce.number().pipe(z.union([1, 1e3, 1e4, 1e6, 1e8, 1e9].map((step) => z.literal(step))));
const notes = { note_zh: optional, note_en: optional };
const confidence = enumeration("Confidence");

/** A link that pages may offer: a scheme such as javascript: would execute code of a data file. */
const link = z.url({ protocol: /^https?$/ });

const source = z.object({
  ...{ id: text, publisher_zh: text, publisher_en: text, title_zh: text, title_en: text },
  ...{ published_on: optional, url: link.nullable(), access: enumeration("SourceAccess"), ...notes },
  publisher_kind: enumeration("PublisherKind"),
});
const district = z.object({
  ...{ code: text, ...names, aliases: otherNames, area_km2: number, area_confidence: confidence },
  ...{ label_lon: number, label_lat: number, seat_lon: number, seat_lat: number, ...notes },
});
const functionalArea = z.object({
  ...{
    id: text,
    ...names,
    aliases: otherNames,
    districts: list,
    coextensive_district: optional,
    area_km2: optionalNumber,
    label_lon: optionalNumber,
    label_lat: optionalNumber,
  },
  ...{ label_accuracy_m: optionalNumber, website: optional, sources: list, ...notes },
});
const indicator = z.object({
  ...{ id: text, ...names, definition_zh: text, definition_en: text, unit: text },
  ...{ aggregation: enumeration("Aggregation"), nature: enumeration("IndicatorNature"), direction: enumeration("Direction") },
  ...{ frequency: enumeration("IndicatorFrequency"), standard: enumeration("StatisticalStandard") },
  applies_to: list.pipe(z.array(enumeration("SubjectKind")).min(1)),
});
const subject = z.string().regex(/^(site|district|area|region):[\w-]+$/, "site:…, district:…, area:… or region:…");
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "a plain decimal number");
const period = z.string().transform((value, context) => {
  const period = parsePeriod(value);
  if (!period) context.addIssue({ code: "custom", message: `not a period: ${value}` });
  return period ?? z.NEVER;
});
const observation = z.object({
  indicator: text,
  subject,
  period,
  value: decimal,
  value_max: decimal.nullable(),
  ...{ qualifier: enumeration("Qualifier"), status: enumeration("ObservationStatus"), confidence, published: text },
  sources: list.refine((ids) => ids.length > 0, "a figure without a source"),
  ...{ period_note_zh: optional, period_note_en: optional, ...notes },
});
const dataNote = z.object({
  ...{
    id: text,
    kind: enumeration("DataNoteKind"),
    topic_zh: text,
    topic_en: text,
    detail_zh: text,
    detail_en: text,
    sources: list,
  },
});
// The first period on the new basis; its first day is what is stored.
const seriesBreak = z.object({
  ...{ note: text, indicator: text, subjects: list.pipe(z.array(subject).min(1)) },
  from: period.transform(({ start }) => start).pipe(text),
});
const sector = z.object({ code: text, ...names, digitally_deliverable: flag, knowledge_intensive: flag });

const bilingual = (name: string) => ({ [`${name}Zh`]: optional, [`${name}En`]: optional });
const siteFields = {
  ...{
    slug: text,
    nameZh: text,
    nameEn: text,
    aliases: z.array(text).default([]),
    status: enumeration("SiteStatus").nullish().default(null),
    confidence,
  },
  ...{ district: optional, functionalArea: optional, parent: optional, website: link.nullish().default(null) },
  point: z
    .strictObject({
      lon: z.number(),
      lat: z.number(),
      accuracyM: z.int().positive(),
      confidence,
      noteZh: optional,
      noteEn: optional,
    })
    .nullish()
    .default(null),
  contact: z.strictObject({ phone: text, nameZh: text, nameEn: text, source: text }).nullish().default(null),
  ...{ ...bilingual("history"), ...bilingual("basis"), ...bilingual("operator"), ...bilingual("locality"), ...bilingual("note") },
  ...{ industries: z.array(text).default([]), sources: z.array(text).min(1) },
};
/** The file and the specific fields of each kind. A missing kind does not compile. */
export const kindFiles = {
  SERVICE_TRADE_PARK: {
    file: "service-trade-parks.yaml",
    own: { theme: enumeration("ParkTheme"), designation: enumeration("ParkDesignation") },
  },
  EXPORT_BASE: {
    file: "export-bases.yaml",
    own: {
      field: enumeration("ExportField"),
      ...bilingual("batch"),
      holderKind: enumeration("HolderKind").nullish().default(null),
      ...bilingual("holder"),
      holderConfidence: confidence.nullish().default(null),
    },
  },
  BONDED_ZONE: { file: "bonded-zones.yaml", own: { sealedOn: optional } },
  LOGISTICS_HUB: {
    file: "logistics-hubs.yaml",
    own: {
      level: enumeration("HubLevel"),
      hubType: enumeration("HubType").nullish().default(null),
      facility: enumeration("HubFacility").nullish().default(null),
    },
  },
} as const satisfies Record<SiteKind, { file: string; own: z.ZodRawShape }>;

const kinds = z.array(enumeration("SiteKind"));
const measure = z.strictObject({
  role: enumeration("MeasureRole"),
  indicator: text,
  subject,
  noteZh: optional,
  noteEn: optional,
});
const plan = z.strictObject({
  source: text,
  horizon: z.int(),
  baseYear: z.int(),
  statusQuoDate: z.iso.date(),
  themes: z.array(z.strictObject({ id: text, titleZh: text, titleEn: text })),
  tasks: z.array(
    z.strictObject({
      ...{ number: z.int(), theme: text, titleZh: text, titleEn: text, siteKinds: kinds },
      commitments: z.array(z.strictObject({ textZh: text, textEn: text, siteKinds: kinds })).default([]),
    }),
  ),
  targets: z.array(
    z.strictObject({
      ...{
        id: text,
        theme: text,
        task: z.int().nullish().default(null),
        nameZh: text,
        nameEn: text,
        basis: enumeration("TargetBasis"),
      },
      ...{
        comparator: enumeration("Comparator"),
        value: z.number().nullish().default(null),
        unit: text,
        aspirational: z.boolean().default(false),
      },
      ...{
        siteKinds: kinds,
        designations: z.array(enumeration("ParkDesignation")).default([]),
        baseYear: z.int().nullish().default(null),
      },
      ...{ dataHolderZh: text, dataHolderEn: text, noteZh: optional, noteEn: optional, measures: z.array(measure).default([]) },
    }),
  ),
});

const shapes = z.object({
  features: z.array(
    z.object({ properties: z.object({ code: text }), geometry: z.object({ type: text, coordinates: z.array(z.unknown()) }) }),
  ),
});

const position = z.tuple([z.number(), z.number()]);
const metroLines = z.object({
  features: z.array(
    z.object({
      properties: z.strictObject({ id: text, nameZh: text, nameEn: text }),
      geometry: z.object({ type: z.literal("LineString"), coordinates: z.array(position).min(2) }),
    }),
  ),
});
const metroStations = z.object({
  source: text,
  features: z.array(
    z.object({
      properties: z.strictObject({
        ...{ id: text, nameZh: text, nameEn: text, nameEnAdded: z.boolean().default(false), lines: z.array(text).min(1) },
      }),
      geometry: z.object({ type: z.literal("Point"), coordinates: position }),
    }),
  ),
});

export type Dataset = ReturnType<typeof readDataset>;
export type SiteRecord = Dataset["sites"][number];
export type ObservationRecord = Dataset["observations"][number];

/** Reads and checks all files of a data folder; throws DATA_INVALID for the first error. */
export function readDataset(folder: string) {
  const pathOf = (name: string) => join(folder, name);
  const sites = Object.entries(kindFiles).flatMap(([kind, { file, own }]) =>
    readYaml(pathOf(file), z.array(z.strictObject({ ...siteFields, ...own }))).map(
      (record) => ({ ...record, kind }) as z.infer<z.ZodObject<typeof siteFields>> & { kind: string } & Record<string, unknown>,
    ),
  );
  return {
    digest: digestOf(folder),
    sources: readCsv(pathOf("sources.csv"), source),
    units: readCsv(pathOf("units.csv"), z.object({ id: text, ...names, scale_zh: scale, scale_en: scale })),
    indicators: readCsv(pathOf("indicators.csv"), indicator),
    regions: readCsv(pathOf("regions.csv"), z.object({ code: text, ...names })),
    districts: readCsv(pathOf("districts.csv"), district),
    shapes: readJson(pathOf("districts.geojson"), shapes).features,
    metroLines: readJson(pathOf("metro-lines.geojson"), metroLines).features,
    metroStations: readJson(pathOf("metro-stations.geojson"), metroStations),
    functionalAreas: readCsv(pathOf("functional-areas.csv"), functionalArea),
    sectors: readCsv(pathOf("service-sectors.csv"), sector),
    industries: readCsv(pathOf("industries.csv"), z.object({ id: text, ...names, aliases: otherNames, sector: optional })),
    sites,
    observations: readCsv(pathOf("observations.csv"), observation),
    notes: readCsv(pathOf("data-notes.csv"), dataNote),
    seriesBreaks: readCsv(pathOf("series-breaks.csv"), seriesBreak),
    plan: readYaml(pathOf("plan.yaml"), plan),
  };
}

// Increase this when the same files are to be stored differently, so that every atlas publishes them again.
const STORAGE_VERSION = "1";

function digestOf(folder: string): string {
  const hash = createHash("sha256").update(STORAGE_VERSION);
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}
