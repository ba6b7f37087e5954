import type { Language } from "../../server/contract/language.ts";
import type { Column } from "./column.ts";
import type { SiteRow } from "./site-rows.ts";

export interface Order {
  column: string;
  descending: boolean;
}

/** The order as written in the address: "status", "-figure.planned-area"; by name without one. */
export function readOrder(text: string | null): Order {
  return { column: text?.replace(/^-/, "") ?? "name", descending: text?.startsWith("-") ?? false };
}

export function writeOrder({ column, descending }: Order): string | null {
  return column === "name" && !descending ? null : `${descending ? "-" : ""}${column}`;
}

/** Sorted by a column. By name the rows have come in order: the server sorts by pinyin that it knows to be right (长江 is cháng jiāng). */
export function sortedRows(
  rows: readonly SiteRow[],
  { id, sortKey }: Pick<Column, "id" | "sortKey">,
  descending: boolean,
  language: Language,
): readonly SiteRow[] {
  if (id === "name") return descending ? rows.toReversed() : rows;
  return sortedBy(rows, sortKey, descending, language);
}

/** Sorted by a key, missing values last in both directions; ties keep their order. Chinese is sorted by pinyin. */
export function sortedBy<Row>(
  rows: readonly Row[],
  key: (row: Row) => string | number | null,
  descending: boolean,
  language: Language,
): Row[] {
  const { compare } = new Intl.Collator(language === "zh" ? "zh-CN-u-co-pinyin" : "en", { numeric: true });
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((one, other) => {
      if (one.key === null || other.key === null) return Number(one.key === null) - Number(other.key === null);
      if (typeof one.key === "number" && typeof other.key === "number") return sign * (one.key - other.key);
      return sign * compare(String(one.key), String(other.key));
    })
    .map(({ row }) => row);
}
