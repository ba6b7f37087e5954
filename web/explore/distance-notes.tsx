import { distanceNotes } from "../../server/contract/distance-notes.ts";
import { useLanguage } from "../core/language.tsx";
import styles from "./explore.module.css";
import type { Result } from "./result.ts";
import { UncertainSites } from "./uncertain-sites.tsx";

/** What a filter by distance leaves open, above the list: an empty one too may miss sites whose points are approximate. */
export function DistanceNotes({ result }: { result: Result }) {
  const language = useLanguage();
  const notes = distanceNotes(result, language);
  const { uncertain = [] } = result.distances ?? {};
  return (
    notes.length > 0 && (
      <div className={styles.distances}>
        <p>{notes.join(language === "zh" ? "" : " ")}</p>
        {uncertain.length > 0 && <UncertainSites sites={uncertain} />}
      </div>
    )
  );
}
