import "./area-words.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../server/contract/language.ts";
import { yearRange } from "../../server/contract/quantities.ts";
import { formatFigure } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { usePrinting } from "../core/printing.ts";
import { Button } from "../ui/button.tsx";
import type { FigureSum } from "./catchment-query.ts";
import styles from "./spatial.module.css";
import { SummedFigures } from "./summed-figures.tsx";

/** As many as fit a glance. */
const initialCount = 5;

/** Sums and medians by indicator, those that most sites have first; where nothing can be added, why. */
export function FigureSums({ figures, total }: { figures: readonly FigureSum[]; total: number }) {
  const { t } = useTranslation();
  const [isUnfolded, setUnfolded] = useState(false);
  const isPrinted = usePrinting();
  const showsAll = isUnfolded || isPrinted;
  if (figures.length === 0) return <p className={styles.note}>{t("areaCard.noFigures")}</p>;
  return (
    <>
      <h3 className={styles.title}>{t("areaCard.figures")}</h3>
      <ul className={styles.figures}>
        {figures.slice(0, showsAll ? undefined : initialCount).map((figure) => (
          <Sum key={figure.indicator.slug} figure={figure} total={total} />
        ))}
      </ul>
      {figures.length > initialCount && (
        <Button variant="link" aria-expanded={showsAll} onClick={() => setUnfolded(!isUnfolded)}>
          {showsAll ? t("areaCard.fewer") : t("areaCard.more", { count: figures.length })}
        </Button>
      )}
    </>
  );
}

/** The median with its qualifier; null where bounds leave it open. The mean of two that are about something has two digits. */
export function medianText(
  {
    median,
    medianMax,
    medianQualifier,
    count,
    indicator,
  }: Pick<FigureSum, "median" | "medianMax" | "medianQualifier" | "count" | "indicator">,
  language: Language,
): string | null {
  if (median === null || medianQualifier === null) return null;
  const value = medianQualifier === "ABOUT" && count > 1 ? Number(median.toPrecision(2)) : median;
  return formatFigure({ value, valueMax: medianMax, qualifier: medianQualifier, indicator }, language);
}

function Sum({ figure, total }: { figure: FigureSum; total: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { indicator, count, sum, sumMax, sumQualifier, sumNotComputable, from, to, partsLeftOut } = figure;
  const years = from === null || to === null ? "" : from === to ? ` · ${from}` : ` · ${yearRange(from, to, language)}`;
  const sumText =
    sum === null ? null : formatFigure({ value: sum, valueMax: sumMax, qualifier: sumQualifier ?? "EXACT", indicator }, language);
  const median = medianText(figure, language);
  // A single value has no sum and no median.
  const singleValue = count === 1 ? median : null;
  return (
    <li>
      <h4 title={textIn(language, indicator, "definition") ?? undefined}>{nameOf(language, indicator)}</h4>
      <dl>
        <div>
          <dt>{singleValue ? t("areaCard.value") : t("areaCard.sum")}</dt>
          <dd data-missing={(singleValue ?? sumText) === null || undefined}>
            {singleValue ?? sumText ?? (sumNotComputable && t(`areaCard.sumNotComputable.${sumNotComputable}`))}
          </dd>
        </div>
        {!singleValue && (
          <div>
            <dt>{t("areaCard.median")}</dt>
            <dd data-missing={median === null || undefined}>{median ?? t("notComputable.BOUNDS_ONLY")}</dd>
          </div>
        )}
      </dl>
      <p>
        {t("areaCard.of", { count, total })}
        {years}
        {partsLeftOut > 0 && <span> · {t("areaCard.partsLeftOut", { count: partsLeftOut })}</span>}
      </p>
      <Button variant="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t("areaCard.hideFigures") : t("areaCard.showFigures")}
        <span className="visually-hidden">: {nameOf(language, indicator)}</span>
      </Button>
      {isOpen && <SummedFigures indicator={indicator} />}
    </li>
  );
}
