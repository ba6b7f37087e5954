import { useTranslation } from "react-i18next";
import type { FigureRange } from "../../../server/contract/filter-parts.ts";
import { quantityText, yearRange } from "../../../server/contract/quantities.ts";
import { changeFilter, useAddress } from "../../address/navigation.ts";
import { withColon } from "../../core/format.ts";
import { type IndicatorName, useSiteIndicators } from "../../core/indicators.ts";
import { nameOf, useLanguage } from "../../core/language.tsx";
import { IconButton } from "../../ui/button.tsx";
import { CloseIcon } from "../../ui/icons.tsx";
import styles from "./more.module.css";
import { NumberField } from "./number-field.tsx";

/** As many as the filter takes. */
const MAX_RANGES = 10;

/** Figures that a site must have, each between two bounds or any. An indicator is chosen first; the bounds follow. */
export function FigureRanges() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { figures: ranges } = useAddress().filter;
  const indicators = useSiteIndicators();
  const compare = new Intl.Collator(language === "zh" ? "zh-CN-u-co-pinyin" : "en").compare;
  const sorted = [...indicators].sort((one, other) => compare(nameOf(language, one), nameOf(language, other)));
  const add = (indicator: string) =>
    indicator && changeFilter({ figures: [...ranges, { indicator, year: null, atLeast: null, atMost: null }] });
  return (
    <fieldset className={styles.figures}>
      <legend>{t("filter.figures")}</legend>
      {ranges.map((range, index) => (
        <Range
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is identified by its position; its own parts change as it is typed
          key={index}
          range={range}
          indicator={indicators.find(({ slug }) => slug === range.indicator)}
          onChange={(next) =>
            changeFilter({ figures: ranges.flatMap((each, rangeIndex) => (rangeIndex === index ? (next ?? []) : each)) })
          }
        />
      ))}
      {ranges.length < MAX_RANGES && (
        <select className={styles.field} aria-label={t("filter.addFigure")} value="" onChange={(e) => add(e.currentTarget.value)}>
          <option value="">{t("filter.addFigure")}</option>
          {sorted.map((each) => (
            <option key={each.slug} value={each.slug}>
              {t("filter.figureCount", { name: nameOf(language, each), count: each.siteCount })}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

interface RangeProps {
  range: FigureRange;
  indicator: IndicatorName | undefined;
  /** Null removes it. */
  onChange: (next: FigureRange | null) => void;
}

function Range({ range, indicator, onChange }: RangeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = indicator ? nameOf(language, indicator) : range.indicator;
  const hint = indicator && ((value: number) => quantityText(value, indicator.unit, language));
  const boundField = (side: "atLeast" | "atMost", isAllowed: (value: number | null) => boolean) => (
    <NumberField
      label={withColon(name, t(`filter.${side}`), language)}
      placeholder={t(`filter.${side}`)}
      value={range[side]}
      {...(hint && { hint })}
      isAllowed={isAllowed}
      problem={t("filter.crossed")}
      onValue={(value) => onChange({ ...range, [side]: value })}
    />
  );
  return (
    <fieldset className={styles.range} aria-label={name}>
      <div className={styles.rangeHead}>
        <span>{name}</span>
        {indicator && <small>{nameOf(language, { nameZh: indicator.unit.nameZh, nameEn: indicator.unit.nameEn })}</small>}
        <IconButton small label={t("filter.removeFigure", { name })} onClick={() => onChange(null)}>
          <CloseIcon size={14} />
        </IconButton>
      </div>
      <div className={styles.bounds}>
        {boundField("atLeast", (value) => value === null || range.atMost === null || value <= range.atMost)}
        {boundField("atMost", (value) => value === null || range.atLeast === null || value >= range.atLeast)}
        <NumberField
          label={withColon(name, t("filter.year"), language)}
          placeholder={t("filter.latest")}
          value={range.year}
          isAllowed={(value) => value === null || (Number.isInteger(value) && value >= 1900 && value <= 2099)}
          problem={yearRange(1900, 2099, language)}
          onValue={(year) => onChange({ ...range, year })}
        />
      </div>
    </fieldset>
  );
}
