import { useAddress } from "../address/navigation.ts";
import { useTheme } from "../core/theme.ts";
import { toneColour } from "../map/value-tones.ts";
import { scaleEndTexts, separateUnit } from "../map/value-words.ts";
import { useDistrictFiguresState } from "./figures-context.ts";
import styles from "./figures-scale.module.css";

/** The district colours in one line, with the smallest and largest value: the folded legend. */
export function FiguresScale() {
  const theme = useTheme(useAddress().theme);
  const figures = useDistrictFiguresState()?.figures;
  if (!figures || figures.classes.length === 0) return null;
  const { classes, numberStyle } = figures;
  const { unit } = separateUnit(numberStyle);
  const [minText, maxText] = scaleEndTexts(classes, numberStyle);
  return (
    <span className={styles.scale} data-legend="scale">
      <span>{minText}</span>
      <span className={styles.tones}>
        {classes.map(({ from, tone }) => (
          <i key={from} style={{ background: toneColour(theme, tone) }} />
        ))}
      </span>
      <span>
        {maxText}
        {!unit && numberStyle.unit}
      </span>
      {unit && <small>{unit}</small>}
    </span>
  );
}
