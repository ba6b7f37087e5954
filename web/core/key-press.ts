import type { KeyboardEvent as ReactKeyboardEvent } from "react";

/** The key code of a key press that an input method has taken. */
const INPUT_METHOD_KEY_CODE = 229;

/**
 * Whether a key is pressed as itself, not to end or leave a composition (Chinese, Japanese, Korean). Safari reports the Enter that
 * ends one after the composition has ended; only its key code tells.
 */
export function isPressed(key: "Enter" | "Escape", event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  return native.key === key && !native.isComposing && native.keyCode !== INPUT_METHOD_KEY_CODE;
}
