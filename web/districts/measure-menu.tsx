import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { type FormulaName, formulaNames, MAX_MEASURES, writeMeasure } from "../../server/contract/measures.ts";
import { formulasFor, type Measure, readMeasure } from "../address/measure.ts";
import type { FormulaWords, IndicatorChoice } from "../address/measure-choices.ts";
import { baseName, formulaName } from "../address/measure-name.ts";
import { useAddress, visit } from "../address/navigation.ts";
import { nameOf, text, useLanguage } from "../core/language.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { ChevronIcon, CloseIcon, ColumnsIcon } from "../ui/icons.tsx";
import { Popup } from "../ui/popup.tsx";
import styles from "./measure-menu.module.css";
import { nextMeasure } from "./measures.ts";

interface MenuProps {
  measures: readonly Measure[];
  indicators: readonly IndicatorChoice[];
  formulas: readonly FormulaWords[];
}

/** The measures of the comparison: up to eight indicators or site counts, each as a plain value or by a formula. */
export function MeasureMenu({ measures, indicators, formulas }: MenuProps) {
  const { t } = useTranslation();
  const chosen = useAddress().measures.length > 0;
  const change = (next: readonly Measure[]) => visit({ measures: distinctMeasures(next) });
  return (
    <Popup
      label={t("districtsPage.choose")}
      width={440}
      className={styles.dropdown}
      button={
        <Button>
          <ColumnsIcon />
          <span>{t("districtsPage.measures", { count: measures.length })}</span>
          <ChevronIcon />
        </Button>
      }
    >
      <ul>
        {measures.map((measure, index) => (
          <Chosen
            key={writeMeasure(measure)}
            measure={measure}
            indicator={indicators.find(({ slug }) => slug === measure.indicator)}
            formulas={formulas}
            onChange={(next) => change(measures.flatMap((each, place) => (place === index ? (next ?? []) : each)))}
            only={measures.length === 1}
          />
        ))}
      </ul>
      {measures.length < MAX_MEASURES ? (
        <Add measures={measures} indicators={indicators} onAdd={(measure) => change([...measures, measure])} />
      ) : (
        <p>{t("districtsPage.most", { count: MAX_MEASURES })}</p>
      )}
      {chosen && (
        <Button variant="link" onClick={() => visit({ measures: [], sort: null })}>
          {t("districtsPage.usual")}
        </Button>
      )}
    </Popup>
  );
}

const distinctMeasures = (measures: readonly Measure[]): Measure[] => [
  ...new Map(measures.map((measure) => [writeMeasure(measure), measure])).values(),
];

interface ChosenProps {
  measure: Measure;
  indicator: IndicatorChoice | undefined;
  formulas: readonly FormulaWords[];
  /** Null removes it. */
  onChange: (next: Measure | null) => void;
  /** The last one stays: a comparison needs one. */
  only: boolean;
}

function Chosen({ measure, indicator, formulas, onChange, only }: ChosenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const base = baseName({ indicator: indicator ?? null, kind: measure.kind }, language);
  const name = measure.indicator && !indicator ? measure.indicator : base;
  const fitting = formulasFor(measure, indicator?.isRate ?? false);
  const words = formulas.find(({ formula }) => formula === measure.formula);
  const choose = (formula: string) => {
    const candidate = formulaNames.find((each) => each === formula);
    if (candidate) onChange({ ...measure, formula: candidate });
  };
  return (
    <li className={styles.chosen}>
      <span>{name}</span>
      <select
        aria-label={t("districtsPage.formulaOf", { name })}
        value={measure.formula}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options(fitting, measure.formula).map((formula) => (
          <option key={formula} value={formula}>
            {formulaName(formula, measure.indicator === null, formulas, language)}
          </option>
        ))}
      </select>
      <IconButton disabled={only} label={t("filter.removeFigure", { name })} onClick={() => onChange(null)}>
        <CloseIcon size={14} />
      </IconButton>
      {words && measure.formula !== "VALUE" && <small>{text(language, words, "words")}</small>}
    </li>
  );
}

/** A choice made by a link stays visible, even where it does not fit. */
const options = (fitting: readonly FormulaName[], chosen: FormulaName): readonly FormulaName[] =>
  fitting.includes(chosen) ? fitting : [...fitting, chosen];

interface AddProps {
  measures: readonly Measure[];
  indicators: readonly IndicatorChoice[];
  onAdd: (measure: Measure) => void;
}

function Add({ measures, indicators, onAdd }: AddProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const add = (name: string) => {
    const base = readMeasure(name);
    const indicator = indicators.find(({ slug }) => slug === base?.indicator);
    const next = base && nextMeasure(measures, base, indicator?.isRate ?? false);
    if (next) onAdd(next);
  };
  return (
    <select
      className={styles.add}
      aria-label={t("districtsPage.add")}
      value=""
      onChange={(event) => add(event.currentTarget.value)}
    >
      <option value="">{t("districtsPage.add")}</option>
      <optgroup label={t("list.title")}>
        <option value="sites">{t("districtsPage.sites")}</option>
        {siteKinds.map((kind) => (
          <option key={kind} value={`sites.${kind}`}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t("filter.figures")}>
        {indicators.map((indicator) => (
          <option key={indicator.slug} value={indicator.slug}>
            {t("districtsPage.choice", { name: nameOf(language, indicator), count: indicator.count })}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
