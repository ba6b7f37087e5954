// GeoParquet 1.1 (https://geoparquet.org): Parquet with points as WKB and a description of the file in its metadata. Each row group is
// sent as soon as it is full, so only one is in memory.
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { Properties, Property } from "../cql2/properties.ts";
import { type Download, descriptionOf } from "./download.ts";
import { type SiteRow, sitePages } from "./pages.ts";

const PAGES_PER_GROUP = 5;
const types = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
} as const satisfies Record<Property["type"], Partial<SchemaElement>>;

const schemaOf = (properties: Properties): SchemaElement[] => [
  { name: "sites", num_children: Object.keys(properties).length + 1 },
  ...Object.entries(properties).map(([name, { type }]) => ({ name, repetition_type: "OPTIONAL" as const, ...types[type] })),
  { name: "geometry", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
];

/** West, south, east and north of the points so far. */
type Box = [number, number, number, number];

/** The sites as GeoParquet; those without a published location have no geometry. */
export async function* writeParquet(download: Download): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const names = Object.keys(download.properties);
  const schema = schemaOf(download.properties);
  // Written at the end of the file, when the extent of the points is known.
  const kvMetadata = [{ key: "atlas", value: JSON.stringify(descriptionOf(download)) }];
  const writer = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: "wuhan-service-trade-atlas" });
  // Empties the buffer of the writer. Its `offset`, from which it counts positions in the file, remains.
  const flush = (): Uint8Array => {
    const written = bytes.getBytes().slice();
    bytes.index = 0;
    return written;
  };
  yield flush();
  let group: SiteRow[] = [];
  let count = 0;
  let box: Box | undefined;
  for await (const page of sitePages(download)) {
    group = group.concat(page);
    box = page.reduce(extendBox, box);
    if (++count % PAGES_PER_GROUP !== 0) continue;
    writeGroup(writer, names, group);
    group = [];
    yield flush();
  }
  if (group.length > 0) writeGroup(writer, names, group);
  kvMetadata.push({ key: "geo", value: JSON.stringify(geo(box)) });
  writer.finish();
  yield flush();
}

// The default of `crs` is OGC:CRS84: WGS-84, longitude first.
const geo = (bbox: Box | undefined) => ({
  version: "1.1.0",
  primary_column: "geometry",
  columns: { geometry: { encoding: "WKB", geometry_types: ["Point"], ...(bbox && { bbox }) } },
});

function extendBox(box: Box | undefined, { longitude, latitude }: SiteRow): Box | undefined {
  if (typeof longitude !== "number" || typeof latitude !== "number") return box;
  const [west, south, east, north] = box ?? [longitude, latitude, longitude, latitude];
  return [Math.min(west, longitude), Math.min(south, latitude), Math.max(east, longitude), Math.max(north, latitude)];
}

function writeGroup(writer: ParquetWriter, names: readonly string[], group: readonly SiteRow[]): void {
  const columnData = [
    ...names.map((name) => ({ name, data: group.map((site) => site[name] ?? null) })),
    { name: "geometry", data: group.map(wkb) },
  ];
  writer.write({ columnData, rowGroupSize: group.length });
}

// Well-known binary: little-endian, point, longitude, latitude.
function wkb({ longitude, latitude }: SiteRow): Uint8Array | null {
  if (typeof longitude !== "number" || typeof latitude !== "number") return null;
  const bytes = Buffer.alloc(21);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(1, 1);
  bytes.writeDoubleLE(longitude, 5);
  bytes.writeDoubleLE(latitude, 13);
  return bytes;
}
