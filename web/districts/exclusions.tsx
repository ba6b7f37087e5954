import { createContext, type ReactNode, use, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { excludedAreasText } from "../../server/contract/excluded-areas.ts";
import { nameOf, useLanguage } from "../core/language.tsx";
import styles from "./charts.module.css";
import type { Cell, Row } from "./comparison-query.ts";

type Areas = Cell["excludedAreas"];

/** A letter for each set of functional areas that values leave out, in the order of the rows. */
export function exclusionLetters(rows: readonly Row[]): Map<string, { letter: string; areas: Areas }> {
  const letters = new Map<string, { letter: string; areas: Areas }>();
  for (const { excludedAreas: areas } of rows.flatMap(({ cells }) => cells)) {
    if (areas.length === 0 || letters.has(keyOf(areas))) continue;
    letters.set(keyOf(areas), { letter: String.fromCodePoint("a".charCodeAt(0) + letters.size), areas });
  }
  return letters;
}

const keyOf = (areas: Areas): string => areas.map(({ slug }) => slug).join();

const Letters = createContext<ReturnType<typeof exclusionLetters>>(new Map());

/** One lettering for all tables of a page. */
export function Exclusions({ rows, children }: { rows: readonly Row[]; children: ReactNode }) {
  return <Letters value={useMemo(() => exclusionLetters(rows), [rows])}>{children}</Letters>;
}

/** The letter beside a value that leaves out functional areas, with what it means under the pointer. */
export function ExclusionMark({ cell: { excludedAreas } }: { cell: Pick<Cell, "excludedAreas"> }) {
  const language = useLanguage();
  const entry = use(Letters).get(keyOf(excludedAreas));
  return (
    entry && (
      <sup className={styles.exclusion} title={noteText(entry.areas, language)}>
        {entry.letter}
      </sup>
    )
  );
}

/** What the letters of these rows mean, below their table. */
export function ExclusionNotes({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const letters = use(Letters);
  const shownLetters = [...letters].filter(([key]) =>
    rows.some(({ cells }) => cells.some(({ excludedAreas }) => keyOf(excludedAreas) === key)),
  );
  if (shownLetters.length === 0) return null;
  return (
    <ul className={styles.exclusions} aria-label={t("districtsPage.exclusions")}>
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
