import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { type FormulaName, formulaNames, MAX_MEASURES, writeMeasure } from "../../server/contract/measures.ts";
import { formulasFor, type Measure, readMeasure } from "../address/measure.ts";
import type { FormulaLabel, IndicatorChoice } from "../address/measure-choices.ts";
import { baseName, formulaName } from "../address/measure-name.ts";
import { navigate, useAddress } from "../address/navigation.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { ChevronIcon, CloseIcon, ColumnsIcon } from "../ui/icons.tsx";
import { Popup } from "../ui/popup.tsx";
import styles from "./measure-menu.module.css";
import { nextMeasure } from "./measures.ts";

interface MenuProps {
  measures: readonly Measure[];
  indicators: readonly IndicatorChoice[];
  formulas: readonly FormulaLabel[];
}

/** The measures of the comparison: up to eight indicators or site counts, each as a plain value or by a formula. */
export function MeasureMenu({ measures, indicators, formulas }: MenuProps) {
  const { t } = useTranslation();
  const hasChosenMeasures = useAddress().measures.length > 0;
  const change = (next: readonly Measure[]) => navigate({ measures: distinctMeasures(next) });
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
          <ChosenMeasure
            key={writeMeasure(measure)}
            measure={measure}
            indicator={indicators.find(({ slug }) => slug === measure.indicator)}
            formulas={formulas}
            onChange={(next) => change(measures.flatMap((each, measureIndex) => (measureIndex === index ? (next ?? []) : each)))}
            isOnly={measures.length === 1}
          />
        ))}
      </ul>
      {measures.length < MAX_MEASURES ? (
        <AddMeasure measures={measures} indicators={indicators} onAdd={(measure) => change([...measures, measure])} />
      ) : (
        <p>{t("districtsPage.most", { count: MAX_MEASURES })}</p>
      )}
      {hasChosenMeasures && (
        <Button variant="link" onClick={() => navigate({ measures: [], sort: null })}>
          {t("districtsPage.usual")}
        </Button>
      )}
    </Popup>
  );
}

const distinctMeasures = (measures: readonly Measure[]): Measure[] => [
  ...new Map(measures.map((measure) => [writeMeasure(measure), measure])).values(),
];

interface ChosenMeasureProps {
  measure: Measure;
  indicator: IndicatorChoice | undefined;
  formulas: readonly FormulaLabel[];
  /** Null removes it. */
  onChange: (next: Measure | null) => void;
  /** The last one stays: a comparison needs one. */
  isOnly: boolean;
}

function ChosenMeasure({ measure, indicator, formulas, onChange, isOnly }: ChosenMeasureProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const base = baseName({ indicator: indicator ?? null, kind: measure.kind }, language);
  // Until the names have arrived; afterwards only an indicator of a link that does not exist.
  const unnamed = formulas.length > 0 ? measure.indicator : t("loading");
  const name = (measure.indicator && !indicator && unnamed) || base;
  const applicable = formulasFor(measure, indicator?.isRate ?? false);
  const words = formulas.find(({ formula }) => formula === measure.formula);
  const choose = (formula: string) => {
    const chosenFormula = formulaNames.find((each) => each === formula);
    if (chosenFormula) onChange({ ...measure, formula: chosenFormula });
  };
  return (
    <li className={styles.chosen}>
      <span>{name}</span>
      <select
        aria-label={t("districtsPage.formulaOf", { name })}
        value={measure.formula}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {offeredFormulas(applicable, measure.formula).map((formula) => (
          <option key={formula} value={formula}>
            {formulaName(formula, measure.indicator === null, formulas, language)}
          </option>
        ))}
      </select>
      <IconButton disabled={isOnly} label={t("filter.removeFigure", { name })} onClick={() => onChange(null)}>
        <CloseIcon size={14} />
      </IconButton>
      {words && measure.formula !== "VALUE" && <small>{textIn(language, words, "words")}</small>}
    </li>
  );
}

/** A choice made by a link stays visible, even where it does not fit. */
const offeredFormulas = (applicable: readonly FormulaName[], chosenFormula: FormulaName): readonly FormulaName[] =>
  applicable.includes(chosenFormula) ? applicable : [...applicable, chosenFormula];

interface AddMeasureProps {
  measures: readonly Measure[];
  indicators: readonly IndicatorChoice[];
  onAdd: (measure: Measure) => void;
}

function AddMeasure({ measures, indicators, onAdd }: AddMeasureProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const addByName = (name: string) => {
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
      onChange={(event) => addByName(event.currentTarget.value)}
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
