import { Button } from "../ui/button.tsx";
import styles from "./groups.module.css";

interface SizesProps {
  /** With the unit, which the numbers leave out. */
  label: string;
  sizes: readonly number[];
  selectedSize: number;
  /** A length with its unit, for screen readers that read the button without its label. */
  labelOf: (size: number) => string;
  onChoose: (size: number) => void;
}

/** A choice of a few lengths. A value from a link is added to them. */
export function SizeChoice({ label, sizes, selectedSize, labelOf, onChoose }: SizesProps) {
  const options = sizes.includes(selectedSize) ? sizes : [...sizes, selectedSize].sort((one, other) => one - other);
  return (
    <fieldset className={styles.sizes}>
      <legend>{label}</legend>
      {options.map((size) => (
        <Button
          variant="chip"
          key={size}
          aria-pressed={size === selectedSize}
          aria-label={labelOf(size)}
          onClick={() => onChoose(size)}
        >
          {size}
        </Button>
      ))}
    </fieldset>
  );
}
