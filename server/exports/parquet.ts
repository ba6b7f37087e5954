// GeoParquet 1.1 (https://geoparquet.org): Parquet with points as WKB and a description of the file in its metadata. Each row group is
// sent as soon as it is full, so only one is in memory.
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { Property } from "../cql2/properties.ts";
import { siteProperties } from "../sites/properties.ts";
import { type Download, descriptionOf } from "./download.ts";
import { type SiteRow, sitePages } from "./pages.ts";

const PAGES_PER_GROUP = 5;
const columns = Object.entries(siteProperties) as [keyof typeof siteProperties, Property][];
const types = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
} as const satisfies Record<Property["type"], Partial<SchemaElement>>;

const schema: SchemaElement[] = [
  { name: "sites", num_children: columns.length + 1 },
  ...columns.map(([name, { type }]) => ({ name, repetition_type: "OPTIONAL" as const, ...types[type] })),
  { name: "geometry", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
];
// The default of `crs` is OGC:CRS84: WGS-84, longitude first.
const geo = {
  version: "1.1.0",
  primary_column: "geometry",
  columns: { geometry: { encoding: "WKB", geometry_types: ["Point"] } },
};

/** The sites as GeoParquet; those without a published position have no geometry. */
export async function* writeParquet(download: Download): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const kvMetadata = [
    { key: "geo", value: JSON.stringify(geo) },
    { key: "atlas", value: JSON.stringify(descriptionOf(download)) },
  ];
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
  for await (const page of sitePages(download)) {
    group = group.concat(page);
    if (++count % PAGES_PER_GROUP !== 0) continue;
    writeGroup(writer, group);
    group = [];
    yield flush();
  }
  if (group.length > 0) writeGroup(writer, group);
  writer.finish();
  yield flush();
}

function writeGroup(writer: ParquetWriter, group: readonly SiteRow[]): void {
  const columnData = [
    ...columns.map(([name]) => ({ name, data: group.map((site) => site[name]) })),
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
