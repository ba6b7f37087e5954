import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

/** A number as people write it in an address; not a number for anything else. Number("") would be 0, and so would an empty place between commas. */
export const readNumber = (text: string): number =>
  /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;

// Control characters but white space: no name has them, and PostgreSQL cannot hold the first of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/** The one check for control characters, for every text argument of every interface; throws TEXT_WITH_CONTROL. */
export function checkControl(text: string, argument: string): void {
  if (CONTROL.test(text)) throw new AtlasError(commonErrors.TEXT_WITH_CONTROL, { argument });
}

const MAX_CHARACTERS = 200;

/** Checks a text from outside; throws TEXT_TOO_LONG, TEXT_WITH_CONTROL. */
export function checkText(value: string, argument: string): void {
  if (value.length > MAX_CHARACTERS)
    throw new AtlasError(commonErrors.TEXT_TOO_LONG, { argument, most: MAX_CHARACTERS, value: value.length });
  checkControl(value, argument);
}
