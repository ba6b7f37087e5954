import { createContext, type ReactNode, use, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { excludedAreasText } from "../../server/contract/excluded-areas.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import { letterAt } from "../core/letters.ts";
import styles from "./charts.module.css";
import { DOUBT_SIGN, isDoubtful } from "./column-display.ts";
import type { Cell, Row } from "./comparison-query.ts";

type Areas = Cell["excludedAreas"];

/** A letter for each set of functional areas that values leave out, in the order of the rows. */
export function exclusionLetters(rows: readonly Row[]): Map<string, { letter: string; areas: Areas }> {
  const letters = new Map<string, { letter: string; areas: Areas }>();
  for (const { excludedAreas: areas } of rows.flatMap(({ cells }) => cells)) {
    if (areas.length === 0 || letters.has(keyOf(areas))) continue;
    letters.set(keyOf(areas), { letter: letterAt(letters.size), areas });
  }
  return letters;
}

const keyOf = (areas: Areas): string => areas.map(({ slug }) => slug).join();

const Letters = createContext<ReturnType<typeof exclusionLetters>>(new Map());

/** One lettering for all tables of a page. */
export function Exclusions({ rows, children }: { rows: readonly Row[]; children: ReactNode }) {
  return <Letters value={useMemo(() => exclusionLetters(rows), [rows])}>{children}</Letters>;
}

/** The signs beside a value that leaves out functional areas or is of low confidence, with what they mean under the pointer. */
export function ValueMarks({ cell }: { cell: Pick<Cell, "excludedAreas" | "confidence"> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const entry = use(Letters).get(keyOf(cell.excludedAreas));
  return (
    <>
      {isDoubtful(cell) && (
        <sup className={styles.exclusion} title={t("districtsPage.doubtful")}>
          {DOUBT_SIGN}
        </sup>
      )}
      {entry && (
        <sup className={styles.exclusion} title={noteText(entry.areas, language)}>
          {entry.letter}
        </sup>
      )}
    </>
  );
}

/** What the signs of these rows mean, below their table. */
export function MarkNotes({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const letters = use(Letters);
  const shownLetters = [...letters].filter(([key]) =>
    rows.some(({ cells }) => cells.some(({ excludedAreas }) => keyOf(excludedAreas) === key)),
  );
  const hasDoubt = rows.some(({ cells }) => cells.some(isDoubtful));
  if (shownLetters.length === 0 && !hasDoubt) return null;
  return (
    <ul className={styles.exclusions} aria-label={t("districtsPage.marks")}>
      {hasDoubt && (
        <li>
          <sup>{DOUBT_SIGN}</sup> {t("districtsPage.doubtful")}
        </li>
      )}
      {shownLetters.map(([key, { letter, areas }]) => (
        <li key={key}>
          <sup>{letter}</sup> {noteText(areas, language)}
        </li>
      ))}
    </ul>
  );
}

const noteText = (areas: Areas, language: Parameters<typeof nameOf>[0]): string =>
  excludedAreasText(
    areas.map((area) => nameOf(language, area)),
    language,
  );
