import { useTranslation } from "react-i18next";
import { siteKinds } from "../../server/contract/kinds.ts";
import { type FormulaName, formulaNames, writeMeasure } from "../../server/contract/measures.ts";
import { formulasFor, type Measure, readMeasure } from "../address/measure.ts";
import type { FormulaWords, IndicatorChoice } from "../address/measure-choices.ts";
import { formulaName } from "../address/measure-name.ts";
import { visit } from "../address/navigation.ts";
import { nameOf, text, useLanguage } from "../core/language.tsx";
import { Button } from "../ui/button.tsx";
import styles from "./figures.module.css";

/** Preferred over totals: districts differ in size by a factor of fifty. */
const ratioFormulas: readonly FormulaName[] = ["PER_KM2", "PER_HEAD"];

interface ColourChoiceProps {
  colour: Measure | null;
  formulas: readonly FormulaWords[];
  indicators: readonly IndicatorChoice[];
}

/** The measure that colours the districts, and its formula. */
export function ColourChoice({ colour, formulas, indicators }: ColourChoiceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = (formula: FormulaName) => formulas.find((each) => each.formula === formula);
  const choice = indicators.find(({ slug }) => slug === colour?.indicator);
  const base = colour && writeMeasure({ ...colour, formula: "VALUE" });
  const fitting = colour ? formulasFor(colour, choice?.isRate ?? false) : [];
  // A choice made by a link stays visible, even where it does not fit.
  const available = colour && !fitting.includes(colour.formula) ? [...fitting, colour.formula] : fitting;
  const show = (formula: FormulaName) => colour && visit({ colourMeasure: { ...colour, formula } });
  const chosen = colour && words(colour.formula);
  return (
    <>
      <label className={styles.choice}>
        {t("figures.colour")}
        <select value={base ?? ""} onChange={({ target }) => chooseColour(target.value, indicators)} data-choice="colour">
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
            {colour?.indicator && !choice && <option value={colour.indicator}>{colour.indicator}</option>}
          </optgroup>
        </select>
      </label>
      {colour && available.length > 1 && (
        <label className={styles.choice}>
          {t("figures.formula")}
          <select
            value={colour.formula}
            onChange={({ target }) => show(formulaNames.find((each) => each === target.value) ?? "VALUE")}
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
      {colour?.formula === "VALUE" && fitting.includes("PER_KM2") && (
        <div className={styles.hint}>
          <span>{t("figures.misleads")}</span>
          {ratioFormulas
            .filter((formula) => fitting.includes(formula))
            .map((formula) => (
              <Button key={formula} onClick={() => show(formula)}>
                {formulaName(formula, !colour.indicator, formulas, language)}
              </Button>
            ))}
        </div>
      )}
      {chosen && colour?.formula !== "VALUE" && (
        <details className={styles.note}>
          <summary>{t("figures.computed")}</summary>
          {text(language, chosen, "words")}
        </details>
      )}
    </>
  );
}

/** Another measure keeps the formula where it fits. Other layers that colour the ground are removed. */
function chooseColour(value: string, indicators: readonly IndicatorChoice[]) {
  const measure = readMeasure(value);
  visit({
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
