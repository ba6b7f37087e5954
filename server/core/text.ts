import { hasControlCharacter, MAX_TEXT_CHARACTERS } from "../contract/faults.ts";
import { commonErrors } from "./common-errors.ts";
import { AtlasError } from "./errors.ts";

/** Checks an input text; throws TEXT_TOO_LONG, TEXT_WITH_CONTROL. */
export function checkText(value: string, argument: string): void {
  if (value.length > MAX_TEXT_CHARACTERS)
    throw new AtlasError(commonErrors.TEXT_TOO_LONG, { argument, max: MAX_TEXT_CHARACTERS, value: value.length });
  checkControl(value, argument);
}

/** Checks a text for control characters. Used for all input; throws TEXT_WITH_CONTROL. */
export function checkControl(text: string, argument: string): void {
  if (hasControlCharacter(text)) throw new AtlasError(commonErrors.TEXT_WITH_CONTROL, { argument });
}
