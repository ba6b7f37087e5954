import { useTranslation } from "react-i18next";
import styles from "./comparison.module.css";
import type { CellState } from "./rows.ts";

export type NoValueState = Exclude<CellState, "value" | "isItself" | "none">;

/** The letters of the notes below the table. */
const letters: Partial<Record<NoValueState, string>> = { unknown: "a", unplaced: "b" };

/** A dash with the letter of its note; a point where the question does not arise. */
export function NoValue({ state }: { state: CellState }) {
  const { t } = useTranslation();
  if (state === "value" || state === "none") return null;
  if (state === "isItself") return <>{t("siteComparison.isItself")}</>;
  const explanation = t(`siteComparison.${state}`);
  return (
    <span className={styles.quiet} title={explanation}>
      <NoValueMark state={state} />
      <span className="visually-hidden">{explanation}</span>
    </span>
  );
}

/** The sign alone, for the eye. */
export function NoValueMark({ state }: { state: NoValueState }) {
  const letter = letters[state];
  return (
    <span aria-hidden="true" className={styles.mark}>
      {letter ? "—" : "·"}
      {letter && <sup>{letter}</sup>}
    </span>
  );
}
