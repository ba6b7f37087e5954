// The parts of the site filter with a single value: a text, yes or no, a number. From the words of a part the page makes its control and
// the text of its condition.
import { type Bounds, choiceFault, type Fault, numberFault, readBounded } from "./faults.ts";
import type { BilingualText, Language } from "./language.ts";
import { formatDigits } from "./quantities.ts";

/** One part of the filter. */
export interface FilterPart<Value> {
  /** Its parameter in an address. */
  parameter: string;
  /** The value of a part that is not used. */
  emptyValue: Value;
  /** Reads the parameter of an address. Invalid numbers become NaN, which `check` reports. */
  read: (text: string) => Value | Fault;
  write: (value: Value) => string;
  /** Checks a value that is not empty. The server also checks areas, boxes and CQL2 in detail. */
  check: (value: NonNullable<Value>) => Fault | null;
}

/** A part with one scalar value. Its type determines its GraphQL field and its form in JSON. */
export interface ScalarPart<Value> extends FilterPart<Value> {
  scalar: { type: "String" | "Boolean" | "Int" | "Float"; description: string };
}

/** A part with words: its name, and the condition that a value sets, as text. */
export interface WordedPart<Value> extends ScalarPart<Value> {
  name: BilingualText;
  conditionText: (value: NonNullable<Value>, language: Language) => string;
}

/** A part that is yes or no. */
export type FlagPart = WordedPart<boolean | null>;

/** A part that is a number between two bounds. */
export interface NumberPart extends WordedPart<number | null> {
  bounds: Bounds;
}

export const textPart = (parameter: string, description: string, check: (text: string) => Fault | null): ScalarPart<string> => ({
  ...{ parameter, emptyValue: "", read: (text) => text, write: (text) => text, check },
  scalar: { type: "String", description },
});

export const flagPart = (
  parameter: string,
  description: string,
  texts: { name: BilingualText; yes: BilingualText; no: BilingualText },
): FlagPart => ({
  ...{ parameter, emptyValue: null, write: (value) => String(value ?? ""), check: () => null },
  read: (text) => choiceFault(text, ["true", "false"]) ?? text === "true",
  scalar: { type: "Boolean", description },
  name: texts.name,
  conditionText: (value, language) => (value ? texts.yes : texts.no)[language],
});

/** In its condition text, # stands for the number. */
export const numberPart = (
  parameter: string,
  description: string,
  bounds: Bounds,
  texts: { name: BilingualText; conditionText: BilingualText },
): NumberPart => ({
  ...{ parameter, emptyValue: null, read: (text) => readBounded(text, bounds), write: (value) => String(value ?? ""), bounds },
  check: (value) => numberFault(value, bounds),
  scalar: { type: "Float", description },
  name: texts.name,
  conditionText: (value, language) => texts.conditionText[language].replace("#", formatDigits(value, language)),
});
