// How each file format of downloads is written. A new one is a writer in a file of its own, a line here, and its name and words in
// server/contract/downloads.ts.
import type { FormatName } from "../contract/downloads.ts";
import { writeCsv } from "./csv.ts";
import type { Download } from "./download.ts";
import { writeFlatgeobuf } from "./flatgeobuf.ts";
import { writeGeojson } from "./geojson.ts";
import { writeParquet } from "./parquet.ts";
import { writeXlsx } from "./xlsx.ts";

export interface Format {
  /** Whether the file holds the figures of the sites too. */
  hasFigures: boolean;
  /** The file in pieces, made as they are taken. */
  write: (download: Download) => AsyncGenerator<string | Uint8Array>;
}

export const formats: Readonly<Record<FormatName, Format>> = {
  csv: { hasFigures: false, write: writeCsv },
  xlsx: { hasFigures: true, write: writeXlsx },
  geojson: { hasFigures: false, write: writeGeojson },
  fgb: { hasFigures: false, write: writeFlatgeobuf },
  parquet: { hasFigures: false, write: writeParquet },
};
