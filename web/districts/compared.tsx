import { useMemo, useState } from "react";
import { siteFilter } from "../address/filter.ts";
import type { FormulaWords } from "../address/measure-choices.ts";
import { useAddress } from "../address/navigation.ts";
import { useAnswer } from "../core/answer.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { numberSources } from "../provenance/figure.ts";
import styles from "./charts.module.css";
import { Clusters } from "./clusters.tsx";
import { clustersQuery } from "./clusters-query.ts";
import { columnDisplays } from "./column-display.ts";
import { CompareTable } from "./compare-table.tsx";
import type { Answer } from "./comparison-query.ts";
import { inOrder, readOrder } from "./order.ts";
import { PaperNotes } from "./paper-notes.tsx";
import { Peers } from "./peers.tsx";
import { Picked } from "./picked.tsx";
import { Ranking } from "./ranking.tsx";
import { Sources } from "./sources.tsx";
import { Totals } from "./totals.tsx";

/** From this number of measures on the table is wider than an upright sheet. */
const WIDE = 4;

interface ComparedProps {
  answer: Answer;
  formulas: readonly FormulaWords[];
}

/** The answer in all its forms, in one order: table, bars and map, picks side by side, peers, clusters, sources. */
export function Compared({ answer, formulas }: ComparedProps) {
  const language = useLanguage();
  const { sort, picks, areaSet, filter } = useAddress();
  const [hovered, setHovered] = useState<string | null>(null);
  const { columns, rows } = answer.compare;
  const displays = useMemo(() => columnDisplays(columns, rows, formulas, language), [columns, rows, formulas, language]);
  const order = useMemo(() => readOrder(sort, columns), [sort, columns]);
  const sorted = useMemo(() => {
    const compare = new Intl.Collator(language === "zh" ? "zh-CN-u-co-pinyin" : "en").compare;
    return inOrder(rows, order, (one, other) => compare(nameOf(language, one), nameOf(language, other)));
  }, [rows, order, language]);
  const numbered = useMemo(
    () => numberSources(sorted.flatMap(({ cells }) => cells.flatMap(({ figures }) => figures.map(({ sources }) => sources)))),
    [sorted],
  );
  // Clusters are of districts.
  const pause = areaSet !== "DISTRICT";
  const { data } = useAnswer(clustersQuery, { filter: siteFilter(filter) }, { keepLast: true, pause });
  const clustered = pause ? undefined : data;
  const hover = { hovered, onHover: setHovered };
  const picked = picks.flatMap((key) => rows.find((row) => row.key === key) ?? []);
  return (
    <>
      <div className={styles.first} data-paper={displays.length >= WIDE ? "landscape" : undefined}>
        <div>
          <CompareTable
            rows={sorted}
            displays={displays}
            order={order}
            formulas={formulas}
            footnoteNumberOf={(source) => numbered.get(source.slug)?.number}
            {...hover}
          />
          <PaperNotes />
          {clustered && displays.some(({ column }) => column.indicator === null) && <Totals clusters={clustered.clusters} />}
        </div>
        <Ranking answer={answer} rows={sorted} displays={displays} order={order} {...hover} />
      </div>
      <Picked answer={answer} rows={picked} displays={displays} clusters={clustered?.clusters.districts ?? []} />
      <Peers rows={rows} formulas={formulas} />
      {clustered && <Clusters answer={clustered} />}
      <Sources numbered={numbered} />
    </>
  );
}
