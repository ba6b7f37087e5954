import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { siteFilter } from "../address/filter.ts";
import type { FormulaLabel } from "../address/measure-choices.ts";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { documentTitle } from "../core/demo.ts";
import { useLanguage } from "../core/language.tsx";
import { usePrinting } from "../core/printing.ts";
import { numberSources } from "../provenance/figure.ts";
import styles from "./charts.module.css";
import { Clusters } from "./clusters.tsx";
import { clustersQuery } from "./clusters-query.ts";
import { columnDisplays } from "./column-display.ts";
import { CompareTable } from "./compare-table.tsx";
import type { ComparisonAnswer } from "./comparison-query.ts";
import { areaOf } from "./divisor-area.ts";
import { shownTitle } from "./document-title.ts";
import { nameComparison, readOrder, sortedRows } from "./order.ts";
import { PaperNotes, PickedOnly } from "./paper-notes.tsx";
import { Peers } from "./peers.tsx";
import { PickedAreas } from "./picked.tsx";
import { Ranking } from "./ranking.tsx";
import { Sources } from "./sources.tsx";
import { SiteTotals } from "./totals.tsx";
import { Exclusions, MarkNotes } from "./value-marks.tsx";
import { YearHint } from "./year-hint.tsx";

/** From this number of measures on the table is wider than an upright sheet. */
const LANDSCAPE_MIN_MEASURES = 4;

interface ComparedAreasProps {
  answer: ComparisonAnswer;
  formulas: readonly FormulaLabel[];
}

/** The answer in all its forms, in one order: table, bars and map, picks side by side, peers, clusters, sources. */
export function ComparedAreas({ answer, formulas }: ComparedAreasProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sort, picks, areaSet, filter } = useAddress();
  const [hovered, setHovered] = useState<string | null>(null);
  const { columns, rows } = answer.compare;
  const displays = useMemo(() => columnDisplays(columns, rows, formulas, language), [columns, rows, formulas, language]);
  const order = useMemo(() => readOrder(sort, columns), [sort, columns]);
  const pickedRows = picks.flatMap((key) => rows.find((row) => row.key === key) ?? []);
  // What is picked is printed alone.
  const printsPicked = usePrinting() && pickedRows.length > 0;
  const sorted = useMemo(() => {
    // In the order in which they were picked, as side by side and in files.
    if (printsPicked) return picks.flatMap((key) => rows.find((row) => row.key === key) ?? []);
    return sortedRows(rows, order, nameComparison(language));
  }, [rows, picks, printsPicked, order, language]);
  // A figure per km² has the sources of both its parts.
  const rowsByArea = useMemo(
    () => (displays.some(({ column }) => column.formula === "PER_KM2") ? sorted : []),
    [displays, sorted],
  );
  const sourcesBySlug = useMemo(
    () =>
      numberSources([
        ...sorted.flatMap(({ cells }) => cells.flatMap(({ figures }) => figures.map(({ sources }) => sources))),
        ...rowsByArea.map((row) => areaOf(row)?.sources ?? []),
      ]),
    [sorted, rowsByArea],
  );
  // Clusters are of districts.
  const hasNoClusters = areaSet !== "DISTRICT";
  const { data } = useAnswer(clustersQuery, { filter: siteFilter(filter) }, { keepLast: true, isPaused: hasNoClusters });
  const clusters = hasNoClusters ? undefined : data;
  const shown = {
    names: displays.map(({ name }) => name),
    years: displays.flatMap(({ columnIndex }) => rows.flatMap(({ cells }) => cells[columnIndex]?.year ?? [])),
  };
  const hoverProps = { hovered, onHover: setHovered };
  return (
    <Exclusions rows={printsPicked ? sorted : rows}>
      <title>{documentTitle(`${shownTitle(shown, areaSet, language)} · ${t("name")}`)}</title>
      {printsPicked && <PickedOnly count={pickedRows.length} allCount={rows.length} />}
      <div className={styles.first} data-paper={displays.length >= LANDSCAPE_MIN_MEASURES ? "landscape" : undefined}>
        <div>
          <YearHint rows={pickedRows} displays={displays} />
          <CompareTable
            rows={sorted}
            displays={displays}
            order={order}
            formulas={formulas}
            footnoteNumberOf={(source) => sourcesBySlug.get(source.slug)?.number}
            {...hoverProps}
          />
          <div className={styles.below}>
            <MarkNotes rows={sorted} />
            <PaperNotes />
            {clusters && displays.some(({ column }) => column.indicator === null) && <SiteTotals answer={clusters} />}
          </div>
        </div>
        <Ranking answer={answer} rows={sorted} pickedRows={pickedRows} displays={displays} order={order} {...hoverProps} />
      </div>
      <PickedAreas answer={answer} rows={pickedRows} displays={displays} clusters={clusters?.clusters.districts ?? []} />
      {!printsPicked && <Peers rows={rows} formulas={formulas} />}
      {!printsPicked && clusters && <Clusters answer={clusters} />}
      <Sources sourcesBySlug={sourcesBySlug} rowsByArea={rowsByArea} />
    </Exclusions>
  );
}
