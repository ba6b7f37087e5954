import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";

const classes = (...names: (string | undefined)[]): string => names.filter(Boolean).join(" ");

interface ButtonProps extends ComponentProps<"button"> {
  /** A framed button, the one to press, a pill that is on or off, or words that look like a link. */
  variant?: "button" | "primary" | "chip" | "link";
}

export function Button({ variant = "button", className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(variant === "primary" ? `${styles.button} ${styles.primary}` : styles[variant], className)}
      {...rest}
    />
  );
}

/** A link to a file or another address that looks like a button. */
export function ButtonLink({ className, ...rest }: ComponentProps<"a">) {
  return <a className={classes(styles.button, className)} {...rest} />;
}

interface IconButtonProps extends ComponentProps<"button"> {
  /** Its name, read aloud and shown under the pointer. */
  label: string;
  title?: string;
  small?: boolean;
  framed?: boolean;
}

export function IconButton({ label, title = label, small, framed, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classes(styles.icon, className)}
      aria-label={label}
      title={title}
      data-small={small || undefined}
      data-framed={framed || undefined}
      {...rest}
    />
  );
}

interface SegmentedProps<Value extends string> {
  label: string;
  options: readonly { value: Value; name: ReactNode; label?: string; lang?: string }[];
  selected: Value;
  onChoose: (value: Value) => void;
  className?: string | undefined;
}

/** A choice of one among a few visible options. */
export function Segmented<Value extends string>({ label, options, selected, onChoose, className }: SegmentedProps<Value>) {
  return (
    <fieldset className={classes(styles.segmented, className)} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          aria-label={option.label}
          aria-pressed={option.value === selected}
          onClick={() => onChoose(option.value)}
        >
          {option.name}
        </button>
      ))}
    </fieldset>
  );
}
