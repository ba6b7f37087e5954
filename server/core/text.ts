import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

/** A number as people write it in an address; not a number for anything else. Number("") would be 0, and so would an empty place between commas. */
export const readNumber = (text: string): number =>
  /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Whether a text holds what a text pattern would read as something else, or what cannot be stored at all. */
export const hasControl = (text: string): boolean => CONTROL.test(text);

const MOST_CHARACTERS = 200;

/** Checks a text from outside; throws TEXT_TOO_LONG, TEXT_WITH_CONTROL. */
export function checkText(value: string, argument: string): void {
  if (value.length > MOST_CHARACTERS)
    throw new AtlasError(commonErrors.TEXT_TOO_LONG, { argument, most: MOST_CHARACTERS, value: value.length });
  if (hasControl(value)) throw new AtlasError(commonErrors.TEXT_WITH_CONTROL, { argument });
}
