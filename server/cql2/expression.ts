// The syntax tree of a CQL2 text: parse.ts builds it, sql.ts turns it into SQL.
import type { Geometry } from "./geometry.ts";

export const COMPARATORS = ["=", "<>", "<", "<=", ">", ">="] as const;
export const SPATIAL_FUNCTIONS = {
  S_INTERSECTS: "ST_Intersects",
  S_DISJOINT: "ST_Disjoint",
  S_WITHIN: "ST_Within",
  S_CONTAINS: "ST_Contains",
  S_EQUALS: "ST_Equals",
  S_TOUCHES: "ST_Touches",
  S_CROSSES: "ST_Crosses",
  S_OVERLAPS: "ST_Overlaps",
} as const;
export type SpatialName = keyof typeof SPATIAL_FUNCTIONS;

/** An operand; `position` is its position in the text, from 1. */
export type Operand = { position: number } & (
  | { kind: "property"; name: string }
  | { kind: "value"; type: "string" | "number" | "boolean" | "date" | "timestamp"; value: string | number | boolean }
  | { kind: "caseless"; operand: Operand }
  | { kind: "geometry"; geometry: Geometry }
);

/** A condition. */
export type Expression =
  | { op: "and" | "or"; parts: Expression[] }
  | { op: "not"; part: Expression }
  | { op: "constant"; value: boolean }
  | { op: "compare"; comparator: (typeof COMPARATORS)[number]; left: Operand; right: Operand }
  | { op: "like"; left: Operand; pattern: Operand }
  | { op: "in"; left: Operand; list: Operand[] }
  | { op: "between"; left: Operand; min: Operand; max: Operand }
  | { op: "null"; left: Operand }
  | { op: "spatial"; name: SpatialName; left: Operand; right: Operand }
  | { op: "dwithin"; left: Operand; right: Operand; metres: number };
