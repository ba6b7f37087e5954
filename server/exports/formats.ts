// The writers of all download formats. A new format needs a writer in its own file, a line here, and its name and description in
// server/contract/downloads.ts.
import type { FormatExtension } from "../contract/downloads.ts";
import { writeCsv } from "./csv.ts";
import type { Download } from "./download.ts";
import { writeFlatgeobuf } from "./flatgeobuf.ts";
import { writeGeojson } from "./geojson.ts";
import { writeParquet } from "./parquet.ts";
import { writeXlsx } from "./xlsx.ts";

export interface Format {
  /** Whether the file contains the figures of the sites. */
  hasFigures: boolean;
  /** Whether programs read parts of it by its address, so that small files are kept. */
  isReadInParts?: boolean;
  /** Generates the file in chunks. */
  write: (download: Download) => AsyncGenerator<string | Uint8Array>;
}

export const formats: Readonly<Record<FormatExtension, Format>> = {
  csv: { hasFigures: false, write: writeCsv },
  xlsx: { hasFigures: true, write: writeXlsx },
  geojson: { hasFigures: false, write: writeGeojson },
  fgb: { hasFigures: false, isReadInParts: true, write: writeFlatgeobuf },
  parquet: { hasFigures: false, isReadInParts: true, write: writeParquet },
};
