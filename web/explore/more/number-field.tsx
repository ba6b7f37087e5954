import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isPressed } from "../../core/key-press.ts";
import { readQuantity } from "../../core/quantity.ts";
import styles from "./more.module.css";

/** How long after the last key a number counts as typed (milliseconds). */
const APPLY_DELAY_MS = 500;

interface NumberFieldProps {
  label: string;
  value: number | null;
  placeholder?: string;
  disabled?: boolean;
  /** What the number reads as: "= 1.5 亿元". */
  hint?: (value: number) => string;
  isAllowed?: (value: number | null) => boolean;
  /** The message where the number is not allowed, or where it is none and `read` is given. */
  problem?: string;
  /** How the text is read; by default as a quantity. */
  read?: (text: string) => number | null;
  onValue: (value: number | null) => void;
}

/** A number field that shows the parsed number beneath. It applies after a pause, on blur or on Enter. */
export function NumberField({ label, value, placeholder, disabled, hint, isAllowed, problem, read, onValue }: NumberFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(textOfNumber(value));
  // A change from elsewhere (a chip, Back) is shown; one's own is left as it was typed.
  useEffect(() => setTyped((previous) => (parseTyped(previous, read) === value ? previous : textOfNumber(value))), [value, read]);
  const number = parseTyped(typed, read);
  const errorText =
    number === undefined
      ? ((read && problem) ?? t("filter.notNumber"))
      : isAllowed && !disabled && !isAllowed(number)
        ? (problem ?? "")
        : null;
  const applyNumber = () => {
    if (number !== undefined && errorText === null && number !== value) onValue(number);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause restarts with each key, and with nothing else
  useEffect(() => {
    const timer = setTimeout(applyNumber, APPLY_DELAY_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const message = errorText ?? (number != null && hint ? `= ${hint(number)}` : "");
  return (
    <div className={styles.number}>
      <input
        type="text"
        inputMode="text"
        className={styles.field}
        aria-label={label}
        aria-invalid={errorText !== null || undefined}
        aria-describedby={message ? id : undefined}
        placeholder={placeholder}
        disabled={disabled}
        maxLength={30}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={applyNumber}
        onKeyDown={(event) => isPressed("Enter", event) && applyNumber()}
      />
      {message && (
        <small id={id} data-wrong={errorText !== null || undefined}>
          {message}
        </small>
      )}
    </div>
  );
}

/** Nothing typed is null, nonsense undefined. */
function parseTyped(typed: string, read = readQuantity): number | null | undefined {
  return typed.trim() === "" ? null : (read(typed) ?? undefined);
}

const textOfNumber = (value: number | null): string => (value === null ? "" : String(value));
