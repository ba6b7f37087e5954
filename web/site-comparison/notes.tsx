import { useTranslation } from "react-i18next";
import { useLanguage } from "../core/language.tsx";
import styles from "./comparison.module.css";
import type { ComparedSite } from "./comparison-query.ts";
import { useFactName } from "./comparison-table.tsx";
import { figureNotes } from "./figure-notes.ts";
import { NoValueMark } from "./no-value.tsx";
import { type CellState, type ComparisonRows, factState, gatewayState } from "./rows.ts";

/** What the letters beside dashes mean, and which rows are left out. */
export function Notes({ sites, rows }: { sites: readonly ComparedSite[]; rows: ComparisonRows }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const factName = useFactName();
  const usedValueStates = usedStates(sites, rows);
  const names = rows.emptyFacts.map(factName).join(language === "zh" ? "、" : ", ");
  return (
    <div className={styles.notes}>
      {(["unknown", "unplaced", "notApplicable"] as const)
        .filter((state) => usedValueStates.has(state))
        .map((state) => (
          <p key={state}>
            <NoValueMark state={state} /> {t(`siteComparison.note.${state}`)}
          </p>
        ))}
      {[...figureNotes(rows.figures, language)].map(([note, letter]) => (
        <p key={letter}>
          <sup>{letter}</sup> {note}
        </p>
      ))}
      {rows.emptyFacts.length > 0 && <p>{t("siteComparison.left", { count: rows.emptyFacts.length, names })}</p>}
      {rows.gateways.includes("METRO") && <p>{t("reach.metroSource")}</p>}
    </div>
  );
}

/** The states that any cell of the table shows. */
const usedStates = (sites: readonly ComparedSite[], { facts, figures, gateways }: ComparisonRows): ReadonlySet<CellState> =>
  new Set([
    ...sites.flatMap((site) => facts.map((fact) => factState(fact, site))),
    ...figures.flatMap(({ cells }) => cells.map(({ state }) => state)),
    ...sites.flatMap((site) => gateways.map((gateway) => gatewayState(gateway, site))),
  ]);
