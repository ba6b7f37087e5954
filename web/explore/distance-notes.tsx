import { distanceNotes } from "../../server/contract/distance-notes.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./explore.module.css";
import type { Result } from "./result.ts";

/** What a filter by distance leaves open, above the list: an empty one too may miss sites whose points are approximate. */
export function DistanceNotes({ result }: { result: Result }) {
  const notes = distanceNotes(result, useLanguage());
  return notes.length > 0 && <p className={styles.distances}>{notes.join(" ")}</p>;
}
