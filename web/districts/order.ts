import type { Language } from "../../server/contract/language.ts";
import type { Qualifier } from "../core/graphql.ts";

/** The values that rows are sorted by. */
interface SortableCell {
  value: number | null;
  qualifier: Qualifier | null;
  rank: number | null;
}

/** A column by its index, or the names; best first or last. */
export interface Order {
  column: number | "name";
  descending: boolean;
}

// Of two figures with the same number, "more than" and a range from it sort above and "less than" below.
const boundDirection = (qualifier: Qualifier | null): number =>
  qualifier === "MORE_THAN" || qualifier === "AT_LEAST" || qualifier === "RANGE"
    ? 1
    : qualifier === "LESS_THAN" || qualifier === "AT_MOST" || qualifier === "NEARLY"
      ? -1
      : 0;

interface NamedRow {
  nameEn: string;
  namePinyin: string;
}

/** Alphabetically; Chinese by the server's pinyin, which is right where a browser's is not (长江 is cháng jiāng). */
export function nameComparison(language: Language): (one: NamedRow, other: NamedRow) => number {
  const { compare } = new Intl.Collator("en");
  const key = ({ nameEn, namePinyin }: NamedRow) => (language === "zh" ? namePinyin : nameEn);
  return (one, other) => compare(key(one), key(other));
}

interface SortableRow {
  cells: readonly SortableCell[];
}

/** The rows by their numbers; missing values come last in both directions, ties are sorted by name. */
export function sortedRows<Row extends SortableRow>(
  rows: readonly Row[],
  { column, descending }: Order,
  compareNames: (one: Row, other: Row) => number,
): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    if (column === "name") return sign * compareNames(one, other);
    const [cell, otherCell] = [one.cells[column], other.cells[column]];
    const [value, otherValue] = [cell?.value ?? null, otherCell?.value ?? null];
    if (value === null || otherValue === null) return value === otherValue ? compareNames(one, other) : value === null ? 1 : -1;
    const boundDifference = boundDirection(cell?.qualifier ?? null) - boundDirection(otherCell?.qualifier ?? null);
    return sign * (value - otherValue || boundDifference) || compareNames(one, other);
  });
}

/** Reads the address's sort: a measure's key or "name", largest first after a minus sign. Without one: the first measure, its best first. */
export function readOrder(sort: string | null, columns: readonly { key: string; direction: string | null }[]): Order {
  const name = sort?.replace(/^-/, "") ?? "";
  const index = columns.findIndex(({ key }) => key === name);
  if (name === "name") return { column: "name", descending: sort?.startsWith("-") ?? false };
  if (index >= 0) return { column: index, descending: sort?.startsWith("-") ?? false };
  return { column: 0, descending: columns[0]?.direction !== "LOWER" };
}

export function writeOrder(key: string, descending: boolean): string {
  return descending ? `-${key}` : key;
}
