// The file formats of downloads, by the ending of the file's name. A new one is a writer in a file of its own and a line here.
import { writeCsv } from "./csv.ts";
import type { Download } from "./download.ts";
import { writeFlatgeobuf } from "./flatgeobuf.ts";
import { writeGeojson } from "./geojson.ts";
import { writeParquet } from "./parquet.ts";
import { writeXlsx } from "./xlsx.ts";

export interface Format {
  /** Media type. */
  type: string;
  /** Whether the file holds the figures of the sites too. */
  hasFigures: boolean;
  /** The file in pieces, made as they are taken. */
  write: (download: Download) => AsyncGenerator<string | Uint8Array>;
}

export const formats: Readonly<Record<string, Format>> = {
  csv: { type: "text/csv; charset=utf-8; header=present", hasFigures: false, write: writeCsv },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    hasFigures: true,
    write: writeXlsx,
  },
  geojson: { type: "application/geo+json; charset=utf-8", hasFigures: false, write: writeGeojson },
  fgb: { type: "application/flatgeobuf", hasFigures: false, write: writeFlatgeobuf },
  parquet: { type: "application/vnd.apache.parquet", hasFigures: false, write: writeParquet },
};
