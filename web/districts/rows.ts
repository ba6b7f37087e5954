import type { SiteKind } from "../core/graphql.ts";
import { siteKinds } from "../core/kinds.ts";
import type { DistrictsAnswer } from "./districts-query.ts";

export interface Row {
  code: string;
  nameZh: string;
  nameEn: string;
  area: number;
  population: number | null;
  /** Residents per km2; null where the census counts parts of the district elsewhere. */
  density: number | null;
  kinds: Record<SiteKind, number>;
  total: number;
}

export type Column = "name" | "area" | "population" | "density" | "total" | SiteKind;
export interface Order {
  column: Column;
  descending: boolean;
}

/** Functional areas that the census lists apart from the districts: those with a share of the city's residents of their own. */
export function areasApart({ functionalAreas }: Pick<DistrictsAnswer, "functionalAreas">) {
  return functionalAreas.filter(({ latestFigures }) => latestFigures.length > 0);
}

/** One row for each district. A density needs residents and area of the same ground, so it is left out where they differ. */
export function districtRows(answer: DistrictsAnswer): Row[] {
  const split = new Set(areasApart(answer).flatMap(({ districts }) => districts.map(({ code }) => code)));
  return answer.districts.map(({ code, nameZh, nameEn, areaKm2, population, siteCounts }) => {
    const count = (kind: SiteKind) => siteCounts.find((each) => each.kind === kind)?.count ?? 0;
    const kinds = Object.fromEntries(siteKinds.map((kind) => [kind, count(kind)])) as Record<SiteKind, number>;
    return {
      code,
      nameZh,
      nameEn,
      area: areaKm2,
      population: population?.value ?? null,
      density: population && !split.has(code) ? population.value / areaKm2 : null,
      kinds,
      total: Object.values(kinds).reduce((sum, each) => sum + each, 0),
    };
  });
}

/** The rows in the order asked for; what is not known stands last either way. */
export function inOrder(
  rows: readonly Row[],
  { column, descending }: Order,
  compareNames: (one: Row, other: Row) => number,
): Row[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    if (column === "name") return sign * compareNames(one, other);
    const [a, b] = [figureIn(one, column), figureIn(other, column)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return sign * (a - b) || compareNames(one, other);
  });
}

function figureIn(row: Row, column: Exclude<Column, "name">): number | null {
  return column in row.kinds ? row.kinds[column as SiteKind] : row[column as "area" | "population" | "density" | "total"];
}
