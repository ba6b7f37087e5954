import { readNumber } from "./numbers.ts";

/**
 * A problem with an input value. `path` is its place within the argument, such as ".withinKm". The server turns it into an error that names
 * the argument; the page ignores the value and reports the parameter.
 */
export class Fault {
  readonly code: FaultCode;
  readonly details: Readonly<Record<string, string | number>>;
  readonly path: string;
  constructor(code: FaultCode, details: Readonly<Record<string, string | number>> = {}, path = "") {
    this.code = code;
    this.details = details;
    this.path = path;
  }
}

/** The codes are those of the server's errors. */
export type FaultCode =
  | "VALUE_UNKNOWN"
  | "NUMBER_OUT_OF_RANGE"
  | "LIST_TOO_LONG"
  | "TEXT_TOO_LONG"
  | "TEXT_WITH_CONTROL"
  | "RANGE_REVERSED"
  | "FILTER_MALFORMED"
  | "FILTER_TOO_DEEP"
  | "HUB_LEVEL_WITHOUT_HUB"
  | "POSITION_MALFORMED"
  | "POSITION_OUTSIDE_WORLD"
  | "GEOJSON_MALFORMED"
  | "GEOJSON_NOT_AN_AREA";

export const MAX_TEXT_CHARACTERS = 200;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL_CHARACTER = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/** Whether a text contains control characters other than white space. No name contains any, and PostgreSQL cannot store NUL. */
export const hasControlCharacter = (text: string): boolean => CONTROL_CHARACTER.test(text);

export function textFault(text: string): Fault | null {
  if (text.length > MAX_TEXT_CHARACTERS) return new Fault("TEXT_TOO_LONG", { max: MAX_TEXT_CHARACTERS, value: text.length });
  return hasControlCharacter(text) ? new Fault("TEXT_WITH_CONTROL") : null;
}

export interface Bounds {
  min: number;
  max: number;
}

/** NaN is outside of all bounds. */
export const numberFault = (value: number, { min, max }: Bounds, path = ""): Fault | null =>
  value >= min && value <= max ? null : new Fault("NUMBER_OUT_OF_RANGE", { min, max, value }, path);

/** Reads a number between bounds; the fault says what was given instead of one. */
export const readBounded = (text: string, bounds: Bounds, path = ""): number | Fault => {
  const number = readNumber(text);
  return Number.isNaN(number) ? new Fault("NUMBER_OUT_OF_RANGE", { ...bounds, value: text.trim() || '""' }, path) : number;
};

export const choiceFault = (value: string, values: readonly string[], path = ""): Fault | null =>
  values.includes(value) ? null : new Fault("VALUE_UNKNOWN", { value, allowed: values.join(", ") }, path);

/** Longitude and latitude in degrees, with or without a height. */
export function positionFault(position: readonly number[], path = ""): Fault | null {
  const [longitude = Number.NaN, latitude = Number.NaN] = position;
  const value = JSON.stringify(position);
  if (position.length < 2 || position.length > 3 || !position.every(Number.isFinite))
    return new Fault("POSITION_MALFORMED", { value }, path);
  const isOutside = Math.abs(longitude) > 180 || Math.abs(latitude) > 90;
  return isOutside ? new Fault("POSITION_OUTSIDE_WORLD", { value }, path) : null;
}
