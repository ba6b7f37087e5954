import { useTranslation } from "react-i18next";
import { noFilter } from "../../server/contract/site-filter.ts";
import type { FormulaLabel } from "../address/measure-choices.ts";
import { getAddress, linkTo, navigate, useAddress } from "../address/navigation.ts";
import { formatFigure, withComma } from "../core/format.ts";
import { nameOf, textIn, useLanguage } from "../core/language.tsx";
import { formatNotedPeriod, formatPeriod } from "../core/period.ts";
import { figureName } from "../provenance/figure-name.ts";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import { SourceEntry } from "../provenance/source-list.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { AreaLine } from "./area-line.tsx";
import { type ColumnDisplay, cellPhrase, cellText, reasonOf } from "./column-display.ts";
import styles from "./compare-table.module.css";
import type { Cell, Row } from "./comparison-query.ts";

interface ProvenanceProps {
  row: Row;
  cell: Cell;
  display: ColumnDisplay;
  formulas: readonly FormulaLabel[];
  onClose: () => void;
}

/** The provenance of a value: its formula and its figures, each with period, status, confidence and publications. */
export function Provenance({ row, cell, display, formulas, onClose }: ProvenanceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const formula = formulas.find((each) => each.formula === display.column.formula);
  const { indicator } = display.column;
  return (
    <section className={styles.provenance} aria-label={t("districtsPage.provenance")}>
      <header>
        <h2>
          {nameOf(language, row)} · {display.name}
        </h2>
        <IconButton className={styles.close} label={t("close")} onClick={onClose}>
          <CloseIcon size={16} />
        </IconButton>
      </header>
      <p className={styles.statement}>{cellPhrase(display, cell, language) || reasonOf(cell, t)}</p>
      <OtherYears display={display} cell={cell} />
      {formula && formula.formula !== "VALUE" && <p>{textIn(language, formula, "words")}</p>}
      {indicator && <p>{textIn(language, indicator, "definition")}</p>}
      {!indicator && <CountedSites subject={row.key} kind={display.column.kind} />}
      <ul>
        {cell.figures.map((figure) => {
          const remarks = [
            formatNotedPeriod(figure, language),
            t(`figureStatus.${figure.status}`),
            t(`confidence.${figure.confidence}`),
          ];
          const note = textIn(language, figure, "note");
          return (
            <li key={figure.id}>
              <span>
                {nameOf(language, figure.indicator)}: <b>{formatFigure(figure, language)}</b>{" "}
                <ProvenanceLink
                  id={figure.id}
                  name={withComma(
                    language,
                    nameOf(language, row),
                    nameOf(language, figure.indicator),
                    formatPeriod(figure, language),
                  )}
                />
              </span>
              <small>{remarks.filter(Boolean).join(" · ")}</small>
              {note && <small>{note}</small>}
              {figure.sources.map((source) => (
                <SourceEntry
                  key={source.slug}
                  source={source}
                  topic={`${nameOf(language, row)} · ${figureName(figure, language)}`}
                />
              ))}
            </li>
          );
        })}
        {display.column.formula === "PER_KM2" && <AreaLine row={row} hasSources />}
      </ul>
    </section>
  );
}

/** The values of other years; where the shown year has none, a link to the newest that has one. */
function OtherYears({ display, cell }: Pick<ProvenanceProps, "display" | "cell">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pointsWithValue = cell.series.filter(({ value }) => value !== null);
  const newest = pointsWithValue.at(-1);
  if (!newest || (pointsWithValue.length === 1 && cell.value !== null)) return null;
  if (cell.value === null)
    return (
      <p>
        {t("districtsPage.newestAvailable", { value: cellPhrase(display, newest, language), year: newest.year })}{" "}
        <Button variant="link" onClick={() => navigate({ period: String(newest.year) })}>
          {t("districtsPage.showYear", { year: newest.year })}
        </Button>
      </p>
    );
  return (
    <dl className={styles.years} aria-label={t("districtsPage.years")}>
      {pointsWithValue.map((point) => (
        <div key={point.year}>
          <dt>{point.year}</dt>
          <dd>{cellText(display, point, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Sites are counted from the atlas's own list: a link to them. */
function CountedSites({ subject, kind }: { subject: string; kind: ColumnDisplay["column"]["kind"] }) {
  const { t } = useTranslation();
  const { areaSet, filter } = useAddress();
  const inArea = areaSet === "DISTRICT" ? { districts: [subject] } : { functionalAreas: [subject] };
  const countedFilter = { ...noFilter, ...filter, ...inArea, ...(kind ? { kinds: [kind] } : {}) };
  return (
    <p>
      <a {...linkTo({ ...getAddress(), page: "explore", filter: countedFilter, site: null, camera: null })}>
        {t("districtsPage.counted")}
      </a>
    </p>
  );
}
