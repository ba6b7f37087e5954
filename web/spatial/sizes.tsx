import { Button } from "../ui/button.tsx";
import styles from "./groups.module.css";

interface SizesProps {
  /** With the unit, which the numbers leave out. */
  label: string;
  sizes: readonly number[];
  chosen: number;
  /** A length with its unit, for screen readers that read the button without its label. */
  word: (size: number) => string;
  onChoose: (size: number) => void;
}

/** A choice of a few lengths. A value from a link is added to them. */
export function Sizes({ label, sizes, chosen, word, onChoose }: SizesProps) {
  const all = sizes.includes(chosen) ? sizes : [...sizes, chosen].sort((one, other) => one - other);
  return (
    <fieldset className={styles.sizes}>
      <legend>{label}</legend>
      {all.map((size) => (
        <Button variant="chip" key={size} aria-pressed={size === chosen} aria-label={word(size)} onClick={() => onChoose(size)}>
          {size}
        </Button>
      ))}
    </fieldset>
  );
}
