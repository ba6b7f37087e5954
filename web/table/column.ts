import type { SourceRecord } from "../provenance/figure.ts";
import type { SiteRow } from "./site-rows.ts";

/** A column of the table. */
export interface Column {
  /** Its name in the address. */
  id: string;
  label: string;
  /** In pixels, at the width that most of its cells need. */
  width: number;
  /** Numbers are aligned right. */
  isNumeric?: boolean;
  /** The text of the cell; empty where there is no value. */
  text: (row: SiteRow) => string;
  /** The small text beside it: the period of a figure. */
  detail?: (row: SiteRow) => string;
  /** The figure that the cell shows, whose details its small text leads to; on paper it has the numbers of its sources. */
  figure?: (row: SiteRow) => { id: string; isContested: boolean; sources: readonly SourceRecord[] } | null;
  /** The sort key; null where there is no value. */
  sortKey: (row: SiteRow) => string | number | null;
}
