import { useTranslation } from "react-i18next";
import { getAddress, linkTo, useAddress } from "../address/navigation.ts";
import { withComma } from "../core/format.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { useTheme } from "../core/theme.ts";
import { mapNumber, patternOf } from "../map/classified-values.ts";
import { hoverDistrict, useHoveredDistrict } from "../map/overlays.ts";
import { toneColour } from "../map/value-tones.ts";
import { type NumberStyle, separateUnit } from "../map/value-words.ts";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import type { Reason } from "./district-query.ts";
import type { YearValue } from "./district-values.ts";
import styles from "./figures.module.css";
import type { DistrictFigures } from "./use-district-answer.ts";
import { useValueText } from "./use-value-text.ts";

/** The values on the map as a table, largest first; a district without a value has the reason. */
export function DistrictValues({ figures }: { figures: DistrictFigures }) {
  const { t } = useTranslation();
  const rows = [...figures.values].sort((one, other) => compareDescending(mapNumber(one), mapNumber(other)));
  const { unit, style } = separateUnit(figures.numberStyle);
  return (
    <table className={styles.table}>
      <caption>{[t("figures.table"), figures.period, unit].filter(Boolean).join(" · ")}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t("figures.rankColumn")}</th>
          <th scope="col">{t("spatial.district")}</th>
          <th scope="col">{t("figures.value")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((value) => (
          <Row key={value.code} value={value} figures={figures} numberStyle={style} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ value, figures, numberStyle }: { value: YearValue<Reason>; figures: DistrictFigures; numberStyle: NumberStyle }) {
  const language = useLanguage();
  const theme = useTheme(useAddress().theme);
  const valueText = useValueText();
  const { code, classIndex } = value;
  const hovered = useHoveredDistrict() === code;
  const tone = figures.classes[classIndex]?.tone;
  return (
    <tr
      data-district={code}
      data-hovered={hovered || undefined}
      data-none={mapNumber(value) === null || undefined}
      onPointerEnter={() => hoverDistrict(code)}
      onPointerLeave={() => hoverDistrict(null)}
      onFocus={() => hoverDistrict(code)}
      onBlur={() => hoverDistrict(null)}
    >
      <td>{figures.ranks[code]}</td>
      <th scope="row">
        <span
          className={styles.swatch}
          data-pattern={patternOf(value) ?? undefined}
          style={tone === undefined ? undefined : { background: toneColour(theme, tone) }}
          aria-hidden="true"
        />
        <a {...linkTo({ ...getAddress(), site: null, district: code })}>{nameOf(language, value)}</a>
      </th>
      <td>
        <Text words={valueText(value, numberStyle)} isReason={mapNumber(value) === null} />
        {figures.figuresOf[code]?.map((figure) => (
          <ProvenanceLink
            key={figure.id}
            id={figure.id}
            name={withComma(
              language,
              nameOf(language, value),
              nameOf(language, figure.indicator),
              formatPeriod(figure, language),
            )}
          />
        ))}
      </td>
    </tr>
  );
}

/** A value stays on one line; a long reason shows its first words, and the rest on request. */
function Text({ words, isReason }: { words: string; isReason: boolean }) {
  if (!isReason) return <span className={styles.value}>{words}</span>;
  const [, shortText, rest] = /^([^:：]+)[:：]\s*(\S.*)$/.exec(words) ?? [];
  if (!rest) return words;
  return (
    <details className={styles.more}>
      <summary>{shortText}</summary>
      {rest}
    </details>
  );
}

function compareDescending(one: number | null, other: number | null): number {
  return (other ?? Number.NEGATIVE_INFINITY) === (one ?? Number.NEGATIVE_INFINITY)
    ? 0
    : (other ?? Number.NEGATIVE_INFINITY) - (one ?? Number.NEGATIVE_INFINITY);
}
