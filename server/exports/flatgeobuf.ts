// FlatGeobuf 3.0 (https://flatgeobuf.org): a header, then the features. There is no spatial index, because it would need all features in
// memory; readers scan the whole file. The tables follow header.fbs and feature.fbs, with fields by number: the npm package with
// generated code depends on a map library.
import { Builder } from "flatbuffers";
import type { Properties, Property } from "../cql2/properties.ts";
import { caveats, type Download, descriptionOf, titleOf } from "./download.ts";
import { type SiteRow, sitePages, type Value } from "./pages.ts";
import { words } from "./words.ts";

const MAGIC_BYTES = Uint8Array.from([0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0]);
const POINT = 1;
const WGS84 = 4326;
// ColumnType of the format.
const columnTypes = { boolean: 2, integer: 5, number: 10, string: 11 } as const;

/** The sites as points; those without a published location have no geometry. */
export async function* writeFlatgeobuf(download: Download): AsyncGenerator<Uint8Array> {
  yield MAGIC_BYTES;
  yield header(download);
  for await (const page of sitePages(download)) yield Buffer.concat(page.map((site) => feature(site, download.properties)));
}

function header(download: Download): Uint8Array {
  const builder = new Builder(16_384);
  const { language, properties } = download;
  const offsets = Object.entries(properties).map(([name, property]) => {
    const [nameAt, titleAt] = [builder.createString(name), builder.createString(property.title[language])];
    builder.startObject(11);
    builder.addFieldOffset(0, nameAt, 0);
    builder.addFieldInt8(1, columnTypes[property.type], 0);
    builder.addFieldOffset(2, titleAt, 0);
    return builder.endObject();
  });
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  const columnsAt = builder.endVector();
  const organisation = builder.createString("EPSG");
  builder.startObject(6);
  builder.addFieldOffset(0, organisation, 0);
  builder.addFieldInt32(1, WGS84, 0);
  const crsAt = builder.endObject();
  const [nameAt, titleAt, descriptionAt, metadataAt] = [
    "sites",
    titleOf(download),
    [words.licence[language], ...caveats(download)].join(" "),
    JSON.stringify(descriptionOf(download)),
  ].map((text) => builder.createString(text)) as [number, number, number, number];
  builder.startObject(14);
  builder.addFieldOffset(0, nameAt, 0);
  builder.addFieldInt8(2, POINT, 0);
  builder.addFieldOffset(7, columnsAt, 0);
  builder.addFieldInt64(8, BigInt(download.sites), 0n);
  // Node size of the index. 0 means no index; the default is 16.
  builder.addFieldInt16(9, 0, 16);
  builder.addFieldOffset(10, crsAt, 0);
  builder.addFieldOffset(11, titleAt, 0);
  builder.addFieldOffset(12, descriptionAt, 0);
  builder.addFieldOffset(13, metadataAt, 0);
  builder.finishSizePrefixed(builder.endObject());
  return builder.asUint8Array();
}

function feature(site: SiteRow, properties: Properties): Uint8Array {
  const builder = new Builder(2048);
  // The length of every table is a multiple of 8 bytes, so that the coordinates in the next one are aligned.
  builder.prep(8, 0);
  const cells = Object.entries(properties).flatMap(([name, { type }], index) => propertyBytes(index, type, site[name] ?? null));
  const propertiesAt = builder.createByteVector(Buffer.concat(cells));
  const geometryAt = site.longitude === null ? 0 : point(builder, Number(site.longitude), Number(site.latitude));
  builder.startObject(3);
  builder.addFieldOffset(0, geometryAt, 0);
  builder.addFieldOffset(1, propertiesAt, 0);
  builder.finishSizePrefixed(builder.endObject());
  return builder.asUint8Array();
}

function point(builder: Builder, longitude: number, latitude: number): number {
  builder.startVector(8, 2, 8);
  builder.addFloat64(latitude);
  builder.addFloat64(longitude);
  const coordinatesAt = builder.endVector();
  builder.startObject(8);
  builder.addFieldOffset(1, coordinatesAt, 0);
  builder.addFieldInt8(6, POINT, 0);
  return builder.endObject();
}

// The number of the column, then the value, little-endian; text is preceded by its length in bytes. Missing values are left out.
function propertyBytes(index: number, type: Property["type"], value: Value): Buffer[] {
  if (value === null) return [];
  const text = type === "string" ? Buffer.from(String(value)) : undefined;
  const head = Buffer.alloc(2 + { boolean: 1, integer: 4, number: 8, string: 4 }[type]);
  head.writeUInt16LE(index);
  if (text) head.writeUInt32LE(text.length, 2);
  else if (type === "boolean") head.writeUInt8(Number(value), 2);
  else if (type === "integer") head.writeInt32LE(Number(value), 2);
  else head.writeDoubleLE(Number(value), 2);
  return text ? [head, text] : [head];
}
