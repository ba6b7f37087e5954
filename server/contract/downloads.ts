import type { BilingualText } from "./language.ts";

interface DownloadFormat extends BilingualText {
  /** As people write it. */
  name: string;
  mediaType: string;
}

/** File formats by file-name extension, in the order in which the page lists them; `zh` and `en` say what each contains or is for. */
export const downloadFormats = {
  csv: {
    name: "CSV",
    mediaType: "text/csv; charset=utf-8; header=present",
    zh: "表格文本，UTF-8",
    en: "Table as text, UTF-8",
  },
  xlsx: {
    name: "XLSX",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    zh: "Excel：地点、指标、来源、说明",
    en: "Excel: sites, figures, sources, notes",
  },
  geojson: {
    name: "GeoJSON",
    mediaType: "application/geo+json; charset=utf-8",
    zh: "带坐标，RFC 7946",
    en: "With coordinates, RFC 7946",
  },
  fgb: {
    name: "FlatGeobuf",
    mediaType: "application/flatgeobuf",
    zh: "供 QGIS 等软件使用",
    en: "For QGIS and other programs",
  },
  parquet: {
    name: "GeoParquet",
    mediaType: "application/vnd.apache.parquet",
    zh: "供数据分析使用",
    en: "For data analysis",
  },
} as const satisfies Record<string, DownloadFormat>;

export type FormatExtension = keyof typeof downloadFormats;
export const formatExtensions = Object.keys(downloadFormats) as FormatExtension[];

/** The formats of the table of measures at /download/compare. */
export const measureTableFormats = ["csv", "xlsx"] as const satisfies readonly FormatExtension[];
export type MeasureTableFormat = (typeof measureTableFormats)[number];
