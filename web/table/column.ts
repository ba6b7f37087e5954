import type { SiteRow } from "./site-rows.ts";

/** A column of the table. */
export interface Column {
  /** Its name in the address. */
  id: string;
  label: string;
  /** In pixels, at the width that most of its cells need. */
  width: number;
  /** Numbers stand right, under each other. */
  numeric?: boolean;
  /** What the cell shows; empty where it is not known. */
  text: (row: SiteRow) => string;
  /** What stands small beside it: the period of a figure. */
  aside?: (row: SiteRow) => string;
  /** The figure that the cell shows, whose details its small text leads to. */
  figure?: (row: SiteRow) => { id: string; isContested: boolean } | null;
  /** What it is sorted by; null where it is not known. */
  key: (row: SiteRow) => string | number | null;
}
