import { useTranslation } from "react-i18next";
import { noFilter } from "../../server/contract/site-filter.ts";
import type { FormulaWords } from "../address/measure-choices.ts";
import { getAddress, linkTo, useAddress, visit } from "../address/navigation.ts";
import { formatFigure } from "../core/format.ts";
import { nameOf, text, useLanguage } from "../core/language.tsx";
import { formatPeriod } from "../core/period.ts";
import { figureName } from "../provenance/figure-name.ts";
import { ProvenanceLink } from "../provenance/provenance.tsx";
import { SourceEntry } from "../provenance/source-list.tsx";
import { Button, IconButton } from "../ui/button.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import { type ColumnDisplay, cellPhrase, cellText, reasonOf } from "./column-display.ts";
import styles from "./compare-table.module.css";
import type { Cell, Row } from "./comparison-query.ts";

interface ProvenanceProps {
  row: Row;
  cell: Cell;
  display: ColumnDisplay;
  formulas: readonly FormulaWords[];
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
      <Years display={display} cell={cell} />
      {formula && formula.formula !== "VALUE" && <p>{text(language, formula, "words")}</p>}
      {indicator && <p>{text(language, indicator, "definition")}</p>}
      {!indicator && <CountedSites subject={row.key} kind={display.column.kind} />}
      <ul>
        {cell.figures.map((figure) => {
          const remarks = [
            formatPeriod(figure, language),
            t(`figureStatus.${figure.status}`),
            t(`confidence.${figure.confidence}`),
          ];
          const notes = [text(language, figure, "periodNote"), text(language, figure, "note")].filter(Boolean);
          return (
            <li key={figure.id}>
              <span>
                {nameOf(language, figure.indicator)}: <b>{formatFigure(figure, language)}</b>{" "}
                <ProvenanceLink
                  id={figure.id}
                  name={`${nameOf(language, row)}, ${nameOf(language, figure.indicator)}, ${formatPeriod(figure, language)}`}
                />
              </span>
              <small>{remarks.filter(Boolean).join(" · ")}</small>
              {notes.map((note) => (
                <small key={note}>{note}</small>
              ))}
              {figure.sources.map((source) => (
                <SourceEntry
                  key={source.slug}
                  source={source}
                  about={`${nameOf(language, row)} · ${figureName(figure, language)}`}
                />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The values of other years; where the shown year has none, a link to the newest that has one. */
function Years({ display, cell }: Pick<ProvenanceProps, "display" | "cell">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const withValue = cell.series.filter(({ value }) => value !== null);
  const newest = withValue.at(-1);
  if (!newest || (withValue.length === 1 && cell.value !== null)) return null;
  if (cell.value === null)
    return (
      <p>
        {t("districtsPage.newestAvailable", { value: cellPhrase(display, newest, language), year: newest.year })}{" "}
        <Button variant="link" onClick={() => visit({ period: String(newest.year) })}>
          {t("districtsPage.showYear", { year: newest.year })}
        </Button>
      </p>
    );
  return (
    <dl className={styles.years} aria-label={t("districtsPage.years")}>
      {withValue.map((point) => (
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
  const here = areaSet === "DISTRICT" ? { districts: [subject] } : { functionalAreas: [subject] };
  const shown = { ...noFilter, ...filter, ...here, ...(kind ? { kinds: [kind] } : {}) };
  return (
    <p>
      <a {...linkTo({ ...getAddress(), page: "explore", filter: shown, site: null, camera: null })}>
        {t("districtsPage.counted")}
      </a>
    </p>
  );
}
