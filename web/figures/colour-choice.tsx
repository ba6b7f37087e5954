import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { type FormulaName, formulaNames, writeMeasure } from "../../server/contract/measures.ts";
import { formulasFor, type Measure, readMeasure } from "../address/measure.ts";
import type { FormulaLabel, IndicatorChoice } from "../address/measure-choices.ts";
import { formulaName } from "../address/measure-name.ts";
import { navigate } from "../address/navigation.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { Button } from "../ui/button.tsx";
import styles from "./figures.module.css";

/** Preferred over totals: districts differ in size by a factor of fifty. */
const ratioFormulas: readonly FormulaName[] = ["PER_KM2", "PER_HEAD"];

interface ColourChoiceProps {
  colour: Measure | null;
  formulas: readonly FormulaLabel[];
  indicators: readonly IndicatorChoice[];
}

/** The measure that colours the districts, and its formula. */
export function ColourChoice({ colour, formulas, indicators }: ColourChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = (formula: FormulaName) => formulas.find((each) => each.formula === formula);
  const chosenIndicator = indicators.find(({ slug }) => slug === colour?.indicator);
  const baseKey = colour && writeMeasure({ ...colour, formula: "VALUE" });
  const applicable = colour ? formulasFor(colour, chosenIndicator?.isRate ?? false) : [];
  // A choice made by a link stays visible, even where it does not fit.
  const available = colour && !applicable.includes(colour.formula) ? [...applicable, colour.formula] : applicable;
  const chooseFormula = (formula: FormulaName) => colour && navigate({ colourMeasure: { ...colour, formula } });
  const chosenFormula = colour && words(colour.formula);
  return (
    <>
      <label className={styles.choice}>
        {t("figures.colour")}
        <select value={baseKey ?? ""} onChange={({ target }) => chooseColour(target.value, indicators)} data-choice="colour">
          <option value="">{t("figures.plain")}</option>
          <optgroup label={t("figures.counts")}>
            <option value="sites">{t("figures.allSites")}</option>
            {siteKinds.map((kind) => (
              <option key={kind} value={`sites.${kind}`}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t("figures.indicators")}>
            {indicators.map((each) => (
              <option key={each.slug} value={each.slug}>
                {t("figures.choice", { name: nameOf(language, each), count: each.count })}
              </option>
            ))}
            {colour?.indicator && !chosenIndicator && (
              <option value={colour.indicator}>{indicators.length > 0 ? colour.indicator : t("loading")}</option>
            )}
          </optgroup>
        </select>
      </label>
      {colour && available.length > 1 && (
        <label className={styles.choice}>
          {t("figures.formula")}
          <select
            value={colour.formula}
            onChange={({ target }) => chooseFormula(formulaNames.find((each) => each === target.value) ?? "VALUE")}
            data-choice="formula"
          >
            {available.map((formula) => (
              <option key={formula} value={formula}>
                {formulaName(formula, !colour.indicator, formulas, language)}
              </option>
            ))}
          </select>
        </label>
      )}
      {colour?.formula === "VALUE" && applicable.includes("PER_KM2") && (
        <div className={styles.hint}>
          <span>{t("figures.misleads")}</span>
          {ratioFormulas
            .filter((formula) => applicable.includes(formula))
            .map((formula) => (
              <Button key={formula} onClick={() => chooseFormula(formula)}>
                {formulaName(formula, !colour.indicator, formulas, language)}
              </Button>
            ))}
        </div>
      )}
      {chosenFormula && colour?.formula !== "VALUE" && (
        <details className={styles.note}>
          <summary>{t("figures.computed")}</summary>
          {textIn(language, chosenFormula, "words")}
        </details>
      )}
    </>
  );
}

/** Another measure keeps the formula where it fits. Other layers that colour the districts are removed. */
function chooseColour(value: string, indicators: readonly IndicatorChoice[]) {
  const measure = readMeasure(value);
  navigate({
    colourMeasure: measure && { ...measure, formula: startingFormula(measure, indicators) },
    groups: null,
    coverage: null,
    smallMultiples: false,
  });
}

function startingFormula(measure: Measure, indicators: readonly IndicatorChoice[]): FormulaName {
  const isRate = indicators.find(({ slug }) => slug === measure.indicator)?.isRate ?? false;
  return formulasFor(measure, isRate).find((formula) => formula === measure.formula) ?? "VALUE";
}
