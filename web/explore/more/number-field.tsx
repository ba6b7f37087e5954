import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isPressed } from "../../core/keys.ts";
import { readQuantity } from "../../core/quantity.ts";
import styles from "./more.module.css";

/** How long after the last key a number counts as typed (milliseconds). */
const pause = 500;

interface NumberFieldProps {
  label: string;
  value: number | null;
  placeholder?: string;
  disabled?: boolean;
  /** What the number reads as: "= 1.5 亿元". */
  hint?: (value: number) => string;
  allows?: (value: number | null) => boolean;
  /** The message where the number is not allowed. */
  problem?: string;
  onValue: (value: number | null) => void;
}

/** A number field that shows the parsed number beneath. It applies after a pause, on blur or on Enter. */
export function NumberField({ label, value, placeholder, disabled, hint, allows, problem, onValue }: NumberFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(asTyped(value));
  // A change from elsewhere (a chip, Back) is shown; one's own is left as it was typed.
  useEffect(() => setTyped((before) => (numberIn(before) === value ? before : asTyped(value))), [value]);
  const number = numberIn(typed);
  const wrong = number === undefined ? t("filter.notNumber") : allows && !disabled && !allows(number) ? (problem ?? "") : null;
  const apply = () => {
    if (number !== undefined && wrong === null && number !== value) onValue(number);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause starts anew with each key, and with nothing else
  useEffect(() => {
    const timer = setTimeout(apply, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const message = wrong ?? (number != null && hint ? `= ${hint(number)}` : "");
  return (
    <div className={styles.number}>
      <input
        type="text"
        inputMode="text"
        className={styles.field}
        aria-label={label}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={message ? id : undefined}
        placeholder={placeholder}
        disabled={disabled}
        maxLength={30}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={apply}
        onKeyDown={(event) => isPressed("Enter", event) && apply()}
      />
      {message && (
        <small id={id} data-wrong={wrong !== null || undefined}>
          {message}
        </small>
      )}
    </div>
  );
}

/** Nothing typed is null, nonsense undefined. */
function numberIn(typed: string): number | null | undefined {
  return typed.trim() === "" ? null : (readQuantity(typed) ?? undefined);
}

const asTyped = (value: number | null): string => (value === null ? "" : String(value));
