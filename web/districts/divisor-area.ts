import type { SourceRecord } from "../provenance/figure.ts";
import type { Row } from "./comparison-query.ts";

/** The area that a figure per km² is divided by, with what is known of where it comes from. It has no date. */
export interface DivisorArea {
  km2: number;
  confidence: "HIGH" | "MEDIUM" | "LOW" | null;
  noteZh: string | null;
  noteEn: string | null;
  sources: readonly SourceRecord[];
}

/** The area of a row; null where none is published. */
export function areaOf({ subject }: Pick<Row, "subject">): DivisorArea | null {
  if (subject.__typename === "District") {
    const { officialAreaKm2: km2, areaConfidence: confidence, noteZh, noteEn } = subject;
    return { km2, confidence, noteZh, noteEn, sources: [] };
  }
  if (subject.__typename !== "FunctionalArea" || subject.areaKm2 === null) return null;
  const { areaKm2: km2, noteZh, noteEn, sources } = subject;
  return { km2, confidence: null, noteZh, noteEn, sources };
}
